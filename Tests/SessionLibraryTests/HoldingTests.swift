import ChatCompletions
import Conversations
import Synchronization
import Testing
import Words

@testable import SessionLibrary

/// What has to wait for the library, and how much of it may.
@Suite struct HoldingTests {
    @Test func whatIsHeldIsSavedWhenItIsReleased() async throws {
        let problems = Problems()
        let recorder = Recorder { problems.add($0) }
        await recorder.beginLater(
            .x, session: .s, turn: .a, settings: .sample, created: Timestamp(milliseconds: 1),
            because: Self.full)
        try await recorder.record([.request(), .head(), .read("one ")], of: .x)
        let library = try Library.temporary()
        try library.prepareExchange()
        await recorder.open(library)
        try await recorder.record([.read("two ")], of: .x)
        #expect(try library.exchange(.x) == nil)
        await recorder.release()
        try await recorder.flush()
        try await recorder.record([.read("three"), .ended()], of: .x)
        let exchange = try #require(try library.exchange(.x))
        #expect(exchange.state == .done)
        #expect(exchange.readCount == 3)
        #expect(try library.session(.s)?.turns.last?.message.content == "one two three")
        #expect(problems.all.isEmpty)
    }

    @Test func memoryTakesSoMuchAndTheRestIsNotPassedOffAsSaved() async throws {
        let problems = Problems()
        let recorder = Recorder { problems.add($0) }
        await recorder.beginLater(
            .x, session: .s, turn: .a, settings: .sample, created: Timestamp(milliseconds: 1),
            because: Self.full)
        let read = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<40 { try await recorder.record([.read("word ", bytes: read)], of: .x) }
        try await recorder.record([.ended()], of: .x)
        #expect(problems.all.count == 1)
        #expect(problems.all.last??.isCrowded == true)
        #expect(
            problems.all.last??.sentence.english.hasPrefix("the disk is full (no room)") == true)
        #expect(await !recorder.keepsWhole(.x))
        let library = try Library.temporary()
        try library.prepareExchange()
        await recorder.open(library)
        await recorder.release()
        try await recorder.flush()
        let exchange = try #require(try library.exchange(.x))
        #expect(exchange.state == .interrupted)
        #expect(exchange.byteCount == 32 << 20)
        #expect(exchange.answer.choices[0].content == String(repeating: "word ", count: 32))
        #expect(try library.session(.s)?.turns.last?.failure == .keptInPart)
        // There is room again, and what is lost is lost.
        #expect(problems.all.count == 2)
        #expect(problems.all.last??.kind == .incomplete)
        #expect(await recorder.problem?.kind == .incomplete)
    }

    private static let full = LibraryProblem(.full, "no room")

    @Test func noSpoolIsLeftOnceEverythingIsSaved() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        try await recorder.record([.head(), .read("a")], of: .x)
        try await recorder.flush()
        #expect(Directory.names(in: directory.path) == ["library.sqlite"])
        try await recorder.record([.read("b"), .ended()], of: .x)
        #expect(Directory.names(in: directory.path) == ["library.sqlite"])
    }
}

/// What a recorder reported.
private final class Problems: Sendable {
    private let list = Mutex<[LibraryProblem?]>([])
    var all: [LibraryProblem?] { list.withLock { $0 } }
    func add(_ problem: LibraryProblem?) { list.withLock { $0.append(problem) } }
}
