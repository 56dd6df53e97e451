import ChatCompletions

/// A prompt, and what came before the next one.
struct Passage {
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
