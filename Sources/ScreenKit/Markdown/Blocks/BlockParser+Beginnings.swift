/// What a line begins: quotations, items, and the blocks that are none of text alone.
extension BlockParser {
    /// Opens what the line begins. Returns whether text may be left.
    mutating func open(_ start: inout BlockOpening, _ cursor: inout LineCursor) -> Bool {
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
        } else if let item = BlockStart.item(
            at: cursor, inParagraph: start.isWhole && !start.isOpened && state.leaf == .paragraph),
            !isTextBeforeItem(start, cursor)
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

    mutating func addHTML(_ kind: HTMLBlock, _ cursor: LineCursor) {
        emit(.html(cursor.range, indent: cursor.rest))
        state.leaf = kind.ends(in: cursor.bytes[cursor.range]) ? .none : .html(kind)
    }
}

/// Where a line's own blocks begin.
struct BlockOpening {
    /// How many containers go on.
    var depth: Int
    /// All of them do.
    let isWhole: Bool
    /// The line has begun another.
    var isOpened = false
}
