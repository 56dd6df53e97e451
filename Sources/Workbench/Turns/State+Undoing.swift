import Conversations
import Words

/// Taking back what was deleted, removed or left out, the last first; and doing it again.
extension State {
    mutating func undoRemoval() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        guard let removal = session.removals.last else {
            screen.notice = Notice(.nothingToUndo)
            return []
        }
        guard session.lanes.count + removal.lanes.count <= Self.laneLimit else {
            screen.notice = Notice(.laneLimit)
            return []
        }
        session.removals.undo()
        bringBack(removal)
        screen.notice = Notice(.undone(words(for: removal), with: keyLabel(of: .redoRemoval)))
        return effects(of: removal)
    }

    mutating func redoRemoval() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        guard let undone = session.removals.nextUndone(), isThere(undone.lanes) else {
            screen.notice = Notice(.nothingToRedo)
            return []
        }
        let removal = remove(undone)
        session.removals.redone(removal)
        screen.notice = Notice(.redone(words(for: removal), undoneWith: keyLabel(of: .undoRemoval)))
        return effects(of: removal)
    }

    private func words(for removal: Removal) -> Phrase {
        if let switched = removal.switched, let prompt = session.tree[switched.prompt] {
            return switched.isLeftOut
                ? .leavingOut(prompt.shortTitle) : .takingIn(prompt.shortTitle)
        }
        return removal.turns.isEmpty ? .removingLanes : .deleting
    }

    /// Another program may have closed lanes of a session that was opened again.
    private func isThere(_ lanes: [Removal.Place]) -> Bool {
        lanes.count < session.lanes.count
            && lanes.allSatisfy { session.lanes.indices.contains($0.place) }
    }

    /// A lane that has gone on elsewhere in the meantime stays there.
    private mutating func bringBack(_ removal: Removal) {
        mark(deleted: false, removal.turns)
        if let title = removal.title { session.title = title }
        for moved in removal.moves where session.lanes.indices.contains(moved.place) {
            guard session.lanes[moved.place].head == moved.after else { continue }
            move(lane: moved.place, to: moved.before)
        }
        for lane in removal.lanes { bringBack(lane) }
        if let switched = removal.switched { leaveOut(!switched.isLeftOut, switched.prompt) }
        if let turn = removal.turns.first { select(turn: turn) }
    }

    private mutating func bringBack(_ removed: Removal.Place) {
        let place = min(removed.place, session.lanes.count)
        var lane = removed.lane
        // Of its branch something may be gone by now.
        let head = session.tree.last(to: lane.head) { !$0.isDeleted }?.id
        if head != lane.head || lane.isRunning { lane.take = nil }
        lane.head = head
        lane.live = nil
        // Nothing is sent by itself that was promised before it was removed.
        lane.offer = nil
        lane.transcript.show(session.tree.path(to: head))
        session.lanes.insert(lane, at: place)
        screen.lane = place
        screen.traffic = TrafficPane(tab: screen.traffic.tab)
    }
}
