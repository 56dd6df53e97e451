/// Lays out the leaves of a Markdown text one by one in a width.
struct MarkdownLayout {
    let markdown: Markdown
    let width: Int
    let profile: WidthProfile
    /// The face of plain text.
    let face: Face
    /// Bytes of text that were laid out, for those who count what a frame costs.
    private(set) var bytesLaidOut = 0
    private var tables: [Int: TableShape] = [:]
    /// One that was found by another layout of the same text.
    var knownShape: KnownShape?
    /// The last table's, where no later row can change it.
    private(set) var settledShape: KnownShape?

    struct KnownShape: Sendable {
        let table: Int
        let shape: TableShape
    }

    /// So many columns are left for the text, however deep it stands.
    private static let leastColumns = 8
    /// The columns of a table go by its heading and so many rows: what comes later wraps.
    static let rowsThatCount = 8

    init(_ markdown: Markdown, width: Int, _ profile: WidthProfile, face: Face) {
        (self.markdown, self.width, self.profile, self.face) = (markdown, width, profile, face)
    }

    mutating func lineCount(of place: Int) -> Int { block(place).lineCount }

    mutating func lines(of place: Int) -> [StyledLine] {
        block(place).lines(profile).map { $0.of(place) }
    }

    mutating func links(of place: Int) -> [MarkdownLink] {
        block(place).columns.flatMap(\.text.shownLinks)
    }

    // MARK: Blocks

    mutating func block(_ place: Int) -> LeafBlock {
        let leaf = markdown.leaves[place]
        let margin = margin(of: leaf)
        let room = max(1, width - margin.columns(profile))
        var block = LeafBlock(margin: margin, start: start(of: leaf))
        switch leaf.kind {
        case .paragraph(let lines):
            if let cells = arrivingHead(lines, place) {
                fill(&block, withHead: cells, TableShape(of: cells, profile), room)
            } else {
                block.add(text(lines, face, place), room, profile)
            }
        case .heading(_, let lines):
            block.add(text(lines, .markdownHeading, place), room, profile)
        case .rule: block.rule = room
        case .codeStart(let info, _): addLanguage(info, leaf, room, to: &block)
        case .code(let line, let indent, let state): addCode(line, indent, state, room, to: &block)
        case .html(let line, let indent):
            block.add(asItIs(line), room - indent, profile, indent: indent)
        case .definition(let line): block.add(asItIs(line), room, profile)
        case .tableHead(let table, let row):
            fill(&block, withHead: cells(of: row, table), shape(of: table), room)
        case .tableRow(let table, let row):
            fill(&block, withRow: cells(of: row, table), shape(of: table), room)
        case .empty: block.leastLines = 1
        }
        bytesLaidOut += block.columns.reduce(0) { $0 + $1.text.bytes.count }
        return block
    }

    private func start(of leaf: MarkdownLeaf) -> Int {
        switch leaf.kind {
        case .paragraph(let lines), .heading(_, let lines): lines.start
        case .codeStart(let range, _), .code(let range, _, _), .html(let range, _),
            .definition(let range), .tableHead(_, let range), .tableRow(_, let range):
            range.lowerBound
        case .rule, .empty: 0
        }
    }

    private func text(_ lines: SourceLines, _ face: Face, _ place: Int) -> InlineText {
        inline(InlineSource(lines, of: markdown.source), face, at: lines.start, isArriving(place))
    }

    private func inline(
        _ text: InlineSource, _ face: Face, at start: Int, _ isArriving: Bool = false
    ) -> InlineText {
        InlineText(text, face, isArriving: isArriving) {
            markdown.definitions.target(of: $0, at: start)
        }
    }

    private func isArriving(_ place: Int) -> Bool {
        !markdown.isEnded && place == markdown.leaves.count - 1
    }

    private func asItIs(_ range: Range<Int>) -> InlineText {
        var text = InlineText()
        text.append(markdown.source[range], from: range.lowerBound, .markdownSource)
        return text
    }

    // MARK: Code

    /// Air at the left of code, where there is room for it.
    private func air(_ room: Int) -> Int { room > 24 ? 2 : room > 12 ? 1 : 0 }

    private func addLanguage(
        _ info: Range<Int>, _ leaf: MarkdownLeaf, _ room: Int, to block: inout LeafBlock
    ) {
        let bytes = markdown.source[info]
        let word = bytes.prefix { $0 != 0x20 && $0 != 0x09 }
        block.ground = .code
        if leaf.firstNewNode < markdown.nodes.count, leaf.node >= leaf.firstNewNode {
            block.leastLines = 1
        }
        guard !word.isEmpty else { return }
        var text = InlineText()
        text.append(word, from: info.lowerBound, .codeLanguage)
        block.add(text, room - air(room), profile, indent: air(room))
    }

    private func addCode(
        _ line: Range<Int>, _ indent: Int, _ state: CodeState, _ room: Int,
        to block: inout LeafBlock
    ) {
        let bytes = Array(markdown.source[line])
        var (text, start, state) = (InlineText(), 0, state)
        for (end, face) in state.faces(of: bytes) {
            text.append(bytes[start..<end], from: line.lowerBound + start, face)
            start = end
        }
        block.ground = .code
        block.leastLines = 1
        let before = air(room) + indent
        block.add(text, room - before, profile, indent: before)
    }

    // MARK: Tables

    /// A line that begins as a table's heading does is shown as one until the next line tells.
    private func arrivingHead(_ lines: SourceLines, _ place: Int) -> [InlineText]? {
        guard isArriving(place), lines.count == 1, let line = lines.all.first,
            markdown.source[line].first == UInt8(ascii: "|")
        else { return nil }
        let cells = cells(of: line, count: nil, .markdownStrong)
        return cells.count > 1 ? cells : nil
    }

    private func cells(of row: Range<Int>, _ table: Int) -> [InlineText] {
        let isHead = markdown.leaves[markdown.tables[table].head].kind == .tableHead(table, row)
        let count = markdown.tables[table].columns.count
        return cells(of: row, count: count, isHead ? .markdownStrong : face)
    }

    private func cells(of row: Range<Int>, count: Int?, _ face: Face) -> [InlineText] {
        let ranges = markdown.source.withUnsafeBufferPointer { TableRow.cells(of: row, in: $0) }
        let texts = ranges.prefix(count ?? ranges.count).map {
            inline(InlineSource(cell: $0, of: markdown.source), face, at: row.lowerBound)
        }
        return texts + Array(repeating: InlineText(), count: max(0, (count ?? 0) - texts.count))
    }

    private mutating func shape(of table: Int) -> TableShape {
        if let shape = tables[table] { return shape }
        if let knownShape, knownShape.table == table { return knownShape.shape }
        let head = markdown.tables[table].head
        let settled = max(head + 1, markdown.settledCount)
        let last = min(markdown.leaves.count, head + 1 + Self.rowsThatCount, settled)
        var shape = TableShape(columns: markdown.tables[table].columns)
        for place in head..<last {
            switch markdown.leaves[place].kind {
            case .tableHead(table, let row):
                shape.heading = cells(of: row, table)
                shape.include(shape.heading, profile)
            case .tableRow(table, let row): shape.include(cells(of: row, table), profile)
            default: break
            }
        }
        tables[table] = shape
        if settled > head + Self.rowsThatCount, settledShape == nil {
            settledShape = KnownShape(table: table, shape: shape)
        }
        return shape
    }

    private func fill(
        _ block: inout LeafBlock, withHead cells: [InlineText], _ shape: TableShape, _ room: Int
    ) {
        guard let widths = shape.widths(in: room) else { return }
        block.add(cells, widths, shape.alignments, profile)
        block.rules = widths
    }

    /// Where the columns would be too narrow each cell stands on lines of its own, behind its heading.
    private func fill(
        _ block: inout LeafBlock, withRow cells: [InlineText], _ shape: TableShape, _ room: Int
    ) {
        if let widths = shape.widths(in: room) {
            return block.add(cells, widths, shape.alignments, profile)
        }
        var text = InlineText()
        for (heading, cell) in zip(shape.heading, cells) {
            if !text.isEmpty { text.append([0x0a], from: block.start, face) }
            text.append(heading)
            text.append(": ".utf8, from: block.start, .markdownStrong)
            text.append(cell)
        }
        block.add(text, room, profile)
        block.rule = room
    }
}

// MARK: Margins

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
    private func margin(of leaf: MarkdownLeaf) -> LeafMargin {
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
