import ChatCompletions
import Conversations
import SessionLibrary

/// A library with everything in it that a library can hold, as `fixture` makes it: the file that
/// the next version must be able to read. Every identifier and time in it is always the same.
enum Fixture {
    static func write(to path: String) async throws {
        let library = try Library.open(at: path)
        try library.save(tree, turns: tree.turns)
        try library.save(asked, turns: asked.turns)
        try library.save(empty)
        let given = try given()
        try library.save(given, turns: given.turns)
        let recorder = Recorder(library)
        try await recordWhole(recorder)
        try await recordOutside(recorder)
        try await recordArriving(in: library, recorder)
        try library.keep(
            Draft(session: tree.id, prompt: "写了一半", system: "Be \u{0} brief."), at: time(70))
        // What arrives stays without its end: this process is killed, as it were.
    }

    private static func time(_ second: Int) -> Timestamp {
        Timestamp(milliseconds: 1_790_000_000_000 + Int64(second) * 1_000)
    }

    private static func turn(
        _ id: String, after parent: String?, _ message: Message, at second: Int,
        _ state: Turn.State = .done
    ) -> Turn {
        Turn(
            id: TurnID(rawValue: id), parent: parent.map { TurnID(rawValue: $0) },
            message: message, state: state, created: time(second))
    }

    private static func answer(
        _ id: String, after parent: String, _ message: Message, at second: Int,
        _ state: Turn.State = .done, in exchange: String
    ) -> Turn {
        var answer = turn(id, after: parent, message, at: second, state)
        answer.provider = "practice"
        answer.model = "tiny"
        answer.exchange = ExchangeID(rawValue: exchange)
        return answer
    }
}

// MARK: Sessions

extension Fixture {
    private static let settings = LaneSettings(
        provider: "ppio", baseURL: "http://127.0.0.1:1/v1", model: "deepseek/v3 ✓",
        parameters: Parameters([
            JSONValue.Member("temperature", JSONValue(number: "0.70") ?? 0.7),
            JSONValue.Member("seed", JSONValue(number: "18446744073709551615") ?? 0),
            JSONValue.Member("stop", ["\n", "\u{0}end", "结束"]),
            JSONValue.Member("user", nil),
            JSONValue.Member("response_format", ["type": "json_object", "deep": [1, [], [:]]]),
        ]))

    /// Roles, calls and results, forks, thinking, failures, what is left out.
    private static let tree: Session = {
        var failed = answer(
            "failed", after: "again", Message(.assistant, "half"), at: 6, .failed, in: "x-failed")
        failed.failure = Failure(
            .api, "too much", status: 429, code: "c", type: "t", requestID: "r",
            retryAfterMilliseconds: 20, phase: .body)
        var whole = answer(
            "called", after: "prompt",
            Message(
                .assistant, "看", reasoning: "想",
                toolCalls: [ToolCall(id: "call 1", name: "weather", arguments: "{\"x\": 1}")]),
            at: 3, in: "x-called")
        whole.finishReason = "tool_calls"
        whole.usage = Usage(
            promptTokens: 1, completionTokens: 2, totalTokens: 3, reasoningTokens: 1,
            cachedTokens: 0)
        var result = turn("result", after: "called", Message(.tool, "sunny\u{0}"), at: 4)
        result.message.toolCallID = "call 1"
        var again = turn("again", after: "prompt", Message(.user, "and in 北京?"), at: 5)
        again.isLeftOut = true
        again.template = "and in {{city}}?"
        var session = Session(
            id: SessionID(rawValue: "tree"), title: "天气 \u{0} and more", created: time(0),
            updated: time(7), settings: settings, system: "Be brief.",
            turns: [
                turn("rules", after: nil, Message(.developer, "Metric units."), at: 1),
                turn("prompt", after: "rules", Message(.user, "What is the weather?"), at: 2),
                whole, result, again, failed,
                answer(
                    "stopped", after: "again", Message(.assistant, "st"), at: 7, .stopped,
                    in: "x-stopped"),
            ])
        session.head = TurnID(rawValue: "failed")
        session.variables = ["city": "北京", "主题": ""]
        return session
    }()

    /// What a command asked, and its answer that is recorded whole.
    private static let asked: Session = {
        var session = Session(
            id: SessionID(rawValue: "asked"), title: "什么是熵？", created: time(10),
            updated: time(12), settings: LaneSettings(provider: "practice", model: "tiny"),
            turns: [
                turn("q", after: nil, Message(.user, "什么是熵？"), at: 11),
                answer("a", after: "q", Message(.assistant, ""), at: 12, .streaming, in: "x-whole"),
            ], head: TurnID(rawValue: "a"))
        session.source = .send
        return session
    }()

    /// A message that is more than its text, and lanes on both sides of the session's own.
    private static func given() throws -> Session {
        let whole: JSONValue = [
            "role": "user", "name": "Ada",
            "content": [
                ["type": "text", "text": "看图"],
                ["type": "image_url", "image_url": ["url": "data:image/png;base64,AA=="]],
            ],
        ]
        let turns = [
            turn("picture", after: nil, try Message(given: whole), at: 51),
            answer("cat", after: "picture", Message(.assistant, "猫"), at: 52, in: "x-cat"),
            answer("dog", after: "picture", Message(.assistant, "dog"), at: 52, in: "x-dog"),
        ]
        var session = Session(
            id: SessionID(rawValue: "given"), title: "看图", created: time(50), updated: time(52),
            settings: settings, turns: turns)
        session.setLanes(
            [
                SessionLane(settings: empty.settings, system: "说中文。", head: turns[1].id),
                SessionLane(settings: settings, head: turns[2].id),
                SessionLane(settings: settings, system: "Be kind."),
            ], current: 1)
        return session
    }

    private static let empty = Session(
        id: SessionID(rawValue: "empty"), title: "", created: time(20), updated: time(20),
        settings: LaneSettings(provider: "practice", model: "tiny"))
}

// MARK: Exchanges

extension Fixture {
    private static let request = SentRequest(
        started: time(13), method: "POST", url: "http://127.0.0.1:1/v1/chat/completions",
        headers: [Header("Authorization", "Bearer •••"), Header("Accept", "")],
        body: Array("{\"a\":\"\u{0}\"}".utf8), proxy: "http://proxy:3128")

    private static let head = ResponseHead(
        time: .nanoseconds(1_234_567), version: "HTTP/1.1", status: 200, reason: "OK",
        headers: [Header("content-type", "text/event-stream")], remoteAddress: "127.0.0.1:1",
        reusedConnection: true)

    /// Two choices with everything that an answer may have.
    private static func recordWhole(_ recorder: Recorder) async throws {
        let exchange = try await begin("x-whole", "asked", "a", at: 13, recorder)
        var delta = Delta()
        delta.id = "chatcmpl-1"
        delta.model = "tiny-1"
        delta.systemFingerprint = "fp"
        delta.usage = Usage(promptTokens: 3, completionTokens: 4, reasoningTokens: 1)
        delta.choices = [ChoiceDelta(index: 0), ChoiceDelta(index: 1)]
        delta.choices[0].content = "熵\u{0}是"
        delta.choices[0].reasoning = "hm"
        delta.choices[0].refusal = "I will not."
        delta.choices[0].attachments = Attachments(pictures: 2, sounds: 1)
        delta.choices[0].finishReason = "stop"
        delta.choices[0].logprobs = [
            TokenLogprob(
                token: "熵", logprob: -0.25, top: [TokenLogprob(token: "", logprob: -.infinity)])
        ]
        delta.choices[1].content = "another"
        delta.choices[1].toolCalls = [call(0, "2", "f", "{}")]
        try await recorder.record(
            [.request(request), .head(head), read("data: …\n\n", delta, at: 1), read("", at: 2)],
            of: exchange)
        var timings = Timings()
        timings.firstByte = .nanoseconds(7)
        timings.completed = .milliseconds(1_500)
        let end = ExchangeEnd(timings: timings, done: true, skipped: 2, requestID: "r")
        try await recorder.record([.ended(end)], of: exchange)
    }

    /// One that belongs to no session, and failed before anything came.
    private static func recordOutside(_ recorder: Recorder) async throws {
        let exchange = try await begin("x-outside", nil, nil, at: 30, recorder)
        let failure = Failure(.transport, "refused", phase: .connect)
        try await recorder.record(
            [.request(request), .ended(ExchangeEnd(failure: failure))], of: exchange)
    }

    /// Two lanes side by side, with other settings, whose answers arrive.
    private static func recordArriving(
        in library: Library, _ recorder: Recorder
    ) async throws {
        var session = Session(
            id: SessionID(rawValue: "lanes"), title: "side by side", created: time(40),
            updated: time(42), settings: LaneSettings(provider: "practice", model: "tiny"),
            system: "Be brief.", head: TurnID(rawValue: "left"))
        session.lanesAfter = [
            SessionLane(settings: settings, system: "Be brief.", head: TurnID(rawValue: "right"))
        ]
        try library.save(
            session,
            turns: [
                turn("both", after: nil, Message(.user, "Compare."), at: 41),
                answer(
                    "left", after: "both", Message(.assistant, ""), at: 42, .streaming, in: "x-left"
                ),
                answer(
                    "right", after: "both", Message(.assistant, ""), at: 42, .streaming,
                    in: "x-right"),
            ])
        for (side, settings) in [("left", session.settings), ("right", settings)] {
            let exchange = try await begin("x-\(side)", "lanes", side, at: 42, recorder, settings)
            var delta = Delta()
            delta.choices = [ChoiceDelta(index: 0)]
            delta.choices[0].content = "from the \(side)"
            delta.choices[0].reasoning = "…"
            delta.choices[0].toolCalls = [call(0, "3", "g", "{\"")]
            try await recorder.record(
                [.request(request), .head(head), read("data: \(side)\n\n", delta, at: 3)],
                of: exchange)
        }
        try await recorder.flush()
    }

    private static func begin(
        _ id: String, _ session: String?, _ turn: String?, at second: Int, _ recorder: Recorder,
        _ settings: LaneSettings = settings
    ) async throws -> ExchangeID {
        let exchange = ExchangeID(rawValue: id)
        try await recorder.begin(
            exchange, session: session.map { SessionID(rawValue: $0) },
            turn: turn.map { TurnID(rawValue: $0) }, settings: settings, created: time(second))
        return exchange
    }

    private static func read(
        _ text: String, _ delta: Delta? = nil, at millisecond: Int
    ) -> ExchangeEvent {
        let time = Duration.milliseconds(millisecond)
        let events = delta.map {
            [StreamEvent(number: 0, kind: .data, data: text, time: time, delta: $0)]
        }
        return .read(WireRead(time: time, bytes: Array(text.utf8), events: events ?? []))
    }

    private static func call(
        _ place: Int, _ id: String, _ name: String, _ arguments: String
    ) -> ToolCallDelta {
        var call = ToolCallDelta(index: place)
        call.id = id
        call.name = name
        call.arguments = arguments
        return call
    }
}
