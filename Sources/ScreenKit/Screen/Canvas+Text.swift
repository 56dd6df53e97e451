extension Canvas {
    /// Writes one line of text and returns how many columns it took.
    ///
    /// The text ends at the canvas' right edge, or after `limit` columns; with `ellipsis`, an
    /// ellipsis says so. A wide character that does not fit becomes a space. Tabs lead to multiples
    /// of `Width.tab` counted from where the text begins.
    @discardableResult
    package mutating func write(
        _ text: String,
        at point: Point,
        face: Face = .text,
        limit: Int? = nil,
        ellipsis: Bool = false
    ) -> Int {
        let room = max(0, min(limit ?? Int.max, size.columns - point.column))
        let text = ellipsis ? Width.truncate(text, to: room, profile) : text
        let row = frame.row + point.row
        guard row >= clip.row, row < clip.endRow else { return 0 }
        let start = frame.column + point.column
        return text.withBytes { bytes in
            var pen = Pen(row: row, start: start, end: start + room, face: face)
            run(&pen, along: bytes)
            return min(pen.column - start, room)
        }
    }

    private mutating func run(_ pen: inout Pen, along bytes: UTF8Bytes) {
        var offset = 0
        while offset < bytes.count, pen.column < pen.end {
            let cluster = Cluster.next(in: bytes, at: offset)
            let width = cluster.plainWidth(profile)
            if width > 0 {
                put(Cell(glyph: cluster.first, face: pen.face, width: UInt8(width)), &pen)
            } else if cluster.first == 0x09 {
                putTab(&pen)
            } else {
                putPieces(of: cluster, in: bytes, &pen)
            }
            offset = cluster.range.upperBound
        }
        let (first, end) = (max(pen.start, clip.column), min(pen.column, pen.end, clip.endColumn))
        mendEdges(pen.row, first..<max(first, end))
    }

    private mutating func putTab(_ pen: inout Pen) {
        let width = Width.tab - (pen.column - pen.start) % Width.tab
        for _ in 0..<width { put(Cell(glyph: 0x20, face: pen.face, width: 1), &pen) }
    }

    private mutating func putPieces(of cluster: Cluster, in bytes: UTF8Bytes, _ pen: inout Pen) {
        Appearance.pieces(of: cluster, in: bytes, profile) { piece in
            let face = piece.isEscaped ? Face.escaped : pen.face
            var glyph = piece.base
            if let text = piece.text {
                glyph = Cell.clusterFlag | UInt32(grid.clusters.count)
                grid.clusters.append(text)
            }
            put(Cell(glyph: glyph, face: face, width: UInt8(piece.width)), &pen)
        }
    }

    /// Puts a cell where the pen is and moves the pen, also where nothing can be drawn.
    @inline(__always)
    private mutating func put(_ cell: Cell, _ pen: inout Pen) {
        let (column, width) = (pen.column, Int(cell.width))
        pen.column += width
        guard column >= clip.column, pen.column <= min(pen.end, clip.endColumn) else {
            return putSpaces(column..<pen.column, pen)
        }
        let index = pen.row * grid.size.columns + column
        grid.cells[index] = cell
        if width == 2 { grid.cells[index + 1] = Cell(glyph: 0, face: cell.face, width: 0) }
    }

    /// What is left of a cell at an edge.
    private mutating func putSpaces(_ columns: Range<Int>, _ pen: Pen) {
        let visible = columns.clamped(
            to: clip.column..<max(clip.column, min(pen.end, clip.endColumn)))
        for column in visible {
            let index = pen.row * grid.size.columns + column
            grid.cells[index] = Cell(glyph: 0x20, face: pen.face, width: 1)
        }
    }
}

/// Where the next cell goes, in the grid's coordinates.
private struct Pen {
    let row: Int
    let start: Int
    let end: Int
    let face: Face
    var column: Int

    init(row: Int, start: Int, end: Int, face: Face) {
        (self.row, self.start, self.end, self.face, column) = (row, start, end, face, start)
    }
}
