/// Reads Markdown line by line into leaves, by the rules of CommonMark 0.31.2 and GitHub's for tables
/// where a line never changes what stood before its own paragraph (Docs/Decisions.md has the rest).
///
/// A leaf is added when no later line can change it. What the lines after it need to know is the
/// `state`, whose size does not depend on how much has come.
struct BlockParser: Sendable {
    private(set) var leaves: [MarkdownLeaf] = []
    private(set) var nodes: [MarkdownNode] = []
    private(set) var tables: [MarkdownTable] = []
    private(set) var definitions = LinkDefinitions()
    private var state = BlockState()
    /// Bytes of lines that were looked at so far, for those who count what a chunk costs.
    private(set) var bytesRead = 0

    /// More would say nothing to a reader.
    private static let mostContainers = 24
    /// A paragraph that is longer is settled at its next line end.
    private static let longParagraph = 4096

    /// A moment to come back to.
    struct Moment: Sendable {
        fileprivate let leaves: Int
        fileprivate let nodes: Int
        fileprivate let tables: Int
        fileprivate let definitions: Int
        fileprivate let state: BlockState
    }

    var moment: Moment {
        Moment(
            leaves: leaves.count, nodes: nodes.count, tables: tables.count,
            definitions: definitions.count, state: state)
    }

    mutating func goBack(to moment: Moment) {
        leaves.removeLast(leaves.count - moment.leaves)
        nodes.removeLast(nodes.count - moment.nodes)
        tables.removeLast(tables.count - moment.tables)
        definitions.removeLast(definitions.count - moment.definitions)
        state = moment.state
    }

    /// The table whose next row may come.
    var openTable: MarkdownTable? {
        if case .table(let table) = state.leaf { tables[table] } else { nil }
    }

    /// Whether a line that has only begun says too little yet to be shown.
    func waits(for line: Range<Int>, in bytes: UTF8Bytes) -> Bool {
        let text = LineCursor(bytes, line).text
        switch state.leaf {
        case .fence(let fence): return !text.isEmpty && bytes[text].allSatisfy { $0 == fence.sign }
        case .html, .indented: return false
        default: return BlockStart.mayBecomeMarker(bytes[text])
        }
    }

    // MARK: Lines

    /// Takes a line, without its end.
    mutating func addLine(_ line: Range<Int>, in bytes: UTF8Bytes) {
        bytesRead += line.count
        var cursor = LineCursor(bytes, line)
        let depth = matchContainers(&cursor)
        let isWhole = depth == state.containers.count
        if isWhole, addToBlock(cursor) { return }
        var start = BlockOpening(depth: depth, isWhole: isWhole)
        guard open(&start, &cursor) else { return }
        if cursor.isBlank { return addBlank(start, cursor) }
        addText(start, cursor)
    }

    /// Takes the next part of a line that is too long to be one.
    mutating func addMore(_ line: Range<Int>, in bytes: UTF8Bytes) {
        guard !line.isEmpty else { return }
        bytesRead += line.count
        switch state.leaf {
        case .paragraph: appendToParagraph(line)
        case .fence, .indented: emitCode(line, indent: 0, in: bytes)
        case .html: emit(.html(line, indent: 0))
        case .none, .table:
            closeLeaf()
            state.leaf = .paragraph
            appendToParagraph(line)
        }
    }

    /// Closes everything.
    mutating func finish() { close(to: 0) }

    /// How many containers go on in the line; the cursor stands behind what says so.
    private func matchContainers(_ cursor: inout LineCursor) -> Int {
        for (depth, container) in state.containers.enumerated() {
            switch container.kind {
            case .list: break
            case .quote:
                guard cursor.indent <= 3, cursor.first == UInt8(ascii: ">") else { return depth }
                cursor.skipQuote()
            case .item(let width):
                if cursor.indent >= width {
                    cursor.advance(columns: width)
                } else if cursor.isBlank, !container.isEmpty {
                    cursor.skipIndent()
                } else {
                    return depth
                }
            }
        }
        return state.containers.count
    }

    /// Gives a line to a block that takes all lines until its end. Returns whether it did.
    private mutating func addToBlock(_ cursor: LineCursor) -> Bool {
        var cursor = cursor
        switch state.leaf {
        case .fence(let fence):
            if fence.ends(at: cursor) {
                state.leaf = .none
            } else {
                cursor.advance(columns: min(fence.indent, cursor.indent))
                emitCode(cursor.range, indent: cursor.rest, in: cursor.bytes)
            }
            return true
        case .html(let kind):
            if kind.endsAtBlank, cursor.isBlank {
                state.leaf = .none
                return false
            }
            addHTML(kind, cursor)
            return true
        default: return false
        }
    }

    // MARK: Beginnings

    /// Opens what the line begins. Returns whether text may be left.
    private mutating func open(_ start: inout BlockOpening, _ cursor: inout LineCursor) -> Bool {
        while !cursor.isBlank {
            if cursor.indent >= 4 { return openIndented(start, cursor) }
            if state.containers.count < Self.mostContainers, openContainer(&start, &cursor) {
                continue
            }
            return !openLeaf(start, cursor)
        }
        return true
    }

    private mutating func openIndented(_ start: BlockOpening, _ cursor: LineCursor) -> Bool {
        if !start.isOpened, state.leaf == .paragraph { return true }
        var cursor = cursor
        cursor.advance(columns: 4)
        if start.isWhole, !start.isOpened, state.leaf == .indented {
            for blank in state.blankCode { emitCode(blank, indent: 0, in: cursor.bytes) }
        } else {
            makeRoom(start.depth)
            state.leaf = .indented
            state.code = .plain
            emit(.codeStart(info: cursor.end..<cursor.end, isFenced: false))
        }
        state.blankCode = []
        emitCode(cursor.range, indent: cursor.rest, in: cursor.bytes)
        return false
    }

    private mutating func openContainer(
        _ start: inout BlockOpening, _ cursor: inout LineCursor
    ) -> Bool {
        if cursor.first == UInt8(ascii: ">") {
            makeRoom(start.depth)
            cursor.skipQuote()
            push(.quote, .quote)
        } else if isTextBeforeItem(start, cursor) {
            return false
        } else if let item = BlockStart.item(
            at: cursor, inParagraph: start.isWhole && !start.isOpened && state.leaf == .paragraph)
        {
            openItem(item, start, &cursor)
        } else {
            return false
        }
        start.isOpened = true
        start.depth = state.containers.count
        return true
    }

    /// Whether the line is an underline, a rule or a table's delimiter row, though it begins as an
    /// item does.
    private func isTextBeforeItem(_ start: BlockOpening, _ cursor: LineCursor) -> Bool {
        BlockStart.isRule(cursor.bytes[cursor.text]) || underlined(start, cursor) != nil
            || table(start, cursor) != nil
    }

    private mutating func openItem(
        _ item: BlockStart.Item, _ start: BlockOpening, _ cursor: inout LineCursor
    ) {
        close(to: start.depth)
        if case .list(let marker, let number)? = state.containers.last?.kind,
            marker.continues(item.marker)
        {
            state.containers[state.containers.count - 1].kind = .list(marker, next: number + 1)
        } else {
            makeRoom(start.depth)
            let first = item.marker.start ?? 0
            push(.list(item.marker), .list(item.marker, next: first + 1))
        }
        cursor.skipIndent()
        cursor.skip(item.length)
        cursor.advance(columns: item.padding)
        guard case .list(let marker, let next)? = state.containers.last?.kind else { return }
        push(.item(marker.start == nil ? nil : next - 1, marker), .item(width: item.width))
    }

    /// Opens a block that the line is or begins. Returns whether it did.
    private mutating func openLeaf(_ start: BlockOpening, _ cursor: LineCursor) -> Bool {
        if let level = underlined(start, cursor) {
            takeHeading(level)
        } else if let table = table(start, cursor) {
            beginTable(table)
        } else if let heading = BlockStart.heading(cursor) {
            makeRoom(start.depth)
            emit(.heading(heading.level, SourceLines(heading.text)))
        } else if BlockStart.isRule(cursor.bytes[cursor.text]) {
            makeRoom(start.depth)
            emit(.rule)
        } else if let fence = BlockStart.fence(cursor) {
            makeRoom(start.depth)
            state.leaf = .fence(fence.fence)
            state.code = CodeState(info: cursor.bytes[fence.info])
            emit(.codeStart(info: fence.info, isFenced: true))
        } else if let kind = HTMLBlock(
            at: cursor.text, in: cursor.bytes,
            inParagraph: !start.isOpened && state.leaf == .paragraph)
        {
            makeRoom(start.depth)
            addHTML(kind, cursor)
        } else {
            return false
        }
        return true
    }

    private func underlined(_ start: BlockOpening, _ cursor: LineCursor) -> Int? {
        guard start.isWhole, !start.isOpened, !state.lines.isEmpty else { return nil }
        return BlockStart.underline(cursor.bytes[cursor.text])
    }

    /// A table that this line makes of the line before it.
    private func table(_ start: BlockOpening, _ cursor: LineCursor) -> [MarkdownTable.Alignment]? {
        guard start.isWhole, !start.isOpened, let head = state.lines.last,
            let columns = TableRow.delimiters(cursor.text, in: cursor.bytes),
            TableRow.cells(of: head, in: cursor.bytes).count == columns.count
        else { return nil }
        return columns
    }

    private mutating func takeHeading(_ level: Int) {
        let lines = SourceLines(state.lines)
        state.lines = []
        state.leaf = .none
        if let lines { emit(.heading(level, lines)) }
    }

    private mutating func beginTable(_ columns: [MarkdownTable.Alignment]) {
        guard let head = state.lines.popLast() else { return }
        closeLeaf()
        let table = tables.count
        tables.append(MarkdownTable(columns: columns, head: leaves.count))
        emit(.tableHead(table, head))
        state.leaf = .table(table)
    }

    private mutating func addHTML(_ kind: HTMLBlock, _ cursor: LineCursor) {
        emit(.html(cursor.range, indent: cursor.rest))
        state.leaf = kind.ends(in: cursor.bytes[cursor.range]) ? .none : .html(kind)
    }

    // MARK: Text

    private mutating func addBlank(_ start: BlockOpening, _ cursor: LineCursor) {
        if !start.isWhole { close(to: start.depth) }
        if state.leaf == .indented {
            var cursor = cursor
            cursor.advance(columns: 4)
            state.blankCode.append(cursor.range)
        } else if !start.isOpened {
            closeLeaf()
        }
        if !start.isOpened { state.noteBlank() }
    }

    private mutating func addText(_ start: BlockOpening, _ cursor: LineCursor) {
        if !start.isOpened, state.leaf == .paragraph { return appendToParagraph(cursor.text) }
        if start.isWhole, !start.isOpened, case .table(let table) = state.leaf,
            cursor.bytes[cursor.text].contains(UInt8(ascii: "|"))
        {
            return emit(.tableRow(table, cursor.text))
        }
        makeRoom(start.depth)
        if let definition = LinkDefinition(cursor.text, in: cursor.bytes) {
            definitions.append(definition)
            return emit(.definition(cursor.text))
        }
        state.leaf = .paragraph
        state.fill()
        appendToParagraph(cursor.text)
    }

    private mutating func appendToParagraph(_ line: Range<Int>) {
        state.lines.append(line)
        let bytes = state.lines.reduce(0) { $0 + $1.count }
        if bytes > Self.longParagraph { emitParagraph() }
    }

    private mutating func emitParagraph() {
        let lines = SourceLines(state.lines)
        state.lines = []
        if let lines { emit(.paragraph(lines)) }
    }

    private mutating func emitCode(_ line: Range<Int>, indent: Int, in bytes: UTF8Bytes) {
        emit(.code(line, indent: indent, state.code))
        state.code.pass(bytes[line])
    }

    private mutating func emit(_ kind: MarkdownLeaf.Kind) {
        var isInCode = false
        if case .code = kind { isInCode = true }
        leaves.append(
            MarkdownLeaf(
                kind: kind, node: state.containers.last?.node ?? -1, firstNewNode: state.shownNodes,
                followsBlank: !isInCode && !leaves.isEmpty && state.hasBlank))
        state.fill()
        state.shownNodes = nodes.count
        state.blank = .none
    }

    // MARK: Containers

    private mutating func push(_ kind: MarkdownNode.Kind, _ container: BlockState.Container.Kind) {
        state.fill()
        let parent = state.containers.last?.node ?? -1
        state.containers.append(.init(kind: container, node: nodes.count))
        nodes.append(MarkdownNode(kind: kind, parent: parent))
    }

    private mutating func closeLeaf() {
        emitParagraph()
        state.leaf = .none
        state.blankCode = []
    }

    private mutating func close(to depth: Int) {
        closeLeaf()
        while state.containers.count > depth {
            if state.shownNodes < nodes.count { emit(.empty) }
            state.containers.removeLast()
        }
    }

    /// For a block that is no item: a list has none other.
    private mutating func makeRoom(_ depth: Int) {
        close(to: depth)
        if case .list? = state.containers.last?.kind { state.containers.removeLast() }
    }
}

/// Where a line's own blocks begin.
private struct BlockOpening {
    /// How many containers go on.
    var depth: Int
    /// All of them do.
    let isWhole: Bool
    /// The line has begun another.
    var isOpened = false
}

extension LineCursor {
    /// Goes behind the sign of a quotation and the blank that belongs to it.
    fileprivate mutating func skipQuote() {
        skipIndent()
        skip(1)
        advance(columns: 1)
    }
}
