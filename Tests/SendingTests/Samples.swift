import ChatCompletions
import Conversations

/// A session with a question, and the request for its answer.
enum Sample {
    static let settings = LaneSettings(provider: "generic", model: "m")
    static let time = Timestamp(milliseconds: 1_795_240_020_000)

    static func session(_ id: String = "s") -> Session {
        Session(
            id: SessionID(rawValue: id), title: "why?", created: time, updated: time,
            settings: settings, head: TurnID(rawValue: "q"))
    }

    static let question = Turn(
        id: TurnID(rawValue: "q"), parent: nil, message: Message(.user, "why?"), created: time)

    static func start(_ exchange: String = "x", at baseURL: String? = nil) -> ExchangeStart {
        ExchangeStart(
            exchange: ExchangeID(rawValue: exchange), session: SessionID(rawValue: "s"),
            turn: TurnID(rawValue: "a" + exchange), settings: settings,
            request: ChatRequest(
                provider: .generic, baseURL: baseURL, model: "m",
                messages: [Message(.user, "why?")]))
    }

    static func answer(to start: ExchangeStart) -> Turn {
        Turn(answering: start, after: question.id, at: time)
    }

    /// A read that brings a text.
    static func said(_ text: String) -> ExchangeEvent {
        var delta = Delta()
        var choice = ChoiceDelta(index: 0)
        choice.content = text
        delta.choices = [choice]
        let event = StreamEvent(number: 0, kind: .data, data: text, time: .zero, delta: delta)
        return .read(WireRead(time: .zero, bytes: Array(text.utf8), events: [event]))
    }
}
