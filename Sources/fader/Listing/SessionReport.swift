import ChatCompletions

/// A session as `fader sessions` prints it.
enum SessionReport {
    static func line(_ session: SessionSummary) -> String {
        let count = session.turnCount.of("turn").padded(left: 9)
        return
            "\(session.id.rawValue)  \(session.updated.minute(in: .system))  \(count)  \(session.title)"
    }

    static func text(_ session: Session) -> String {
        let settings = session.settings
        var text = "\(session.title)\n\(settings.provider) · \(settings.model)\n"
        for turn in session.turns {
            let state = turn.state == .done ? "" : " (\(turn.state.rawValue))"
            text += "\n\(turn.message.role.rawValue)\(state)\n\(body(turn))\n"
        }
        return text
    }

    /// The text, the calls that it asks for, and what else is to be said of it.
    private static func body(_ turn: Turn) -> String {
        let calls = turn.message.toolCalls.map { "the model calls \($0.written)" }
        let remarks = turn.remarks.map(\.sentence)
        let failure = turn.state == .failed ? turn.failure.map { [$0.sentence] } ?? [] : []
        let notes = (calls + remarks + failure).map { "[\($0)]" }
        let text = turn.message.role == .assistant ? turn.choice.shownText : turn.message.content
        return ((text.isEmpty && !notes.isEmpty ? [] : [text]) + notes).joined(separator: "\n")
    }

    static func summary(_ session: SessionSummary) -> JSONValue {
        [
            "id": .string(session.id.rawValue),
            "title": .string(session.title),
            "created": .string(session.created.rfc3339),
            "updated": .string(session.updated.rfc3339),
            "turns": .integer(session.turnCount),
        ]
    }

    static func whole(_ session: Session) -> JSONValue {
        [
            "id": .string(session.id.rawValue),
            "title": .string(session.title),
            "created": .string(session.created.rfc3339),
            "updated": .string(session.updated.rfc3339),
            "turns": .array(session.turns.map(object)),
        ]
    }

    private static func object(_ turn: Turn) -> JSONValue {
        var json: JSONValue = [
            "id": .string(turn.id.rawValue),
            "parent": JSONValue(turn.parent?.rawValue),
            "role": .string(turn.message.role.rawValue),
            "content": .string(turn.message.content),
            "reasoning": .string(turn.message.reasoning),
            "state": .string(turn.state.rawValue),
            "provider": JSONValue(turn.provider),
            "model": JSONValue(turn.model),
            "exchange": JSONValue(turn.exchange?.rawValue),
            "finish_reason": JSONValue(turn.finishReason),
            "created": .string(turn.created.rfc3339),
        ]
        if !turn.refusal.isEmpty { json["refusal"] = .string(turn.refusal) }
        return json
    }
}
