import ChatCompletions
import Conversations
import SessionLibrary
import Testing

@Suite struct RecordingTests {
    @Test func aStreamIsRecordedByteForByteWithItsBoundariesAndTimes() async throws {
        let library = try Library.temporary()
        let recorder = Recorder(library)
        try await recorder.begin(.x, settings: .sample, created: Timestamp(milliseconds: 1))
        var generator = SplitMix(state: 7)
        var reads: [StoredRead] = []
        var time = 0
        for number in 0..<3_000 {
            // Clocks may stand still or go back; reads may be empty or large.
            time += Int(generator.next() % 2_000_000) - 1_000
            let length = number % 500 == 1 ? 300_000 : Int(generator.next() % 60)
            let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            reads.append(StoredRead(number: number, time: .nanoseconds(time), bytes: bytes))
        }
        for read in reads {
            try await recorder.record(
                [.read(WireRead(time: read.time, bytes: read.bytes))], of: .x
            )
        }
        try await recorder.record([.ended()], of: .x)
        #expect(try library.reads(of: .x) == reads)
        #expect(try library.bodyBytes(of: .x) == reads.flatMap(\.bytes))
        for start in [0, 1, 17, 2_990, 3_000, 5_000] {
            let page = try library.reads(of: .x, from: start, limit: 40)
            #expect(page == Array(reads.dropFirst(start).prefix(40)))
        }
        let exchange = try #require(try library.exchange(.x))
        #expect(exchange.readCount == 3_000)
        #expect(exchange.byteCount == reads.reduce(0) { $0 + $1.bytes.count })
    }

    /// Of a fork, too, whose exchanges are the other session's.
    @Test(arguments: ["s", "fork"], [nil, 2])
    func choicesAreFoundByTheirExchanges(session: String, count: Int?) async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        var settings = LaneSettings.sample
        settings.parameters["n"] = count.map { .integer($0) }
        try await recorder.begin(
            .x, session: .s, turn: .a, settings: settings, created: Timestamp(milliseconds: 1))
        var delta = Delta()
        delta.choices = [ChoiceDelta(index: 0), ChoiceDelta(index: 1)]
        delta.choices[1].content = "另一个"
        let event = StreamEvent(number: 0, kind: .data, data: "", time: .zero, delta: delta)
        try await recorder.record(
            [.read(WireRead(time: .zero, bytes: [1], events: [event]))], of: .x)
        try await recorder.record([.ended()], of: .x)
        let turns = try #require(try library.session(.s)).turns
        try library.save(.sample("fork"), turns: turns)
        let found = try library.choices(of: SessionID(rawValue: session))
        #expect(found[.x]?.map(\.content) == (count == nil ? nil : ["", "另一个"]))
        #expect(try library.choices(of: SessionID(rawValue: "none")).isEmpty)
    }

    @Test func anExchangeComesBackWhole() async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        var delta = Delta()
        delta.id = "chatcmpl-1"
        delta.model = "deepseek/v3"
        delta.systemFingerprint = "fp"
        delta.usage = Usage(promptTokens: 3, completionTokens: 4, reasoningTokens: 1)
        delta.choices = [ChoiceDelta(index: 0), ChoiceDelta(index: 1)]
        delta.choices[0].content = "你\u{0}好"
        delta.choices[0].reasoning = "hm"
        delta.choices[0].finishReason = "stop"
        delta.choices[0].logprobs = [
            TokenLogprob(
                token: "你", logprob: -0.25, top: [TokenLogprob(token: "", logprob: -.infinity)]
            )
        ]
        delta.choices[1].refusal = "no"
        delta.choices[1].toolCalls = [
            ToolCallDelta(ToolCall(id: "1", name: "f", arguments: "{}"), at: 0)
        ]
        var answer = Answer()
        answer.add(delta)
        let event = StreamEvent(number: 0, kind: .data, data: "…", time: .zero, delta: delta)
        let events: [ExchangeEvent] = [
            .request(), .head(), .read(WireRead(time: .zero, bytes: [1], events: [event])),
            .ended(),
        ]
        try await recorder.record(events, of: .x)

        let stored = try #require(try library.exchange(.x))
        #expect(stored.session == .s)
        #expect(stored.turn == .a)
        #expect(stored.settings == .sample)
        #expect(stored.state == .done)
        #expect(stored.answer == answer)
        #expect(stored.events == [events[0], events[1], events[3]])
        #expect(try library.exchanges(of: .s) == [stored])

        let turn = try #require(try library.session(.s)?.turns.last)
        #expect(turn.state == .done)
        #expect(turn.message == Message(.assistant, "你\u{0}好", reasoning: "hm"))
        #expect(turn.finishReason == "stop")
        #expect(turn.usage == delta.usage)
        #expect(turn.exchange == .x)
    }

    @Test(arguments: [
        (Failure(.cancelled, "stopped"), Turn.State.stopped),
        (Failure(.truncated, "cut"), Turn.State.failed),
    ])
    func anAnswerThatEndedBadlyKeepsWhatCame(failure: Failure, state: Turn.State) async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        try await recorder.record([.request(), .head(), .read("half"), .ended(failure)], of: .x)
        let turn = try #require(try library.session(.s)?.turns.last)
        #expect(turn.message.content == "half")
        #expect(turn.state == state)
        #expect(turn.failure == failure)
        #expect(try library.exchange(.x)?.end?.failure == failure)
    }

    /// What a turn has no column for is found in its exchange.
    @Test func aRefusalAndPicturesAreThereAgain() async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        var delta = Delta()
        delta.choices = [ChoiceDelta(index: 0)]
        delta.choices[0].refusal = "I will not."
        delta.choices[0].attachments = Attachments(pictures: 2, sounds: 1)
        let event = StreamEvent(number: 0, kind: .data, data: "…", time: .zero, delta: delta)
        try await recorder.record(
            [.request(), .head(), .read(WireRead(time: .zero, bytes: [1], events: [event]))], of: .x
        )
        try await recorder.record([.ended()], of: .x)
        let turn = try #require(try library.session(.s)?.turns.last)
        #expect(turn.message.content == "")
        #expect(turn.refusal == "I will not.")
        #expect(turn.attachments == Attachments(pictures: 2, sounds: 1))
        #expect(try library.exchange(.x)?.answer.choices.first?.attachments == turn.attachments)
    }

    @Test func lanesAreRecordedSideBySide() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        let recorder = Recorder(library)
        let lanes = (0..<4).map { ExchangeID(rawValue: "lane \($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in lanes {
                group.addTask {
                    try await recorder.begin(
                        lane, settings: .sample, created: Timestamp(milliseconds: 1)
                    )
                    for number in 0..<200 {
                        try await recorder.record([.read("\(lane.rawValue) \(number);")], of: lane)
                        await Task.yield()
                    }
                    try await recorder.record([.ended()], of: lane)
                    #expect(try library.exchange(lane)?.state == .done)
                }
            }
            try await group.waitForAll()
        }
        for lane in lanes {
            let text = (0..<200).map { "\(lane.rawValue) \($0);" }.joined()
            #expect(try library.exchange(lane)?.answer.choices.first?.content == text)
            #expect(try library.bodyBytes(of: lane) == Array(text.utf8))
        }
    }

    @Test func theEndOfACancelledTasksExchangeIsSaved() async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await recorder.record([.read("half"), .ended(Failure(.cancelled, ""))], of: .x)
        }
        try await task.value
        let turn = try #require(try library.session(.s)?.turns.last)
        #expect(turn.state == .stopped)
        #expect(turn.message.content == "half")
    }

    @Test func aBeginForWhatIsNotThereIsRefused() async throws {
        let library = try Library.temporary()
        let recorder = Recorder(library)
        await #expect(throws: LibraryProblem.self) { try await recorder.begin() }
        try await recorder.record([.read("ignored"), .ended()], of: .x)
        #expect(try library.exchange(.x) == nil)
    }

    @Test func anAnswerWhoseSessionIsDeletedMeanwhileHoldsUpNothing() async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        try library.delete(.s)
        let other = ExchangeID(rawValue: "other")
        try await recorder.begin(other, settings: .sample, created: Timestamp(milliseconds: 1))
        try await recorder.record([.read("a"), .ended()], of: .x)
        try await recorder.record([.read("b"), .ended()], of: other)
        #expect(try library.exchange(.x) == nil)
        #expect(try library.exchange(other)?.answer.choices.first?.content == "b")
    }
}

extension StoredExchange {
    /// What was stored of it, as the events that brought it.
    fileprivate var events: [ExchangeEvent] {
        [
            request.map(ExchangeEvent.request), head.map(ExchangeEvent.head),
            end.map(ExchangeEvent.ended),
        ].compactMap { $0 }
    }
}
