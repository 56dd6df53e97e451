/// A quotation, a list, or one of a list's items: what blocks of text stand in.
struct MarkdownNode: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case quote
        case list(ListMarker)
        /// With its number where the list counts.
        case item(Int?, ListMarker)
    }

    let kind: Kind
    /// The place of the node around it among all nodes; -1: none.
    let parent: Int
}

/// What tells one list from the next: the sign before an item or behind its number.
struct ListMarker: Hashable, Sendable {
    let sign: UInt8
    /// The number of the first item; `nil` where the list does not count.
    let start: Int?

    func continues(_ other: ListMarker) -> Bool {
        sign == other.sign && (start == nil) == (other.start == nil)
    }
}

/// A piece of Markdown that is laid out by itself: a paragraph, a line of code, a row of a table.
struct MarkdownLeaf: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case paragraph(SourceLines)
        case heading(Int, SourceLines)
        case rule
        /// What a code block begins with.
        case codeStart(info: Range<Int>, isFenced: Bool)
        /// A line of code behind so many blanks that are not in the source by themselves.
        case code(Range<Int>, indent: Int, CodeState)
        case html(Range<Int>, indent: Int)
        case definition(Range<Int>)
        case tableHead(Int, Range<Int>)
        case tableRow(Int, Range<Int>)
        /// A quotation or an item with nothing in it.
        case empty
    }

    let kind: Kind
    /// The innermost node; -1: none.
    let node: Int
    /// Nodes from this one on begin with this leaf.
    let firstNewNode: Int
    /// The source has blank lines before it, in the node that it shares with the leaf before.
    let followsBlank: Bool
}

/// Lines of the source, without what their containers have before them.
struct SourceLines: Hashable, Sendable {
    private let first: Range<Int>
    private let others: [Range<Int>]

    init(_ line: Range<Int>) { (first, others) = (line, []) }

    init?(_ lines: [Range<Int>]) {
        guard let first = lines.first else { return nil }
        (self.first, others) = (first, Array(lines.dropFirst()))
    }

    var all: [Range<Int>] { [first] + others }
    var count: Int { 1 + others.count }
    var start: Int { first.lowerBound }
    var range: Range<Int> { first.lowerBound..<(others.last ?? first).upperBound }
}

extension MarkdownLeaf.Kind {
    /// Where in the source its text stands, if it has any.
    var range: Range<Int>? {
        switch self {
        case .paragraph(let lines), .heading(_, let lines): lines.range
        case .codeStart(let range, _), .code(let range, _, _), .html(let range, _),
            .definition(let range), .tableHead(_, let range), .tableRow(_, let range):
            range
        case .rule, .empty: nil
        }
    }
}

/// A table as its delimiter row tells of it.
struct MarkdownTable: Hashable, Sendable {
    enum Alignment: Hashable, Sendable { case none, left, center, right }

    let columns: [Alignment]
    /// The place of its heading among the leaves; its rows follow.
    let head: Int
}
