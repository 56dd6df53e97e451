import ChatCompletions
import Conversations
import Workbench

/// The branches of a session's tree: each way from a first turn to one that nothing follows.
struct Branches {
    /// The last turn of the active branch.
    let head: TurnID?
    private let tree: TurnTree
    private let children: [TurnID?: [Turn]]

    init(_ session: Session) {
        tree = TurnTree(session.turns)
        head = session.head ?? tree.newest
        children = Dictionary(grouping: session.turns, by: \.parent)
    }

    var count: Int { tree.turns.count { children[$0.id] == nil } }

    /// The one that was open last.
    var active: [Turn] { tree.path(to: head) }

    /// The one that a turn stands on; where several go on from it, the newest. `nil` for a turn of
    /// another session.
    func branch(of id: TurnID) -> [Turn]? {
        guard tree[id] != nil else { return nil }
        if active.contains(where: { $0.id == id }) { return active }
        var last = id
        for _ in tree.turns { last = children[last]?.last?.id ?? last }
        return tree.path(to: last)
    }

    /// Every turn with how far it is from the margin: a fork goes a step to the right, and what
    /// goes straight on stays below.
    var rows: [(turn: Turn, depth: Int)] {
        var rows: [(turn: Turn, depth: Int)] = []
        var waiting = (children[nil] ?? []).reversed().map { (turn: $0, depth: 0) }
        while let next = waiting.popLast() {
            rows.append(next)
            let below = children[next.turn.id] ?? []
            let depth = next.depth + (below.count > 1 ? 1 : 0)
            waiting += below.reversed().map { (turn: $0, depth: depth) }
        }
        return rows
    }
}
