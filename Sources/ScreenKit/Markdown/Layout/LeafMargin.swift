/// What stands left of a leaf's lines.
struct LeafMargin {
    var blank: [ParagraphStyle.Piece]?
    var first: [ParagraphStyle.Piece] = []
    var others: [ParagraphStyle.Piece] = []

    func columns(_ profile: WidthProfile) -> Int {
        first.reduce(0) { $0 + Width.of($1.text, profile) }
    }
}

extension MarkdownLayout {
    func margin(of leaf: MarkdownLeaf) -> LeafMargin {
        var nodes: [Int] = []
        var node = leaf.node
        while node >= 0 {
            nodes.append(node)
            node = markdown.nodes[node].parent
        }
        var (margin, used) = (LeafMargin(), 0)
        var blank: [ParagraphStyle.Piece] = []
        // From the innermost on, as far as there is room.
        for node in nodes {
            guard let piece = piece(of: node) else { continue }
            let columns = Width.of(piece.text, profile)
            guard used + columns + Self.leastColumns <= width || used == 0 && columns < width else {
                break
            }
            used += columns
            let air = ParagraphStyle.Piece(String(repeating: " ", count: columns))
            let isQuote = markdown.nodes[node].kind == .quote
            let isNew = node >= leaf.firstNewNode
            margin.first.insert(isQuote || isNew ? piece : air, at: 0)
            margin.others.insert(isQuote ? piece : air, at: 0)
            if !isNew { blank.insert(isQuote ? piece : air, at: 0) }
        }
        margin.blank = leaf.followsBlank ? blank : nil
        return margin
    }

    private func piece(of node: Int) -> ParagraphStyle.Piece? {
        let symbols = Symbols.of(profile)
        switch markdown.nodes[node].kind {
        case .list: return nil
        case .quote: return .init(symbols.bar + " ", .markdownQuote)
        case .item(nil, _): return .init(symbols.bullet + " ", .markdownMarker)
        case .item(let number?, let marker):
            return .init("\(number)\(String(scalar: UInt32(marker.sign))) ", .markdownMarker)
        }
    }
}
