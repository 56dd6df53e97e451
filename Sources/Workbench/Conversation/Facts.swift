import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What is said of a turn beside its text.
extension Transcript.Entry {
    var speaker: Phrase { .speaker(turn.message.role) }

    var roleFace: Face {
        switch turn.message.role {
        case .user: Face(.turnUser)
        case .assistant: Face(.turnAssistant)
        default: Face(.turnSystem)
        }
    }

    /// `▸ thought for 3.1 s, 412 tokens`.
    private var thinking: Phrase {
        let mark = Phrase(verbatim: showsReasoning ? "▾ " : "▸ ")
        guard turn.state != .streaming || !body.content.isEmpty else {
            return mark + .thinkingNow
        }
        return mark + .thought(for: thoughtFor, tokens: turn.usage?.reasoningTokens)
    }

    /// The model, where it is known.
    var model: [Phrase] {
        guard turn.message.role == .assistant, let model = turn.model, !model.isEmpty else {
            return []
        }
        return [Phrase(verbatim: model)]
    }

    /// What a heading says beside the role and the model.
    var facts: [Phrase] {
        (turn.message.role == .assistant ? answerFacts : [])
            + [omission.map(Phrase.omission)].compactMap { $0 }
    }

    /// The thinking, and what cut it.
    private var answerFacts: [Phrase] {
        var facts: [Phrase] = []
        if !body.reasoning.lines.isEmpty { facts.append(thinking) }
        if let reason = body.finishReason, reason != "stop" {
            facts.append(Phrase(verbatim: reason))
        }
        return facts.filter { !$0.isEmpty }
    }
}

extension Choice {
    /// What a choice has beside its text: the calls that it asks for, and what is to be said of it.
    func note(isWhole: Bool) -> Phrase {
        let calls = toolCalls.map(Phrase.calls)
        // The heading has the finish reason.
        let remarks = self.remarks(isWhole: isWhole).filter { $0 != .cut }
            .map { .halt + $0.sentence }
        return (calls + remarks).joined(separator: "\n")
    }
}

extension Turn {
    /// Why an answer did not end well.
    var endNote: Phrase {
        switch state {
        case .failed: Phrase(verbatim: "✗ ") + (failure?.sentence ?? .answerFailed)
        case .stopped: .halt + .answerStopped
        case .interrupted: .halt + (failure?.sentence ?? .answerInterrupted)
        // Another program's: what arrives here has no failure yet.
        case .streaming: failure.map { .halt + $0.sentence } ?? .empty
        case .done: .empty
        }
    }
}

extension Phrase {
    /// What follows ended there.
    fileprivate static let halt = Phrase(verbatim: "■ ")
}
