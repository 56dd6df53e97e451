import ChatCompletions
import Conversations

/// Answers that have several choices.
extension Transcript {
    /// A turn that has several choices, or else the last one that has some.
    func entryWithChoices(_ turn: TurnID?) -> Entry? {
        let chosen = turn.flatMap { place(of: $0) }.map { entries[$0] }
        if let chosen, chosen.hasChoices { return chosen }
        return entries.last(where: \.hasChoices)
    }

    /// Says which choices answers have, by the exchanges that brought them.
    mutating func know(_ choices: [ExchangeID: [Choice]]) {
        for place in entries.indices where !choices.isEmpty {
            let own = entries[place].turn.exchange.flatMap { choices[$0] }
            if let own, entries[place].know(own) { starts.forget(from: place) }
        }
    }

    /// Looks at a choice of an answer that arrives.
    mutating func watch(_ choice: Int, of turn: TurnID) {
        guard let place = place(of: turn) else { return }
        starts.forget(from: place)
        entries[place].watched = choice
    }

    /// A turn says another choice.
    mutating func say(_ turn: Turn) {
        guard let place = place(of: turn.id) else { return }
        starts.forget(from: place)
        entries[place].say(turn)
    }
}
