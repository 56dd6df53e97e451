import ChatCompletions
import Conversations
import Words

/// What an arriving answer does to the state.
extension State {
    mutating func receive(_ events: [ExchangeEvent], of exchange: ExchangeID) -> [Effect] {
        guard let place = session.lanes.firstIndex(where: { $0.live?.exchange == exchange }) else {
            receiveLate(events, of: exchange)
            return []
        }
        var effects: [Effect] = []
        for event in events {
            session.lanes[place].receive(event)
            if case .ended(let end) = event { effects += finish(lane: place, end) }
        }
        return effects
    }

    /// What comes for a lane that was removed meanwhile.
    private mutating func receiveLate(_ events: [ExchangeEvent], of exchange: ExchangeID) {
        let place = session.closing.firstIndex { $0.live?.exchange == exchange }
        guard let place else { return }
        for event in events {
            session.closing[place].take?.add(event)
            if case .ended(let end) = event { return close(lane: place, end) }
        }
    }

    /// It may have been brought back by now, without what was still to come.
    private mutating func close(lane place: Int, _ end: ExchangeEnd) {
        let lane = session.closing.remove(at: place)
        guard let live = lane.live else { return }
        session.tree.update(live.turn) {
            $0.end(Turn.Ending(of: lane.take?.answer ?? Answer(), end))
        }
        for place in session.lanes.indices where !session.lanes[place].isRunning {
            if session.lanes[place].head == live.turn { session.lanes[place].take = lane.take }
            session.lanes[place].transcript.show(session.tree.path(to: session.lanes[place].head))
        }
        markWhatIsSent()
    }

    /// Puts the answer into the tree. The recorder has saved it already, with its first choice: where
    /// another one was looked at, that is what goes on.
    private mutating func finish(lane place: Int, _ end: ExchangeEnd) -> [Effect] {
        guard let live = session.lanes[place].live else { return [] }
        let answer = session.lanes[place].take?.answer ?? Answer()
        let ending = Turn.Ending(of: answer, end)
        session.tree.update(live.turn) { $0.end(ending) }
        let effects = sayWatchedChoice(ofLane: place, in: live.turn)
        session.lanes[place].finish(with: session.tree[live.turn])
        if answer.choices.count > 1 { session.choices[live.exchange] = answer.choices }
        session.lanes[place].makeOffer(after: end.failure, at: around.now)
        tell(end.failure, of: place)
        markWhatIsSent()
        giveBackPrompt()
        return effects
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
