import ChatCompletions
import Conversations
import Words

/// A new session from a part of this one.
extension State {
    /// The branch up to the selected turn, or all of it, with the lanes' settings and system prompts.
    mutating func forkSession() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        let head = selectedTurn?.id ?? current.head
        let turns = session.tree.path(to: head)
        guard !turns.isEmpty else {
            screen.notice = Notice(.nothingToFork)
            return []
        }
        if let id = session.id, turns.contains(where: { $0.state == .streaming }) {
            screen.notice = Notice(Phrase.arrivesElsewhere(id).capitalized.closed)
            return []
        }
        let place = screen.lane
        session = forked(turns, to: head)
        beginScreen()
        screen.lane = place
        markWhatIsSent()
        screen.notice = Notice(.forked(turns.count, listedWith: keyLabel(of: .library)))
        return saveSession(turns) + loadTraffic(ofLanes: session.lanes.indices)
    }

    private mutating func forked(_ turns: [Turn], to head: TurnID?) -> OpenSession {
        var fork = OpenSession(lanes: session.lanes, after: session)
        fork.id = SessionID(rawValue: around.ids.next())
        fork.title = Session.title(ofForkOf: session.title)
        fork.created = around.now
        fork.variables = session.variables
        fork.choices = session.choices
        fork.systemsAsWritten = session.systemsAsWritten
        fork.tree = TurnTree(turns)
        for place in fork.lanes.indices { fork.lanes[place].goOn(from: head, in: fork.tree) }
        return fork
    }
}

extension Session {
    /// `Why is it dark? (2)`, and then `(3)`.
    fileprivate static func title(ofForkOf title: String) -> String {
        let number = title.wholeMatch(of: /(.*) \((\d{1,3})\)/)
        guard let number, let last = Int(number.output.2) else { return title + " (2)" }
        return "\(number.output.1) (\(last + 1))"
    }
}
