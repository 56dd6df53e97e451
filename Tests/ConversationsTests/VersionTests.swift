import ChatCompletions
import Conversations
import Testing

/// Which state of a tree something was made of.
@Suite struct VersionTests {
    private let turn = Turn(
        id: TurnID(rawValue: "a"), parent: nil, message: Message(.user, "one"),
        created: Timestamp(milliseconds: 0))

    @Test func copiesHaveTheSameVersionUntilOneIsChanged() {
        let tree = TurnTree([turn])
        var copy = tree
        #expect(copy.version == tree.version)
        copy.update(turn.id) { $0.isLeftOut = true }
        #expect(copy.version != tree.version)
    }

    @Test func everyChangeGivesAnother() {
        var tree = TurnTree()
        var versions = [tree.version]
        tree.insert(turn)
        versions.append(tree.version)
        for isLeftOut in [true, false] {
            tree.update(turn.id) { $0.isLeftOut = isLeftOut }
            versions.append(tree.version)
        }
        for (place, version) in versions.enumerated() {
            #expect(versions.firstIndex(of: version) == place)
        }
        #expect(TurnTree([turn]).version != TurnTree([turn]).version)
    }
}
