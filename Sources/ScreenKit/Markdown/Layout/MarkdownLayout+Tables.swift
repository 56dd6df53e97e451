/// Tables: columns where there is room for them, else a cell below the other.
extension MarkdownLayout {
    /// A line that begins as a table's heading does is shown as one until the next line tells.
    func arrivingHead(_ lines: SourceLines, _ place: Int) -> [InlineText]? {
        guard isArriving(place), lines.count == 1, let line = lines.all.first,
            markdown.source[line].first == UInt8(ascii: "|")
        else { return nil }
        let cells = cells(of: line, count: nil, .markdownStrong)
        return cells.count > 1 ? cells : nil
    }

    func cells(of row: Range<Int>, in table: Int, _ face: Face) -> [InlineText] {
        cells(of: row, count: markdown.tables[table].columns.count, face)
    }

    private func cells(of row: Range<Int>, count: Int?, _ face: Face) -> [InlineText] {
        let ranges = markdown.source.withUnsafeBufferPointer { TableRow.cells(of: row, in: $0) }
        let texts = ranges.prefix(count ?? ranges.count).map {
            inline(InlineSource(cell: $0, of: markdown.source), face, at: row.lowerBound)
        }
        return texts + Array(repeating: InlineText(), count: max(0, (count ?? 0) - texts.count))
    }

    mutating func shape(of table: Int) -> TableShape {
        if let shape = tables[table] { return shape }
        if let knownShape, knownShape.table == table { return knownShape.shape }
        let head = markdown.tables[table].head
        let settled = max(head + 1, markdown.settledCount)
        let last = min(markdown.leaves.count, head + 1 + Self.rowsThatCount, settled)
        var shape = TableShape(columns: markdown.tables[table].columns)
        for place in head..<last {
            switch markdown.leaves[place].kind {
            case .tableHead(table, let row):
                shape.heading = cells(of: row, in: table, .markdownStrong)
                shape.include(shape.heading, profile)
            case .tableRow(table, let row):
                shape.include(cells(of: row, in: table, face), profile)
            default: break
            }
        }
        tables[table] = shape
        if settled > head + Self.rowsThatCount, settledShape == nil {
            settledShape = KnownShape(table: table, shape: shape)
        }
        return shape
    }

    func fill(
        _ block: inout LeafBlock, withHead cells: [InlineText], _ shape: TableShape, _ room: Int
    ) {
        guard let widths = shape.widths(in: room) else { return }
        block.add(cells, widths, shape.alignments, profile)
        block.rules = widths
    }

    /// Where the columns would be too narrow each cell stands on lines of its own, behind its heading.
    func fill(
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
