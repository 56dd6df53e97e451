/// What a branch leaves aside.
extension TurnTree {
    /// The turns that follow one, in the order in which they were made; of `nil` those that begin a
    /// conversation.
    package func children(of id: TurnID?) -> [TurnID] {
        links.children(of: id.flatMap { places[$0] }).map { turns[$0].id }
    }

    /// The turns that stand at the same place of the conversation, this one among them, in the order
    /// in which they were made.
    package func siblings(of id: TurnID) -> [TurnID] {
        self[id].map { children(of: self[$0.parent]?.id) } ?? []
    }

    /// The last turn of the branch below a turn that was gone on with last; the turn itself where
    /// nothing follows it.
    package func newestEnd(below id: TurnID) -> TurnID {
        guard let start = places[id] else { return id }
        var (newest, open) = (start, [start])
        // Parents that go round end it too.
        var left = turns.count
        while let place = open.popLast(), left > 0 {
            newest = max(newest, place)
            open += links.children(of: place)
            left -= 1
        }
        return turns[newest].id
    }
}
