/// Lays out the leaves of a Markdown text one by one in a width.
struct MarkdownLayout {
    let markdown: Markdown
    let width: Int
    let profile: WidthProfile
    /// The face of plain text.
    let face: Face
    /// What stands before it is not shown.
    private let seam: MarkdownSeam?
    /// The first leaf of which something is shown.
    let firstShown: Int
    /// Bytes of text that were laid out, for those who count what a frame costs.
    private(set) var bytesLaidOut = 0
    var tables: [Int: TableShape] = [:]
    /// One that was found by another layout of the same text.
    var knownShape: KnownShape?
    /// The last table's, where no later row can change it.
    var settledShape: KnownShape?

    struct KnownShape: Sendable {
        let table: Int
        let shape: TableShape
    }

    /// So many columns are left for the text, however deep it stands.
    static let leastColumns = 8
    /// The columns of a table go by its heading and so many rows: what comes later wraps.
    static let rowsThatCount = 8

    init(
        _ markdown: Markdown, width: Int, _ profile: WidthProfile, face: Face,
        after seam: MarkdownSeam? = nil
    ) {
        (self.markdown, self.width, self.profile, self.face) = (markdown, width, profile, face)
        self.seam = seam
        let leaves = markdown.leaves
        firstShown =
            seam.map { seam in
                (seam.firstLeaf..<leaves.count).first {
                    seam.side(of: $0, leaves[$0].kind) != .before
                } ?? leaves.count
            } ?? 0
    }

    mutating func lineCount(of place: Int) -> Int { block(place).lineCount }

    /// - Parameter count: of its last lines.
    mutating func lines(of place: Int, last count: Int = .max) -> [StyledLine] {
        block(place).lines(profile, last: count).map { $0.of(place) }
    }

    mutating func links(of place: Int) -> [MarkdownLink] {
        block(place).columns.flatMap(\.text.shownLinks)
    }

    // MARK: Blocks

    mutating func block(_ place: Int) -> LeafBlock {
        let leaf = markdown.leaves[place]
        let start = leaf.kind.range?.lowerBound ?? 0
        let side = seam?.side(of: place, leaf.kind) ?? .after
        guard side != .before else { return LeafBlock(margin: LeafMargin(), start: start) }
        var margin = margin(of: leaf)
        // The sign of an item was shown with the beginning of its text.
        let goesOn = side == .across && start < seam?.place ?? 0
        if goesOn { margin.first = margin.others }
        if seam != nil, place == firstShown { margin.blank = nil }
        var block = LeafBlock(margin: margin, start: start)
        if side == .across { block.seam = seam?.place }
        fill(&block, with: leaf, place)
        // The sign of an item or a quotation that begins here is shown whatever stands behind it.
        if leaf.node >= leaf.firstNewNode, leaf.kind != .rule, !goesOn { block.leastLines = 1 }
        bytesLaidOut += block.columns.reduce(0) { $0 + $1.text.bytes.count }
        return block
    }

    private mutating func fill(_ block: inout LeafBlock, with leaf: MarkdownLeaf, _ place: Int) {
        let room = max(1, width - block.margin.columns(profile))
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
        case .codeStart(let info, _): addLanguage(info, room, to: &block)
        case .code(let line, let indent, let state): addCode(line, indent, state, room, to: &block)
        case .html(let line, let indent):
            block.add(asItIs(line), room - indent, profile, indent: indent)
        case .definition(let line): block.add(asItIs(line), room, profile)
        case .tableHead(let table, let row):
            let cells = cells(of: row, in: table, .markdownStrong)
            fill(&block, withHead: cells, shape(of: table), room)
        case .tableRow(let table, let row):
            fill(&block, withRow: cells(of: row, in: table, face), shape(of: table), room)
        case .empty: break
        }
    }

    private func text(_ lines: SourceLines, _ face: Face, _ place: Int) -> InlineText {
        inline(InlineSource(lines, of: markdown.source), face, at: lines.start, isArriving(place))
    }

    func inline(
        _ text: InlineSource, _ face: Face, at start: Int, _ isArriving: Bool = false
    ) -> InlineText {
        InlineText(text, face, isArriving: isArriving) {
            markdown.definitions.target(of: $0, at: start)
        }
    }

    func isArriving(_ place: Int) -> Bool {
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

    private func addLanguage(_ info: Range<Int>, _ room: Int, to block: inout LeafBlock) {
        let word = markdown.language(info)
        block.ground = .code
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
}
