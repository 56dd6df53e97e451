import ChatCompletions
import Conversations
import Synchronization
import Testing

@testable import SessionLibrary

@Suite struct CommitTests {
    /// An answer stands in memory often enough: at its end no part of it is taken out again.
    @Test func theEndBringsTheWholeAnswerAndNoPieces() {
        let recording = Recording()
        recording.add([.read("Hello", at: .seconds(1))])
        #expect(recording.takeUnsaved().pieces.map(\.text) == ["Hello"])
        recording.add([.read(" there", at: .seconds(2)), .ended()])
        let last = recording.takeUnsaved()
        #expect(last.pieces.isEmpty)
        #expect(last.closing?.answer.choices.first?.content == "Hello there")
    }

    @Test func aChangeOfStateIsCommittedAtOnce() async throws {
        let bench = try await Bench()
        try await bench.record([.request()])
        #expect(try bench.stored.request != nil)
        try await bench.record([.head()])
        #expect(try bench.stored.head != nil)
    }

    @Test func aLittleTextWaitsASecond() async throws {
        let bench = try await Bench()
        try await bench.record([.read("a")])
        while bench.clock.waits.isEmpty { await Task.yield() }
        #expect(bench.clock.waits == [.seconds(1)])
        bench.clock.advance(by: .milliseconds(999))
        try await bench.record([.read("b")])
        #expect(try bench.stored.readCount == 0)
        bench.clock.advance(by: .milliseconds(1))
        try await bench.record([.read("c")])
        #expect(try bench.stored.readCount == 3)
        #expect(try bench.text == "abc")
    }

    @Test func aStreamThatFallsSilentIsCommittedByTheTimer() async throws {
        let bench = try await Bench()
        try await bench.record([.read("a")])
        bench.clock.advance(by: .seconds(1))
        bench.clock.ring()
        while try bench.stored.readCount == 0 { await Task.yield() }
        #expect(try bench.text == "a")
    }

    @Test func sixtyFourKibibytesAreCommittedAtOnceButTwentyTimesASecondAtMost() async throws {
        let bench = try await Bench()
        let part = ExchangeEvent.read("x", bytes: [UInt8](repeating: 0, count: 1 << 16))
        bench.clock.advance(by: .seconds(1))
        try await bench.record([part])
        #expect(try bench.stored.readCount == 1)
        var commits = 0
        for _ in 0..<200 {
            let before = try bench.stored.readCount
            bench.clock.advance(by: .milliseconds(5))
            try await bench.record([part])
            if try bench.stored.readCount > before { commits += 1 }
        }
        #expect(commits == 20)
        #expect(try bench.stored.readCount == 201)
    }

    @Test func theEndIsOnTheDiskWhenRecordReturns() async throws {
        let bench = try await Bench()
        try await bench.recorder.record([.read("a"), .read("b"), .ended()], of: .x)
        #expect(try bench.stored.end != nil)
        #expect(try bench.text == "ab")
        #expect(try bench.library.session(.s)?.turns.last?.state == .done)
    }

    @Test func aCommitWritesOnlyWhatIsNew() async throws {
        let bench = try await Bench()
        for text in ["one ", "two ", "three"] {
            try await bench.record([.read(text, reasoning: "r")])
            try await bench.recorder.flush()
        }
        let pieces = try bench.library.read { db in
            try db.rows("SELECT text FROM piece WHERE part = 'content' ORDER BY number") {
                try $0.text("text")
            }
        }
        #expect(pieces == ["one ", "two ", "three"])
        #expect(try bench.library.session(.s)?.turns.last?.message.reasoning == "rrr")
    }

    @Test func allChoicesAndToolCallsAreThereBeforeTheEnd() async throws {
        let bench = try await Bench()
        var delta = Delta()
        delta.choices = [ChoiceDelta(index: 0), ChoiceDelta(index: 1)]
        delta.choices[1].content = "second"
        delta.choices[1].refusal = "no"
        for (id, arguments) in [("1", "{\"a\""), ("1", ":1}"), ("2", "{}")] {
            let call = ToolCall(id: id, name: "f", arguments: arguments)
            delta.choices[0].toolCalls = [ToolCallDelta(call, at: id == "1" ? 0 : 1)]
            let event = StreamEvent(
                number: 0, kind: .data, data: "", time: .zero, delta: delta)
            try await bench.record([.read(WireRead(time: .zero, bytes: [1], events: [event]))])
            try await bench.recorder.flush()
            delta.choices[1] = ChoiceDelta(index: 1)
        }
        let choices = try bench.stored.answer.choices
        #expect(choices.map(\.content) == ["", "second"])
        #expect(choices.map(\.refusal) == ["", "no"])
        #expect(
            choices[0].toolCalls == [
                ToolCall(id: "1", name: "f", arguments: "{\"a\":1}"),
                ToolCall(id: "2", name: "f", arguments: "{}"),
            ]
        )
        try await bench.recorder.record([.ended()], of: .x)
        #expect(try bench.stored.answer.choices == choices)
        #expect(
            try bench.library.session(.s)?.turns.last?.message.toolCalls == choices[0].toolCalls)
    }

    @Test func savingTheTurnAgainWhileItArrivesLeavesItsText() async throws {
        let bench = try await Bench()
        try await bench.record([.read("text")])
        try await bench.recorder.flush()
        try bench.library.save(.answer("a", after: "q", in: "x"), in: .s)
        #expect(try bench.library.session(.s)?.turns.last?.message.content == "text")
    }
}

/// A recorder with the exchange `x` begun, and a clock that the test moves.
private struct Bench {
    let library: Library
    let recorder: Recorder
    let clock = ManualClock()

    init() async throws {
        library = try Library.temporary()
        try library.prepareExchange()
        let clock = clock
        recorder = Recorder(
            library,
            clock: RecorderClock(now: { clock.now }, wait: { await clock.wait($0) })
        )
        try await recorder.begin()
    }

    /// Records, and waits for the commit that this has begun, if it has.
    func record(_ events: [ExchangeEvent]) async throws {
        try await recorder.record(events, of: .x)
        await recorder.commitUnderWay()
    }

    var stored: StoredExchange {
        get throws { try #require(try library.exchange(.x)) }
    }

    var text: String {
        get throws { try stored.answer.choices.first?.content ?? "" }
    }
}

/// A clock that stands still until it is moved, and whose timer rings when it is told to.
private final class ManualClock: Sendable {
    private struct State {
        var now = Duration.zero
        var waits: [Duration] = []
    }

    private let state = Mutex(State())
    private let bell = AsyncStream.makeStream(of: Void.self)

    var now: Duration { state.withLock { $0.now } }

    /// How long the recorder wished to wait, each time.
    var waits: [Duration] { state.withLock { $0.waits } }

    func advance(by step: Duration) { state.withLock { $0.now += step } }

    func ring() { bell.continuation.yield() }

    func wait(_ duration: Duration) async {
        state.withLock { $0.waits.append(duration) }
        for await _ in bell.stream { return }
    }
}
