/// What of Markdown can be selected: each leaf's text as it is shown.
extension MarkdownPage {
    package var passageCount: Int { markdown.leaves.count }

    /// The lines say which one they stand in.
    package func passage(_ place: Int) -> Passage? {
        guard markdown.leaves.indices.contains(place) else { return nil }
        var layout = layout
        let block = layout.block(place)
        let leaf = markdown.leaves[place]
        return Passage(
            bytes: leaf.kind.isDecoration ? [] : block.bytes, standsApart: leaf.followsBlank,
            marker: block.margin.marker, isDecoration: leaf.kind.isDecoration)
    }
}

extension MarkdownLeaf.Kind {
    fileprivate var isDecoration: Bool {
        switch self {
        case .rule, .codeStart: true
        default: false
        }
    }
}

extension LeafMargin {
    /// The signs of the items that begin here, as one writes them, with the blanks before them.
    fileprivate var marker: String {
        guard let last = first.lastIndex(where: { $0.face == .markdownMarker }) else { return "" }
        return first[...last].map { piece in
            switch piece.face {
            case .markdownMarker: piece.text.first?.isNumber ?? false ? piece.text : "- "
            case .markdownQuote: ""
            default: piece.text
            }
        }.joined()
    }
}
