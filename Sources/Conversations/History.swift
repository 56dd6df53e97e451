public import ChatCompletions

/// What of a branch a request carries, and why the rest of it is left out.
///
/// Strict servers want prompts and answers in turn, and a result after each call. So a prompt goes
/// with its answer: where none came that could be seen, neither is sent. Calls go with their
/// results; without them they are left out, and so is their prompt when they were all that came.
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
        messages += kept.map(\.message)
        let sent = Set(kept.map(\.id))
        let isCalled = passage.turns.contains { !$0.message.toolCalls.isEmpty }
        for turn in passage.turns where !sent.contains(turn.id) && turn.state != .streaming {
            omissions[turn.id] = turn.omission(isCalled: isCalled)
        }
    }
}

/// A prompt, and what came before the next one.
private struct Passage {
    let turns: ArraySlice<Turn>
    /// Whether it is the one that is asked now, or whose answer is arriving.
    private let isOpen: Bool

    init(_ turns: ArraySlice<Turn>, isLast: Bool) {
        self.turns = turns
        let isAsked = turns.last.map { $0.message.role != .assistant || $0.state == .streaming }
        isOpen = isLast && isAsked == true
    }

    /// A prompt and what was answered, in words: what most are, and sent whole.
    var isPlain: Bool {
        guard turns.count == 2, let prompt = turns.first, let answer = turns.last else {
            return false
        }
        return !prompt.isReply && answer.isAnswer && answer.message.toolCalls.isEmpty
            && answer.message.content.isVisibleAnswer
    }

    /// Whether nothing in it waited for an answer of Fader's.
    func isGiven(_ asked: Set<TurnID>) -> Bool {
        guard let first = turns.first, !turns.contains(where: \.isAnswer) else { return false }
        return isOpen || first.message.role != .user || !asked.contains(first.id)
    }

    /// The turns that can be sent, calls without their results taken out; none when nothing of an
    /// answer is left.
    var kept: [Turn] {
        guard let first = turns.first else { return [] }
        var groups = groups
        if !isOpen {
            while let last = groups.last, !last.results.isEmpty {
                groups.removeLast()
                if let text = last.withoutCalls { groups.append(text) }
            }
            if groups.isEmpty { return [] }
        }
        let replies = groups.flatMap { [$0.turn] + $0.results }
        return first.isReply ? replies : [first] + replies
    }

    private var groups: [Group] {
        let replies = turns.drop { !$0.isReply }
        var groups: [Group] = []
        for (place, turn) in zip(replies.indices, replies) where turn.message.role == .assistant {
            let results = replies[(place + 1)...].prefix { $0.message.role == .tool }
            if let group = Group(turn, Array(results)) { groups.append(group) }
        }
        return groups
    }
}

/// An assistant's turn with the results of its calls.
private struct Group {
    var turn: Turn
    var results: [Turn]

    /// `nil` when nothing of it can be sent. What a person gave stays as it is.
    init?(_ turn: Turn, _ results: [Turn]) {
        self.turn = turn
        self.results = results
        guard turn.isAnswer else { return }
        let answered = Set(results.compactMap(\.message.toolCallID))
        let calls = turn.message.toolCalls.filter { answered.contains($0.id) }
        self.turn.message.toolCalls = calls
        self.results = results.filter { result in
            calls.contains { $0.id == result.message.toolCallID }
        }
        if calls.isEmpty, !turn.message.content.isVisibleAnswer { return nil }
    }

    /// Its text alone, where it has one.
    var withoutCalls: Group? {
        guard turn.message.content.isVisibleAnswer else { return nil }
        var group = self
        group.turn.message.toolCalls = []
        group.results = []
        return group
    }
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
