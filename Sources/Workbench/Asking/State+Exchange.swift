import ChatCompletions
import Conversations

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
        let ending = Turn.Ending(of: live.answer, end)
        session.tree.update(live.turn) { $0.end(ending) }
        session.lanes[place].finish(with: session.tree[live.turn])
        session.lanes[place].makeOffer(after: end.failure, at: around.now)
        tell(end.failure, of: place)
        markWhatIsSent()
        giveBackPrompt()
        return []
    }

    private mutating func tell(_ failure: Failure?, of place: Int) {
        guard let failure, failure.kind != .cancelled else { return }
        let name = session.lanes.count > 1 ? "Lane \(Lane.letter(place)): " : ""
        screen.notice = Notice(
            name + failure.sentence, isError: true,
            details: failure.sentence + "\n\n" + advice(after: failure, of: session.lanes[place]))
    }
}

extension Lane {
    mutating func receive(_ event: ExchangeEvent) {
        traffic.add(event)
        switch event {
        case .request(let request): figures.started = request.started
        case .head: break
        case .read(let read): receive(read.events)
        case .ended(let end):
            figures.timings = end.timings
            figures.failure = end.failure
        }
    }

    private mutating func receive(_ events: [StreamEvent]) {
        for event in events {
            figures.stream.add(event: event)
            guard let delta = event.delta else { continue }
            live?.answer.add(delta)
            if let usage = delta.usage { figures.usage = usage }
            figures.details.add(delta)
            for choice in delta.choices {
                if let reason = choice.finishReason, choice.index == 0 {
                    figures.finishReason = reason
                }
            }
        }
        if let answer = live?.answer { transcript.follow(answer) }
    }

    mutating func finish(with turn: Turn?) {
        let answer = live?.answer ?? Answer()
        live = nil
        if let turn { transcript.settle(turn, answer, thoughtFor: figures.thinkingTime) }
    }

    /// A try that was promised goes on promising.
    mutating func makeOffer(after failure: Failure?, at now: Timestamp) {
        let last = offer
        offer = failure.flatMap {
            RetryOffer(after: $0, head: traffic.head, at: now, last: last)
        }
    }

    package static func letter(_ place: Int) -> String {
        ["A", "B", "C", "D", "E", "F"][min(place, 5)]
    }
}
