import ChatCompletions
import Conversations
import Words

/// A session as `fader sessions` prints it for programs, and as a line of a list.
enum SessionReport {
    static func line(_ session: SessionSummary) -> String {
        [
            session.id.rawValue, session.updated.minute(in: .system),
            Phrase.turns(session.turnCount).here.padded(left: 9),
            session.source.rawValue.padded(right: 9),
            session.title,
        ].joined(separator: "  ")
    }

    static func summary(_ session: SessionSummary) -> JSONValue {
        [
            "id": .string(session.id.rawValue),
            "title": .string(session.title),
            "created": .string(session.created.rfc3339),
            "updated": .string(session.updated.rfc3339),
            "turns": .integer(session.turnCount),
            "tags": [],
            "source": .string(session.source.rawValue),
        ]
    }

    /// The session with some of its turns.
    static func whole(_ session: Session, head: TurnID?, _ turns: [Turn]) -> JSONValue {
        [
            "id": .string(session.id.rawValue),
            "title": .string(session.title),
            "created": .string(session.created.rfc3339),
            "updated": .string(session.updated.rfc3339),
            "tags": [],
            "source": .string(session.source.rawValue),
            "provider": .string(session.settings.provider),
            "base_url": JSONValue(session.settings.baseURL),
            "model": .string(session.settings.model),
            "parameters": .object(session.settings.parameters.members),
            "system": .string(session.system),
            "head": JSONValue(head?.rawValue),
            "turns": .array(turns.map(object)),
        ]
    }

    private static func object(_ turn: Turn) -> JSONValue {
        var json: JSONValue = [
            "id": .string(turn.id.rawValue),
            "parent": JSONValue(turn.parent?.rawValue),
            "role": .string(turn.message.role.rawValue),
            "content": .string(turn.message.content),
            "reasoning": .string(turn.message.reasoning),
            "tool_calls": .array(turn.message.toolCalls.map(AnswerReport.call)),
            "tool_call_id": JSONValue(turn.message.toolCallID),
            "state": .string(turn.state.rawValue),
            "left_out": .bool(turn.isLeftOut),
            "provider": JSONValue(turn.provider),
            "model": JSONValue(turn.model),
            "exchange": JSONValue(turn.exchange?.rawValue),
            "finish_reason": JSONValue(turn.finishReason),
            "usage": turn.usage.map(AnswerReport.usage) ?? .null,
            "error": turn.failure.map(AnswerReport.error) ?? .null,
            "created": .string(turn.created.rfc3339),
        ]
        if !turn.refusal.isEmpty { json["refusal"] = .string(turn.refusal) }
        return json
    }
}
