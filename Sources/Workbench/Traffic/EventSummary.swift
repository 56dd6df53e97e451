import ChatCompletions
import Conversations

/// The part of an event that matters, as one line of a list.
extension StreamEvent {
    /// What the event did to the answer, and with what; the event's data where it did nothing.
    var summary: (label: String, text: String) {
        guard kind == .data || kind == .document, let delta = Delta(chunk: data) else {
            return (label, data)
        }
        if let choice = delta.choices.first, let said = choice.summary {
            let place = delta.choices.count > 1 || choice.index > 0 ? "[\(choice.index)] " : ""
            return (said.label, place + said.text)
        }
        if let usage = delta.usage { return ("usage", usage.summary) }
        return (label, data)
    }

    /// What kind of thing came: `data`, `:` for a comment, the event's own type.
    var label: String {
        switch kind {
        case .data: type == "message" ? "data" : type
        case .comment: ":"
        case .done: "done"
        case .unreadable: "not JSON"
        case .error: "error"
        case .document: "body"
        }
    }
}

extension ChoiceDelta {
    fileprivate var summary: (label: String, text: String)? {
        if !content.isEmpty { return ("content", JSONValue.string(content).text + ending) }
        if !reasoning.isEmpty { return ("thinking", JSONValue.string(reasoning).text + ending) }
        if !refusal.isEmpty { return ("refusal", JSONValue.string(refusal).text + ending) }
        if let call = toolCalls.first { return ("tool", (call.name ?? "") + call.arguments) }
        if !attachments.isEmpty { return ("part", attachments.words) }
        if let finishReason { return ("finish", finishReason) }
        return role.map { ("role", $0) }
    }

    private var ending: String { finishReason.map { "  finish \($0)" } ?? "" }
}

extension Usage {
    fileprivate var summary: String {
        let parts: [(String, Int?)] = [
            ("prompt", promptTokens), ("answer", completionTokens), ("thinking", reasoningTokens),
            ("cached", cachedTokens),
        ]
        return parts.compactMap { name, count in count.map { "\(name) \($0)" } }
            .joined(separator: "  ")
    }
}
