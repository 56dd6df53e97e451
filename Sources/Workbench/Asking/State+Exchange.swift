import ChatCompletions
import Conversations
import Words

/// What an arriving answer does to the state.
extension State {
    mutating func receive(_ events: [ExchangeEvent], of exchange: ExchangeID) -> [Effect] {
        guard let place = session.lanes.firstIndex(where: { $0.live?.exchange == exchange }) else {
            return []
        }
        var effects: [Effect] = []
        for event in events {
            session.lanes[place].receive(event)
            if case .ended(let end) = event { effects += finish(lane: place, end) }
        }
        return effects
    }

    /// Puts the answer into the tree. The recorder has saved it already: this only shows it.
    private mutating func finish(lane place: Int, _ end: ExchangeEnd) -> [Effect] {
        guard let live = session.lanes[place].live else { return [] }
        let answer = session.lanes[place].take?.answer ?? Answer()
        let ending = Turn.Ending(of: answer, end)
        session.tree.update(live.turn) { $0.end(ending) }
        session.lanes[place].finish(with: session.tree[live.turn])
        session.lanes[place].makeOffer(after: end.failure, at: around.now)
        tell(end.failure, of: place)
        markWhatIsSent()
        giveBackPrompt()
        return []
    }

    /// Before what is said of one of several lanes.
    func name(ofLane place: Int) -> Phrase {
        session.lanes.count > 1 ? .ofLane(Lane.letter(place)) : .empty
    }

    private mutating func tell(_ failure: Failure?, of place: Int) {
        guard let failure, failure.kind != .cancelled else { return }
        screen.notice = Notice(
            name(ofLane: place) + failure.sentence, isError: true,
            details: whatToKnow(of: failure, of: session.lanes[place]))
    }
}

extension Lane {
    mutating func receive(_ event: ExchangeEvent) {
        take?.add(event)
        guard isRunning, case .read = event else { return }
        if let answer = take?.answer { transcript.follow(answer) }
    }

    mutating func finish(with turn: Turn?) {
        live = nil
        guard let turn, let take else { return }
        transcript.settle(turn, take.answer, thoughtFor: take.thinkingTime)
    }

    /// A try that was promised goes on promising.
    mutating func makeOffer(after failure: Failure?, at now: Timestamp) {
        let last = offer
        offer = failure.flatMap {
            RetryOffer(after: $0, head: take?.head, at: now, last: last)
        }
    }

    package static func letter(_ place: Int) -> String {
        ["A", "B", "C", "D", "E", "F"][min(place, 5)]
    }
}
