import ChatCompletions
import Conversations
import Words

/// Which of an answer's choices is shown. The one that is shown is what the turn says: it is saved,
/// sent with the next prompt, copied and gone on with.
extension State {
    /// Of the selected answer, or else of the last one that has several.
    mutating func showNextChoice() -> [Effect] {
        guard let entry = current.transcript.entryWithChoices(selectedTurn?.id) else {
            screen.notice = Notice(.noChoices)
            return []
        }
        let numbers = entry.choiceNumbers
        return show(choice: numbers[(entry.shown + 1) % numbers.count], of: entry)
    }

    /// What the library has of a session's answers: each has its tabs, not the last one alone.
    mutating func know(_ choices: [ExchangeID: [Choice]], of id: SessionID) {
        guard session.id == id else { return }
        session.choices.merge(choices) { known, _ in known }
        markWhatIsSent()
    }

    /// What was said after another choice stays with that one: then this one is a sibling.
    mutating func show(choice number: Int, of entry: Transcript.Entry) -> [Effect] {
        letGoOfSelection()
        let turn = entry.turn
        if turn.state == .streaming {
            current.transcript.watch(number, of: turn.id)
            return []
        }
        guard number != turn.choiceIndex,
            let choice = entry.choices.first(where: { $0.index == number })
        else { return [] }
        if let sibling = sibling(of: turn, saying: number) { return goOn(with: sibling) }
        // What was deleted can come back, too.
        let isFollowed = session.tree.turns.contains { $0.parent == turn.id }
        return isFollowed ? goOn(with: choice, insteadOf: turn) : say(choice, in: turn.id)
    }

    private mutating func say(_ choice: Choice, in id: TurnID) -> [Effect] {
        session.tree.update(id) { $0.say(choice) }
        guard let turn = session.tree[id] else { return [] }
        for place in session.lanes.indices { session.lanes[place].transcript.say(turn) }
        markWhatIsSent()
        return saveSession([turn])
    }

    private func sibling(of turn: Turn, saying choice: Int) -> TurnID? {
        session.tree.siblings(of: turn.id).first {
            guard let sibling = session.tree[$0] else { return false }
            return sibling.exchange == turn.exchange && sibling.choiceIndex == choice
        }
    }

    private mutating func goOn(with sibling: TurnID) -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        let effects = go(to: session.tree.newestEnd(below: sibling))
        select(turn: sibling)
        return effects
    }

    private mutating func goOn(with choice: Choice, insteadOf turn: Turn) -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        var sibling = turn
        sibling.id = TurnID(rawValue: around.ids.next())
        sibling.say(choice)
        session.tree.insert(sibling)
        return saveSession([sibling]) + goOn(with: sibling.id)
    }

    /// An answer has ended whose other choice was looked at: that one goes on.
    mutating func sayWatchedChoice(ofLane place: Int, in turn: TurnID) -> [Effect] {
        let choice = session.lanes[place].watchedChoice
        guard let choice, choice.index != session.tree[turn]?.choiceIndex else { return [] }
        session.tree.update(turn) { $0.say(choice) }
        return saveSession([session.tree[turn]].compactMap(\.self))
    }
}

extension Lane {
    /// The choice that is looked at while the answer arrives, where another than the first is.
    fileprivate var watchedChoice: Choice? {
        guard let live, let place = transcript.place(of: live.turn) else { return nil }
        let number = transcript.entries[place].watched
        return number.flatMap { number in take?.answer.choices.first { $0.index == number } }
    }

    /// The one that is shown of an answer that arrives.
    var shownChoice: Choice? { watchedChoice ?? take?.answer.choices.first }
}
