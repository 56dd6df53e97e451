/// Lays out the leaves of a Markdown text one by one in a width.
struct MarkdownLayout {
    let markdown: Markdown
    let width: Int
    let profile: WidthProfile
    /// The face of plain text.
    let face: Face
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
        // The sign of an item or a quotation that begins here is shown whatever stands behind it.
        if leaf.node >= leaf.firstNewNode, leaf.kind != .rule { block.leastLines = 1 }
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
