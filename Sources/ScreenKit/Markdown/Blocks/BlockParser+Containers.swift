/// Leaves, and the containers that they stand in.
extension BlockParser {
    mutating func push(_ kind: MarkdownNode.Kind, _ container: BlockState.Container.Kind) {
        state.fill()
        let parent = state.containers.last?.node ?? -1
        state.containers.append(.init(kind: container, node: nodes.count))
        nodes.append(MarkdownNode(kind: kind, parent: parent))
    }

    mutating func closeLeaf() {
        emitParagraph()
        state.leaf = .none
        state.blankCode = []
    }

    mutating func close(to depth: Int) {
        closeLeaf()
        while state.containers.count > depth {
            if state.shownNodes < nodes.count { emit(.empty) }
            state.containers.removeLast()
        }
    }

    /// For a block that is no item: a list has none other.
    mutating func makeRoom(_ depth: Int) {
        close(to: depth)
        if case .list? = state.containers.last?.kind { state.containers.removeLast() }
    }
}

extension LineCursor {
    /// Goes behind the sign of a quotation and the blank that belongs to it.
    mutating func skipQuote() {
        skipIndent()
        skip(1)
        advance(columns: 1)
    }
}
