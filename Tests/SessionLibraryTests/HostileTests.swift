import ChatCompletions
import GRDB
import Testing

@testable import SessionLibrary

/// A library that somebody passed on may hold any number: none of them ends the program.
@Suite struct HostileTests {
    private func library() async throws -> Library {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        try await recorder.record([.read(WireRead(time: .zero, bytes: [1, 2, 3]))], of: .x)
        try await recorder.flush()
        return library
    }

    private func change(
        _ library: Library, _ sql: String, _ arguments: StatementArguments
    ) throws {
        try library.write { db in try db.execute(sql: sql, arguments: arguments) }
    }

    @Test(arguments: [Int64.min, -1, .max])
    func anyTimeIsSomeTime(number: Int64) async throws {
        let library = try await library()
        for table in ["session", "turn", "exchange"] {
            try change(library, "UPDATE \(table) SET created = ?", [number])
        }
        let ending =
            #"{"skipped":\#(number),"failure":{"kind":"http","retry_after_ms":\#(number)}}"#
        try change(
            library, "UPDATE exchange SET request = ?, request_body = x'', ending = ?",
            [#"{"started":\#(number)}"#, ending])
        let exchange = try #require(try library.exchange(.x))
        let started = try #require(exchange.request?.started)
        for time in [exchange.created, started] {
            // What is reckoned with it: how long ago that was.
            #expect(abs(time.milliseconds - 1_795_240_020_000) < .max)
        }
        #expect((exchange.end?.skipped ?? -1) >= 0)
        #expect((exchange.end?.failure?.retryAfterMilliseconds ?? 0) >= 0)
    }

    @Test(arguments: [4096, Int.max])
    func aPlaceThatCanBeNoneIsLeftOut(item: Int) {
        let call = Piece(choice: .max, part: .call, item: item, text: #"{"name":"f"}"#)
        let more = Piece(choice: .max, part: .arguments, item: item, text: "{}")
        let answer = Piece.answer(from: [call, more])
        #expect(answer.choices.map(\.toolCalls) == [[]])
    }

    @Test func aReadThatCanBeNoneIsDamage() async throws {
        let library = try await library()
        try change(library, "UPDATE wire SET first = ?", [Int.max - 1])
        let problem = #expect(throws: LibraryProblem.self) { try library.reads(of: .x) }
        #expect(problem?.kind == .damaged)
    }
}
