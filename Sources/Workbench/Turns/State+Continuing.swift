import ChatCompletions
import Conversations
import Words

/// Going on with an answer where it ended.
extension State {
    /// The selected answer, that to the selected prompt, or else the last turn. What comes is a turn of its own after it; of both
    /// one message is sent.
    mutating func continueAnswer() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        guard let turn = turnToContinue, turn.isContinuable else {
            screen.notice = Notice(.nothingToContinue)
            return []
        }
        dropOffers()
        return withVariables(ofLanes: [screen.lane]) { $0.goOn(with: turn.id) }
    }

    private var turnToContinue: Turn? {
        guard let selected = selectedTurn else { return session.tree[current.head] }
        guard selected.message.role == .user else { return selected }
        let after = session.tree.path(to: current.head).drop { $0.id != selected.id }.dropFirst()
        return after.prefix(while: \.isAnswer).last
    }

    private mutating func goOn(with turn: TurnID) -> [Effect] {
        select(turn: nil)
        let effects = ask(lane: screen.lane, after: turn)
        if current.isRunning, let address = continuationAddress(of: current) {
            screen.notice = Notice(.continuesAt(address, provider(of: current).title))
        }
        return effects
    }

    /// Why a lane's answer cannot be gone on with, where that is what it is asked for.
    func continuationProblem(of lane: Lane) -> Phrase? {
        let provider = provider(of: lane)
        guard session.tree[lane.head]?.isAnswer == true, provider.continuation == nil else {
            return nil
        }
        return .doesNotContinue(provider.title, runAgainWith: keyLabel(of: .runAgainFromTurn))
    }

    /// A lane's request, which is to go on with an answer if the lane's branch ends in one.
    func continuing(_ request: ChatRequest, _ lane: Lane) -> ChatRequest {
        guard session.tree[lane.head]?.isAnswer == true else { return request }
        var request = request
        request.continuesAnswer = true
        request.baseURL = request.baseURL ?? continuationAddress(of: lane)
        return request
    }

    /// Whoever named an address wants that one.
    private func continuationAddress(of lane: Lane) -> String? {
        lane.settings.baseURL == nil ? provider(of: lane).continuationAddress : nil
    }
}

extension Turn {
    /// Whether it is an answer that can be gone on with.
    fileprivate var isContinuable: Bool {
        isAnswer && state != .streaming && message.toolCalls.isEmpty
            && message.content.isVisibleAnswer
    }

    /// Whether it goes on with the turn before it.
    func continues(_ before: Turn) -> Bool { isAnswer && before.isContinuable }
}

extension TurnTree {
    /// Whether a turn goes on with the answer before it.
    func continues(_ turn: Turn) -> Bool {
        self[turn.parent].map(turn.continues) ?? false
    }

    /// An answer that goes on with others, from the first of them on.
    func whole(_ answer: Turn) -> [Turn] {
        var turns = [answer]
        while let first = turns.first, continues(first), turns.count < self.turns.count,
            let before = self[first.parent]
        {
            turns.insert(before, at: 0)
        }
        return turns
    }
}
