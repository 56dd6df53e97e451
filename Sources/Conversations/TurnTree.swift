import ChatCompletions

/// The turns of a session as a tree, found by id.
package struct TurnTree: Sendable {
    package private(set) var turns: [Turn]
    /// Another one after every change.
    package private(set) var version = Version()
    private(set) var places: [TurnID: Int]
    private(set) var links: TurnLinks
    /// The prompts that an answer was asked for, on whatever branch.
    package private(set) var asked: Set<TurnID> = []

    package init(_ turns: [Turn] = []) {
        self.turns = turns
        places = Dictionary(minimumCapacity: turns.count)
        links = TurnLinks(capacity: turns.count)
        for (place, turn) in turns.enumerated() {
            places[turn.id] = place
            links.append()
        }
        for (place, turn) in turns.enumerated() { attach(place, to: turn.parent) }
        asked = Set(turns.lazy.filter(\.isAnswer).compactMap(\.parent))
    }

    package subscript(id: TurnID) -> Turn? {
        places[id].map { turns[$0] }
    }

    package subscript(id: TurnID?) -> Turn? { id.flatMap { self[$0] } }

    package mutating func insert(_ turn: Turn) {
        version.change()
        places[turn.id] = turns.count
        turns.append(turn)
        links.append()
        attach(turns.count - 1, to: turn.parent)
        if turn.isAnswer, let parent = turn.parent { asked.insert(parent) }
    }

    private mutating func attach(_ place: Int, to parent: TurnID?) {
        links.attach(place, to: parent.flatMap { places[$0] })
    }

    package mutating func update(_ id: TurnID, _ change: (inout Turn) -> Void) {
        guard let place = places[id] else { return }
        version.change()
        change(&turns[place])
    }

    /// The branch that ends with this turn, from the first turn on.
    package func path(to id: TurnID?) -> [Turn] {
        branch(to: id).reversed().map { turns[$0] }
    }

    /// The last turn of a branch for which something holds.
    package func last(to id: TurnID?, where holds: (Turn) -> Bool) -> Turn? {
        branch(to: id).first { holds(turns[$0]) }.map { turns[$0] }
    }

    /// Where the turns of a branch stand, the last one first. It ends even where parents go round.
    private func branch(to id: TurnID?) -> some Sequence<Int> {
        sequence(state: id) { next -> Int? in
            guard let id = next, let place = places[id] else { return nil }
            next = turns[place].parent
            return place
        }
        .prefix(turns.count)
    }

    /// The newest turn of all: where a session without a remembered head goes on.
    package var newest: TurnID? { turns.last { !$0.isDeleted }?.id }
}
