/// What a line of Markdown needs to know of those before it.
struct BlockState: Sendable {
    struct Container: Sendable {
        enum Kind: Sendable {
            case quote
            case list(ListMarker, next: Int)
            /// Its lines begin so many columns to the right.
            case item(width: Int)
        }

        var kind: Kind
        let node: Int
        var isEmpty = true
    }

    enum Leaf: Equatable, Sendable {
        case none, paragraph, indented
        case fence(Fence)
        case html(HTMLBlock)
        case table(Int)
    }

    /// Whether blank lines have come since the last leaf: in no quotation, or in one.
    enum Blank: Equatable, Sendable {
        case none, outside
        case inside(Int)
    }

    var containers: [Container] = []
    var leaf = Leaf.none
    /// Those of the paragraph that is open.
    var lines: [Range<Int>] = []
    /// Blank lines that belong to indented code if more of it comes.
    var blankCode: [Range<Int>] = []
    /// How the code goes on that is open.
    var code = CodeState.plain
    var blank = Blank.none
    /// Nodes that some leaf stands in.
    var shownNodes = 0

    var hasBlank: Bool {
        switch blank {
        case .none: false
        case .outside: true
        case .inside(let quote): containers.contains { $0.node == quote }
        }
    }

    /// Something stands in the containers.
    mutating func fill() {
        for place in containers.indices { containers[place].isEmpty = false }
    }

    mutating func noteBlank() {
        guard blank != .outside else { return }
        let quote = containers.last { if case .quote = $0.kind { true } else { false } }
        blank = quote.map { .inside($0.node) } ?? .outside
    }
}

/// What a fenced code block began with.
struct Fence: Hashable, Sendable {
    let sign: UInt8
    let length: Int
    let indent: Int

    func ends(at cursor: LineCursor) -> Bool {
        guard cursor.indent <= 3 else { return false }
        let text = cursor.bytes[cursor.text]
        let signs = text.prefix { $0 == sign }.count
        return signs >= length && text.dropFirst(signs).allSatisfy(BlockStart.isSpace)
    }
}
