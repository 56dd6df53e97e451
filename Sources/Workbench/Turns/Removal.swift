import Conversations

/// What was done to the conversation and can be taken back: turns deleted, lanes removed, a prompt
/// left out or taken in.
struct Removal: Sendable {
    /// A lane whose branch ended in what was deleted.
    struct Move: Sendable {
        var place: Int
        var before: TurnID?
        var after: TurnID?
    }

    /// A lane, and where it stood.
    struct Place: Sendable {
        var place: Int
        var lane: Lane
    }

    /// A prompt that was left out, or taken in again.
    struct Switch: Sendable {
        var prompt: TurnID
        var isLeftOut: Bool
    }

    /// The one that was selected comes first.
    var turns: [TurnID] = []
    var moves: [Move] = []
    /// From left to right.
    var lanes: [Place] = []
    var switched: Switch?
    /// The session's title before, where it was made of what was deleted.
    var title: String?

    /// Another lane was added afterwards.
    ///
    /// - Parameter place: where it stands after this.
    /// - Returns: where it would have stood before.
    fileprivate mutating func laneAdded(at place: Int) -> Int {
        var place = place
        for number in moves.indices where moves[number].place >= place { moves[number].place += 1 }
        for number in lanes.indices {
            if lanes[number].place >= place {
                lanes[number].place += 1
            } else {
                place += 1
            }
        }
        return place
    }
}

/// What can be taken back, and what of it can be done again.
struct RemovalHistory: Sendable {
    private var done: [Removal] = []
    private var undone: [Removal] = []

    var isEmpty: Bool { done.isEmpty && undone.isEmpty }
    /// What is taken back next.
    var last: Removal? { done.last }

    mutating func add(_ removal: Removal) {
        done.append(removal)
        undone = []
    }

    /// Lanes stand elsewhere now: what was taken back is not done again.
    mutating func laneAdded(at place: Int) {
        undone = []
        var place = place
        for number in done.indices.reversed() { place = done[number].laneAdded(at: place) }
    }

    mutating func undo() {
        if let removal = done.popLast() { undone.append(removal) }
    }

    /// What is to be done again; ``redone(_:)`` then takes it as it went this time.
    mutating func nextUndone() -> Removal? { undone.popLast() }

    mutating func redone(_ removal: Removal) { done.append(removal) }
}

/// What can be taken back in sessions that are not open. The library does not show their deleted
/// turns any more.
struct RemovalShelf: Sendable {
    private var sessions: [SessionID: (removals: RemovalHistory, deleted: [Turn])] = [:]

    mutating func put(_ session: OpenSession) {
        guard let id = session.id, !session.removals.isEmpty else { return }
        sessions[id] = (session.removals, session.tree.turns.filter(\.isDeleted))
    }

    /// The turns of a session that is opened again, with those that were deleted, in the order in
    /// which they were made.
    mutating func take(_ saved: Session) -> (removals: RemovalHistory, turns: [Turn]) {
        guard let kept = sessions.removeValue(forKey: saved.id) else {
            return (RemovalHistory(), saved.turns)
        }
        let there = Set(saved.turns.map(\.id))
        let turns = saved.turns + kept.deleted.filter { !there.contains($0.id) }
        let order = turns.enumerated().sorted {
            ($0.element.created, $0.offset) < ($1.element.created, $1.offset)
        }
        return (kept.removals, order.map(\.element))
    }
}
