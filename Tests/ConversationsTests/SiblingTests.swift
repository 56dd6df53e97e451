import ChatCompletions
import Conversations
import Testing

/// What a branch leaves aside is found again.
@Suite struct SiblingTests {
    private func turn(_ id: String, after parent: String?) -> Turn {
        Turn(
            id: TurnID(rawValue: id), parent: parent.map(TurnID.init), message: Message(.user, id),
            created: Timestamp(milliseconds: 0))
    }

    private func tree(_ turns: (id: String, parent: String?)...) -> TurnTree {
        TurnTree(turns.map { turn($0.id, after: $0.parent) })
    }

    private func names(_ turns: [TurnID]) -> [String] { turns.map(\.rawValue) }

    @Test func siblingsStandInTheOrderInWhichTheyWereMade() {
        var tree = tree(("q", nil), ("b", "q"), ("a", "q"), ("x", "b"))
        tree.insert(turn("c", after: "q"))
        tree.insert(turn("p", after: nil))
        #expect(names(tree.siblings(of: TurnID(rawValue: "a"))) == ["b", "a", "c"])
        #expect(names(tree.siblings(of: TurnID(rawValue: "q"))) == ["q", "p"])
        #expect(names(tree.siblings(of: TurnID(rawValue: "x"))) == ["x"])
        #expect(tree.siblings(of: TurnID(rawValue: "none")) == [])
        #expect(names(tree.children(of: nil)) == ["q", "p"])
    }

    /// Not the newest child of each, but what was said last of all.
    @Test func whatWasGoneOnWithLastIsFound() {
        let tree = tree(
            ("q", nil), ("a1", "q"), ("a2", "q"), ("b1", "a1"), ("b2", "a1"), ("c", "b1"),
            ("other", nil))
        #expect(tree.newestEnd(below: TurnID(rawValue: "q")).rawValue == "c")
        #expect(tree.newestEnd(below: TurnID(rawValue: "a2")).rawValue == "a2")
        #expect(tree.newestEnd(below: TurnID(rawValue: "none")).rawValue == "none")
    }

    @Test func whatIsDeletedIsNoSibling() {
        var tree = tree(("q", nil), ("a", "q"), ("b", "q"), ("x", "b"))
        let branches = tree.branches(from: TurnID(rawValue: "b"))
        #expect(names(branches.map(\.id)) == ["b", "x"])
        for turn in branches { tree.update(turn.id) { $0.isDeleted = true } }
        #expect(names(tree.siblings(of: TurnID(rawValue: "a"))) == ["a"])
        #expect(tree.newestEnd(below: TurnID(rawValue: "q")).rawValue == "a")
        #expect(tree.newest?.rawValue == "a")
    }

    /// A damaged library may say anything.
    @Test func parentsThatGoRoundOrAreMissingEndTheSearch() {
        let tree = tree(("a", "b"), ("b", "a"), ("c", "gone"))
        #expect(tree.newestEnd(below: TurnID(rawValue: "a")).rawValue == "b")
        #expect(names(tree.siblings(of: TurnID(rawValue: "a"))) == ["a"])
        #expect(names(tree.siblings(of: TurnID(rawValue: "c"))) == ["c"])
    }
}
