import ChatCompletions
import Conversations
import ScreenKit

/// What is said of a turn beside its text.
extension Transcript.Entry {
    var roleText: String {
        switch turn.message.role {
        case .user: "you"
        default: turn.message.role.rawValue
        }
    }

    var roleFace: Face {
        switch turn.message.role {
        case .user: Face(.turnUser)
        case .assistant: Face(.turnAssistant)
        default: Face(.turnSystem)
        }
    }

    /// `▸ thought for 3.1 s, 412 tokens`.
    private var thinkingText: String {
        let mark = showsReasoning ? "▾" : "▸"
        guard turn.state != .streaming || !body.content.lines.isEmpty else {
            return "\(mark) thinking"
        }
        let time = thoughtFor.map { " for \($0.shortText)" } ?? ""
        let count = turn.usage?.reasoningTokens.map { ", \($0) tokens" } ?? ""
        return "\(mark) thought\(time)\(count)"
    }

    /// What a heading says beside the role.
    var facts: [String] {
        (turn.message.role == .assistant ? answerFacts : []) + [omission?.words].compactMap { $0 }
    }

    /// The model, the thinking, which choice.
    private var answerFacts: [String] {
        var facts: [String] = []
        if bodies.count > 1 {
            // The first is the turn's text, which the next prompt goes with.
            let isSent = shown == 0 ? "" : ", not sent"
            facts.append("choice \(shown + 1) of \(bodies.count)\(isSent)")
        }
        facts.append(turn.model ?? "")
        if !body.reasoning.lines.isEmpty { facts.append(thinkingText) }
        if let reason = body.finishReason, reason != "stop" { facts.append(reason) }
        return facts.filter { !$0.isEmpty }
    }
}

extension History.Omission {
    /// As a heading says it.
    fileprivate var words: String {
        switch self {
        case .unanswered: "not sent: no answer"
        case .empty: "not sent"
        case .incomplete: "not sent: a call without its result"
        case .leftOut: "not sent: left out"
        }
    }
}

extension Choice {
    /// What a choice has beside its text: the calls that it asks for, and what is to be said of it.
    func note(isWhole: Bool) -> String {
        let calls = toolCalls.map { "▸ calls \($0.written)" }
        // The heading has the finish reason.
        let remarks = self.remarks(isWhole: isWhole).filter { $0 != .cut }
            .map { "■ \($0.sentence)" }
        return (calls + remarks).joined(separator: "\n")
    }
}

extension Turn {
    /// Why an answer did not end well.
    var endNote: String {
        switch state {
        case .failed: "✗ " + (failure?.sentence ?? "The answer failed.")
        case .stopped: "■ stopped"
        case .interrupted:
            "■ " + (failure?.sentence ?? "interrupted: the program ended while this arrived")
        // Another program's: what arrives here has no failure yet.
        case .streaming: failure.map { "■ " + $0.sentence } ?? ""
        case .done: ""
        }
    }
}
