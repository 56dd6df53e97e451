import ChatCompletions
import Conversations
import Words

/// Deleting turns: they are gone from what is seen and sent, and from the library when the program
/// ends.
extension State {
    /// The selected turn and all that follows it, on whatever branch. Lanes that stood there go on
    /// with a sibling of it, or from the turn before.
    mutating func deleteTurn() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        guard let turn = selectedTurn else {
            screen.notice = Notice(.nothingToDelete(selectedWith: keyLabel(of: .turnBefore)))
            return []
        }
        let branches = session.tree.branches(from: turn.id)
        if let id = session.id, branches.contains(where: { $0.state == .streaming }) {
            screen.notice = Notice(Phrase.arrivesElsewhere(id).capitalized.closed)
            return []
        }
        let removal = remove(Removal(turns: [turn.id]))
        session.removals.add(removal)
        screen.notice = Notice(.deleted(branches.count, undoneWith: keyLabel(of: .undoRemoval)))
        return effects(of: removal)
    }

    /// Removes what was removed before, or what is to be. Returns it as it went.
    mutating func remove(_ wanted: Removal) -> Removal {
        var removal = wanted
        if let turn = wanted.turns.first { delete(turn, noting: &removal) }
        removal.lanes = wanted.lanes.map {
            Removal.Place(place: $0.place, lane: session.lanes[$0.place])
        }
        for lane in removal.lanes.reversed() { session.lanes.remove(at: lane.place) }
        screen.lane = min(screen.lane, session.lanes.count - 1)
        if session.lanes.count == 1 { screen.conversation.zoomsLane = false }
        if let switched = removal.switched { leaveOut(switched.isLeftOut, switched.prompt) }
        return removal
    }

    /// Saves what was marked, and asks for what went over the wire for the lanes that moved.
    mutating func effects(of removal: Removal) -> [Effect] {
        markWhatIsSent()
        let changed = removal.turns + [removal.switched?.prompt].compactMap(\.self)
        let saving = saveSession(changed.compactMap { session.tree[$0] })
        guard !removal.moves.isEmpty || !removal.lanes.isEmpty else { return saving }
        let moved = session.lanes.indices.filter { session.lanes[$0].take == nil }
        return saving + loadTraffic(ofLanes: moved)
    }

    private mutating func delete(_ turn: TurnID, noting removal: inout Removal) {
        removal.turns = session.tree.branches(from: turn).map(\.id)
        mark(deleted: true, removal.turns)
        if let revision = screen.composer.revision, removal.turns.contains(revision.turn) {
            screen.composer.giveUpRevision()
        }
        removal.title = retitle(without: Set(removal.turns))
        removal.moves = moveLanes(from: Set(removal.turns), turn)
    }

    mutating func mark(deleted: Bool, _ turns: [TurnID]) {
        for turn in turns { session.tree.update(turn) { $0.isDeleted = deleted } }
    }

    /// A title that was made of a prompt goes with it. Returns the one that there was.
    private mutating func retitle(without gone: Set<TurnID>) -> String? {
        let prompts = session.tree.turns.filter { $0.message.role == .user }
        let made = prompts.filter { gone.contains($0.id) }
            .map { Session.title(from: $0.message.content) }
        let title = session.title
        guard made.contains(where: { !$0.isEmpty && title.hasPrefix($0) }) else { return nil }
        let next = prompts.first { !$0.isDeleted }
        session.title = next.map { Session.title(from: $0.message.content) } ?? ""
        return title
    }

    private mutating func moveLanes(from gone: Set<TurnID>, _ first: TurnID) -> [Removal.Move] {
        let parent = session.tree[first]?.parent
        let sibling = session.tree.children(of: parent).last
        let end = sibling.map { session.tree.newestEnd(below: $0) } ?? parent
        select(turn: sibling ?? parent)
        return session.lanes.indices.compactMap { place in
            guard let head = session.lanes[place].head, gone.contains(head) else { return nil }
            move(lane: place, to: end)
            return Removal.Move(place: place, before: head, after: end)
        }
    }

    mutating func move(lane place: Int, to head: TurnID?) {
        session.lanes[place].goOn(from: head, in: session.tree)
        if place == screen.lane { screen.traffic = TrafficPane(tab: screen.traffic.tab) }
    }
}
