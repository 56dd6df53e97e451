/// Reads Markdown line by line into leaves, by the rules of CommonMark 0.31.2 and GitHub's for tables
/// where a line never changes what stood before its own paragraph (Docs/Markdown.md has the rest).
///
/// A leaf is added when no later line can change it. What the lines after it need to know is the
/// `state`, whose size does not depend on how much has come, but for blank lines that may be code's.
struct BlockParser: Sendable {
    private(set) var leaves: [MarkdownLeaf] = []
    var nodes: [MarkdownNode] = []
    var tables: [MarkdownTable] = []
    private(set) var definitions = LinkDefinitions()
    var state = BlockState()
    /// Bytes of lines that were looked at so far, for those who count what a chunk costs.
    private(set) var bytesRead = 0

    /// More would say nothing to a reader.
    static let mostContainers = 24
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

    /// Takes the next part of a line that is too long to be one. Text begins another paragraph.
    mutating func addMore(_ line: Range<Int>, in bytes: UTF8Bytes) {
        guard !line.isEmpty else { return }
        bytesRead += line.count
        switch state.leaf {
        case .fence, .indented: emitCode(line, indent: 0, in: bytes)
        case .html: emit(.html(line, indent: 0))
        case .none, .paragraph, .table:
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

    mutating func appendToParagraph(_ line: Range<Int>) {
        state.lines.append(line)
        if line.upperBound - state.lines[0].lowerBound > Self.longParagraph { emitParagraph() }
    }

    mutating func emitParagraph() {
        let lines = SourceLines(state.lines)
        state.lines = []
        if let lines { emit(.paragraph(lines)) }
    }

    mutating func emitCode(_ line: Range<Int>, indent: Int, in bytes: UTF8Bytes) {
        emit(.code(line, indent: indent, state.code))
        state.code.pass(bytes[line])
    }

    mutating func emit(_ kind: MarkdownLeaf.Kind) {
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
}
