import ChatCompletions
import Conversations
import Words

/// Going to what was asked or answered at the same place of the conversation.
extension State {
    /// Goes to the sibling before or after the selected turn, or the last one that has any, and to
    /// the end of what was gone on with there last.
    mutating func goToSibling(by delta: Int) -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        guard let turn = turnWithSiblings else {
            screen.notice = Notice(.noSiblings)
            return []
        }
        let siblings = session.tree.siblings(of: turn)
        guard let place = siblings.firstIndex(of: turn) else { return [] }
        guard siblings.indices.contains(place + delta) else {
            screen.notice = Notice(delta < 0 ? .firstSibling : .lastSibling)
            return []
        }
        let effects = go(to: session.tree.newestEnd(below: siblings[place + delta]))
        select(turn: siblings[place + delta])
        return effects
    }

    private var turnWithSiblings: TurnID? {
        if let selected = selectedTurn { return selected.id }
        return session.tree.last(to: current.head) {
            session.tree.siblings(of: $0.id).count > 1
        }?.id
    }

    /// The current lane goes on from another turn.
    mutating func go(to head: TurnID?) -> [Effect] {
        session.lanes[screen.lane].goOn(from: head, in: session.tree)
        screen.traffic = TrafficPane(tab: screen.traffic.tab)
        markWhatIsSent()
        return saveSession() + loadTraffic(ofLanes: [screen.lane])
    }

    /// What went over the wire for the lanes' last answers.
    func loadTraffic(ofLanes places: some Sequence<Int>) -> [Effect] {
        places.compactMap { place in
            session.tree.last(to: session.lanes[place].head) { $0.exchange != nil }?.exchange
        }.map { .loadTraffic($0) }
    }
}

extension Lane {
    /// Its branch is another one.
    mutating func goOn(from head: TurnID?, in tree: TurnTree) {
        self.head = head
        offer = nil
        take = nil
        transcript.show(tree.path(to: head))
    }
}
