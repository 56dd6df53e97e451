/// What a branch leaves aside.
extension TurnTree {
    /// The turns that follow one, in the order in which they were made; of `nil` those that begin a
    /// conversation. What was deleted is none of them.
    package func children(of id: TurnID?) -> [TurnID] {
        living(after: id.flatMap { places[$0] }).map { turns[$0].id }
    }

    private func living(after place: Int?) -> some Sequence<Int> {
        links.children(of: place).lazy.filter { !turns[$0].isDeleted }
    }

    /// The turns that stand at the same place of the conversation, this one among them, in the order
    /// in which they were made.
    package func siblings(of id: TurnID) -> [TurnID] {
        self[id].map { children(of: self[$0.parent]?.id) } ?? []
    }

    /// The last turn of the branch below a turn that was gone on with last; the turn itself where
    /// nothing follows it.
    package func newestEnd(below id: TurnID) -> TurnID {
        placesBelow(id).max().map { turns[$0].id } ?? id
    }

    /// A turn and all that follows it, on whatever branch.
    package func branches(from id: TurnID) -> [Turn] { placesBelow(id).map { turns[$0] } }

    private func placesBelow(_ id: TurnID) -> [Int] {
        guard let start = places[id] else { return [] }
        var (found, next) = ([start], 0)
        // Parents that go round end it too.
        while next < found.count, found.count <= turns.count {
            found += living(after: found[next])
            next += 1
        }
        return found
    }
}
