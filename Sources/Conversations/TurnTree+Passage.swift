extension TurnTree {
    /// The last passage of a branch: its last prompt with what came after it, and the turn before
    /// that. It costs the same however long the branch is.
    package func lastPassage(to head: TurnID?) -> (turns: [Turn], before: TurnID?) {
        var (passage, next) = ([Turn](), head)
        while let turn = self[next], passage.count <= turns.count {
            passage.append(turn)
            next = turn.parent
            if !turn.isReply { break }
        }
        return (passage.reversed(), next)
    }
}
