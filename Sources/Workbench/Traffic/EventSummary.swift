import ChatCompletions
import Conversations
import Words

/// The part of an event that matters, as one line of a list.
extension StreamEvent {
    /// What the event did to the answer, and with what; the event's data where it did nothing.
    func summary(in language: Language) -> (label: String, text: String) {
        let (label, text) = summary
        return (label.text(in: language), text.text(in: language))
    }

    private var summary: (label: Phrase, text: Phrase) {
        guard kind == .data || kind == .document, let delta = delta ?? Delta(chunk: data) else {
            return (label, Phrase(verbatim: data))
        }
        if let choice = delta.choices.first, let said = choice.summary {
            let place = delta.choices.count > 1 || choice.index > 0 ? "[\(choice.index)] " : ""
            return (said.label, Phrase(verbatim: place) + said.text)
        }
        if let usage = delta.usage { return (.usageEvent, usage.summary) }
        return (label, Phrase(verbatim: data))
    }

    /// What kind of thing came: `data`, `:` for a comment, the event's own type.
    var label: Phrase {
        switch kind {
        case .data: Phrase(verbatim: type == "message" ? "data" : type)
        case .comment: Phrase(verbatim: ":")
        case .done: .doneEvent
        case .unreadable: .unreadableEvent
        case .error: .errorEvent
        case .document: .bodyEvent
        }
    }
}

extension ChoiceDelta {
    fileprivate var summary: (label: Phrase, text: Phrase)? {
        if !content.isEmpty { return (.contentEvent, quoted(content)) }
        if !reasoning.isEmpty { return (.thinkingEvent, quoted(reasoning)) }
        if !refusal.isEmpty { return (.refusalEvent, quoted(refusal)) }
        if let call = toolCalls.first {
            return (.toolEvent, Phrase(verbatim: (call.name ?? "") + call.arguments))
        }
        if !attachments.isEmpty { return (.partEvent, attachments.words) }
        if let finishReason { return (.finishEvent, Phrase(verbatim: finishReason)) }
        return role.map { (.roleEvent, Phrase(verbatim: $0)) }
    }

    private func quoted(_ text: String) -> Phrase {
        Phrase(verbatim: JSONValue.string(text).text)
            + (finishReason.map(Phrase.finishes) ?? .empty)
    }
}

extension Usage {
    fileprivate var summary: Phrase {
        let parts: [(Phrase, Int?)] = [
            (.promptTokens, promptTokens), (.answerTokens, completionTokens),
            (.thinkingTokens, reasoningTokens), (.cachedTokens, cachedTokens),
        ]
        return parts.compactMap { name, count in count.map { name + Phrase(verbatim: " \($0)") } }
            .joined(separator: "  ")
    }
}
