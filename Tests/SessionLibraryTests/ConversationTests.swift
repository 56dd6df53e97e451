import ChatCompletions
import Conversations
import Testing

@testable import SessionLibrary

@Suite struct ConversationTests {
    @Test func aSessionComesBackAsItWasSaved() throws {
        let directory = try Directory()
        let session = Session.sample("s")
        try Library.open(at: directory.library).save(session)
        #expect(try Library.open(at: directory.library).session(.s) == session)
    }

    @Test func numbersKeepTheirSpelling() throws {
        let library = try Library.temporary()
        let spellings = ["18446744073709551615", "0.70", "1.0", "1", "1e400", "-0", "1E+2"]
        var session = Session.sample("s")
        for text in spellings { session.settings.parameters[text] = JSONValue(number: text) }
        try library.save(session)
        let read = try library.session(.s)?.settings.parameters
        #expect(spellings.map { read?[$0]?.text } == spellings)
    }

    @Test func anUnknownSessionIsNone() throws {
        #expect(try Library.temporary().session(.s) == nil)
    }

    @Test func aTreeOfTurnsComesBackInItsOrder() throws {
        let library = try Library.temporary()
        var last = Turn.question("c", after: "a", "tool\u{0}result")
        last.message.role = .tool
        last.message.toolCallID = "call 1"
        var answer = Turn.question("a", after: "q", "fork 1")
        answer.message = Message(
            .assistant, "看", reasoning: "想",
            toolCalls: [ToolCall(id: "call 1", name: "f", arguments: "{\"x\": 1}")]
        )
        answer.provider = "practice"
        answer.model = "tiny"
        answer.exchange = .x
        answer.finishReason = "tool_calls"
        answer.usage = Usage(promptTokens: 1, completionTokens: 2, totalTokens: 3, cachedTokens: 0)
        answer.failure = Failure(
            .api, "too much", status: 429, code: "c", type: "t", requestID: "r",
            retryAfterMilliseconds: 20, phase: .body
        )
        answer.state = .failed
        answer.isLeftOut = true
        answer.choiceIndex = 2
        answer.refusal = "no\u{0}"
        answer.attachments = Attachments(pictures: 1, sounds: 2, others: 3)
        var session = Session.sample("s", updated: 5_000)
        session.variables = ["topic": "熵\u{0}", "主题 二": "", "a": "{{a}}\n\"\\"]
        var question = Turn.question("q")
        question.template = "Explain {{topic}}\u{0}."
        session.turns = [question, answer, .question("b", after: "q", "fork 2"), last]
        session.head = TurnID(rawValue: "c")
        try library.save(session, turns: session.turns)
        #expect(try library.session(.s) == session)
    }

    @Test func lanesComeBackAsTheyWereSaved() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        var session = Session.sample("s", updated: 9_000)
        session.turns = [.question("q"), .question("a", after: "q"), .question("b", after: "q")]
        session.setLanes(
            [
                SessionLane(settings: .sample, system: "One.", head: TurnID(rawValue: "a")),
                SessionLane(
                    settings: LaneSettings(provider: "practice", model: "tiny"),
                    system: "Two \u{0}.", head: TurnID(rawValue: "b")),
                SessionLane(settings: .sample),
            ], current: 1)
        #expect(session.lane == 1)
        #expect(session.settings.model == "tiny")
        try library.save(session, turns: session.turns)
        #expect(try Library.open(at: directory.library).session(.s) == session)
        // What a command goes on with is the lane that a prompt goes to; the others stay.
        session.system = "Three."
        session.lanesAfter = []
        try library.save(session)
        #expect(try library.session(.s)?.lanes.map(\.system) == ["One.", "Three."])
        try library.delete(.s)
        #expect(try library.tableCounts().first { $0.table == "lane" }?.rows == 0)
    }

    @Test func aLaneOfAnUnknownTurnIsRefused() throws {
        let library = try Library.temporary()
        var session = Session.sample("s")
        session.lanesAfter = [SessionLane(settings: .sample, head: TurnID(rawValue: "nobody"))]
        #expect { try library.save(session) } throws: {
            ($0 as? LibraryProblem)?.kind == .refused
        }
        #expect(try library.session(.s) == nil)
    }

    /// Members that Fader does not know, parts in their order, a name: as they were given. Its text
    /// is where a list or an export looks for it.
    @Test func aMessageKeepsAllThatItWasGiven() throws {
        let library = try Library.temporary()
        let given = try JSONValue(
            parsing: #"""
                {"role":"user","name":"Ann","content":[{"type":"text","text":"看"},
                {"type":"image_url","image_url":{"url":"data:,","detail":"low"}},
                {"type":"text","text":" it","cache_control":{"type":"ephemeral"}}],
                "x_weight":0.70,"content":null}
                """#)
        var turn = Turn.question("q")
        turn.message = try Message(given: given)
        try library.save(.sample("s"), turns: [turn])
        let read = try #require(try library.session(.s)?.turns.first)
        #expect(read == turn)
        #expect(read.message.json.text == given.text)
        let text = try library.read { db in
            try db.row("SELECT content FROM turn") { try $0.text("content") }
        }
        #expect(text == turn.message.content)
    }

    @Test func aTurnIsReplacedInItsPlace() throws {
        let library = try Library.temporary()
        try library.save(.sample("s"), turns: [.question("q"), .question("b", after: "q")])
        try library.save(.question("q", after: nil, "另"), in: .s)
        #expect(try library.session(.s)?.turns.map(\.message.content) == ["另", "你好？"])
    }

    @Test func savingSettingsLeavesTheTurns() throws {
        let library = try Library.temporary()
        var session = Session.sample("s", updated: 9_000)
        try library.save(session, turns: [.question("q")])
        session.title = "renamed"
        session.head = TurnID(rawValue: "q")
        try library.save(session)
        session.turns = [.question("q")]
        #expect(try library.session(.s) == session)
    }

    @Test func aTurnOfAnUnknownSessionOrParentIsRefused() throws {
        let library = try Library.temporary()
        #expect(throws: LibraryProblem.self) { try library.save(.question("q"), in: .s) }
        try library.save(.sample("s"))
        #expect { try library.save(.question("b", after: "nobody"), in: .s) } throws: {
            ($0 as? LibraryProblem)?.kind == .refused
        }
        #expect(try library.session(.s)?.turns.isEmpty == true)
    }

    @Test func theListShowsTheMostRecentlyChangedFirstPageByPage() throws {
        let library = try Library.temporary()
        for (id, updated) in [("a", 1_000), ("b", 3_000), ("c", 3_000), ("d", 2_000)] {
            try library.save(.sample(id, updated: Int64(updated)))
        }
        try library.save(.question("q"), in: SessionID(rawValue: "a"))
        let first = try library.sessions(limit: 2)
        #expect(first.map(\.id.rawValue) == ["c", "b"])
        let second = try library.sessions(limit: 9, before: first.last)
        #expect(second.map(\.id.rawValue) == ["d", "a"])
        #expect(second.map(\.turnCount) == [0, 1])
        #expect(second.last?.updated == Timestamp(milliseconds: 2_000))
    }

    @Test func sessionsAreListedByWhatBeganThemAndWhomTheyAsk() throws {
        let library = try Library.temporary()
        for (number, source) in [SessionSource.workbench, .send, .workbench, .send].enumerated() {
            var session = Session.sample("s\(number)", updated: Int64(number))
            session.source = source
            session.settings.model = number < 2 ? "tiny" : "large"
            try library.save(session)
        }
        func ids(_ filter: SessionFilter, limit: Int = 9, offset: Int = 0) throws -> [String] {
            try library.sessions(limit: limit, offset: offset, where: filter).map(\.id.rawValue)
        }
        #expect(try ids(SessionFilter()) == ["s3", "s2", "s1", "s0"])
        #expect(try ids(SessionFilter(), limit: 2, offset: 1) == ["s2", "s1"])
        #expect(try ids(SessionFilter(source: .workbench), limit: 1) == ["s2"])
        #expect(try ids(SessionFilter(model: "tiny")) == ["s1", "s0"])
        #expect(try ids(SessionFilter(provider: "ppio", model: "tiny", source: .send)) == ["s1"])
        #expect(try ids(SessionFilter(provider: "nobody")) == [])
        #expect(try library.sessionCount() == 4)
        #expect(try library.sessionCount(where: SessionFilter(source: .send)) == 2)
    }

    @Test func whatBeganASessionStaysWhoeverGoesOnWithIt() throws {
        let library = try Library.temporary()
        var session = Session.sample("s")
        session.source = .send
        try library.save(session)
        session.source = .workbench
        try library.save(session)
        #expect(try library.session(.s)?.source == .send)
        #expect(try library.sessions(limit: 1).map(\.source) == [.send])
    }

    @Test func nothingIsSavedBesideAnAnswerThatIsArriving() async throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        let next = Turn.question("b", after: "a", "and then?")
        #expect(try !library.saveUnlessArriving(.sample("s"), turns: [next]))
        #expect(try library.session(.s)?.turns.count == 2)
        try await recorder.record([.ended()], of: .x)
        #expect(try library.saveUnlessArriving(.sample("s"), turns: [next]))
        #expect(try library.session(.s)?.turns.count == 3)
    }

    @Test func aDeletedSessionTakesEverythingWithIt() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        try library.prepareExchange()
        let recorder = Recorder(library)
        try await recorder.begin()
        try await recorder.record([.request(), .head(), .read("secret"), .ended()], of: .x)
        try library.delete(.s)
        #expect(try library.session(.s) == nil)
        #expect(try library.exchange(.x) == nil)
        #expect(try library.bodyBytes(of: .x).isEmpty)
        let rest = try #require(contents(of: directory.library))
        #expect(!rest.contains("secret"))
    }
}
