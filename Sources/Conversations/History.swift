public import ChatCompletions

/// What of a branch a request carries, and why the rest of it is left out.
///
/// Strict servers want prompts and answers in turn, and a result after each call. So a prompt goes
/// with its answer: where none came that could be seen, neither is sent. Calls go with their
/// results; without them they are left out, and so is their prompt when they were all that came.
///
/// An answer that was continued, and what continues it, are one message.
///
/// What a person gave as messages is sent as it was given: answers count as failed only when Fader
/// asked for them.
///
/// ```swift
/// let history = History(of: branch, asked: [])
/// history.messages                 // for the next request
/// history.omissions[branch[0].id]  // .unanswered
/// ```
public struct History: Sendable, Hashable {
    /// Why a turn is not sent.
    public enum Omission: Sendable, Hashable {
        /// A prompt without an answer.
        case unanswered
        /// An answer in which there is nothing to be seen.
        case empty
        /// A call without its result, a result without its call, and the prompt that they were for.
        case incomplete
        /// The person does not want it to be sent.
        case leftOut
    }

    /// What is sent, in order.
    public private(set) var messages: [Message] = []
    /// The turns that are not sent.
    public private(set) var omissions: [TurnID: Omission] = [:]

    /// The history of a branch. When its last turn is a prompt or a result, that is what is being
    /// asked now; an answer that is still arriving has not failed yet.
    ///
    /// - Parameters:
    ///   - asked: prompts that were sent from other branches too (`Turn.isAnswer` names them by its
    ///     parent): without an answer here, they are unanswered here.
    ///   - isFollowed: the branch goes on with another prompt, so that nothing in it is being asked.
    public init(of branch: [Turn], asked: Set<TurnID> = [], isFollowed: Bool = false) {
        var start = branch.startIndex
        while start < branch.endIndex {
            let rest = branch[(start + 1)...]
            let end = rest.firstIndex { !$0.isReply } ?? branch.endIndex
            let isLast = end == branch.endIndex && !isFollowed
            add(Passage(branch[start..<end], isLast: isLast), asked)
            start = end
        }
    }

    /// What of a branch and of the passages that follow it is sent.
    package static func + (branch: History, rest: History) -> History {
        var history = branch
        history.messages += rest.messages
        history.omissions.merge(rest.omissions) { $1 }
        return history
    }

    private mutating func add(_ passage: Passage, _ asked: Set<TurnID>) {
        if passage.turns.first?.isLeftOut == true {
            for turn in passage.turns { omissions[turn.id] = .leftOut }
        } else if passage.isPlain {
            for turn in passage.turns { messages.append(turn.message) }
        } else if passage.isGiven(asked) {
            messages += passage.turns.map(\.message)
        } else {
            add(passage.kept, of: passage)
        }
    }

    private mutating func add(_ kept: [Turn], of passage: Passage) {
        let start = messages.endIndex
        for turn in kept {
            let isBegun = messages[start...].last?.isContinuable == true
            if turn.isAnswer, isBegun, let last = messages.indices.last {
                messages[last].content += turn.message.content
                messages[last].toolCalls = turn.message.toolCalls
            } else {
                messages.append(turn.message)
            }
        }
        let sent = Set(kept.map(\.id))
        let isCalled = passage.turns.contains { !$0.message.toolCalls.isEmpty }
        for turn in passage.turns where !sent.contains(turn.id) && turn.state != .streaming {
            omissions[turn.id] = turn.omission(isCalled: isCalled)
        }
    }
}

extension Message {
    /// Whether an answer that follows it goes on with it.
    fileprivate var isContinuable: Bool { role == .assistant && toolCalls.isEmpty }
}

extension Turn {
    /// Whether this is what Fader asked a model for, not a message that a person gave.
    public var isAnswer: Bool {
        message.role == .assistant && (exchange != nil || provider != nil || state != .done)
    }

    /// Whether it belongs to the prompt before it.
    var isReply: Bool { message.role == .assistant || message.role == .tool }

    fileprivate func omission(isCalled: Bool) -> History.Omission {
        if !isReply { return isCalled ? .incomplete : .unanswered }
        return message.role == .tool || !message.toolCalls.isEmpty ? .incomplete : .empty
    }
}
