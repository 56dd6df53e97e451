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
        var json: JSONValue = [
            "id": .string(session.id.rawValue),
            "title": .string(session.title),
            "created": .string(session.created.rfc3339),
            "updated": .string(session.updated.rfc3339),
            "tags": [],
            "source": .string(session.source.rawValue),
        ]
        let shown = SessionLane(settings: session.settings, system: session.system, head: head)
        for member in members(of: shown) { json[member.name] = .some(member.value) }
        json["lane"] = .integer(session.lane)
        json["lanes"] = .array(session.lanes.map { .object(members(of: $0)) })
        json["turns"] = .array(turns.map(object))
        return json
    }

    private static func members(of lane: SessionLane) -> [JSONValue.Member] {
        [
            JSONValue.Member("provider", .string(lane.settings.provider)),
            JSONValue.Member("base_url", JSONValue(lane.settings.baseURL)),
            JSONValue.Member("model", .string(lane.settings.model)),
            JSONValue.Member("parameters", .object(lane.settings.parameters.members)),
            JSONValue.Member("system", .string(lane.system)),
            JSONValue.Member("head", JSONValue(lane.head?.rawValue)),
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
        if let template = turn.template { json["template"] = .string(template) }
        if !turn.refusal.isEmpty { json["refusal"] = .string(turn.refusal) }
        // What has parts, a name, or what Fader does not know is more than its text and calls.
        if !turn.message.isPlain { json["message"] = .some(turn.message.json) }
        return json
    }
}
