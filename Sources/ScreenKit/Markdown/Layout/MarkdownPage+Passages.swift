/// What of Markdown can be selected: each leaf's text as it is shown.
extension MarkdownPage {
    package var passages: Range<Int> { layout.firstShown..<markdown.leaves.count }

    /// The lines say which one they stand in.
    package func passage(_ place: Int) -> Passage? {
        var layout = layout
        guard place >= layout.firstShown, place < markdown.leaves.count else { return nil }
        let block = layout.block(place)
        let leaf = markdown.leaves[place]
        return Passage(
            bytes: leaf.kind.isDecoration ? [] : block.bytes, standsApart: leaf.followsBlank,
            marker: block.margin.marker, isDecoration: leaf.kind.isDecoration,
            joint: block.joint == "\n" ? nil : block.joint)
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
