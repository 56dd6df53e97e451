extension Canvas {
    /// Draws a frame whose lines join those that they meet, with a title in its upper edge.
    package mutating func box(
        _ rect: Rect,
        face: Face = .border,
        title: String? = nil,
        titleFace: Face = .title
    ) {
        guard rect.rows > 1, rect.columns > 1 else { return }
        horizontalLine(row: rect.row, from: rect.column, to: rect.endColumn, face: face)
        horizontalLine(row: rect.endRow - 1, from: rect.column, to: rect.endColumn, face: face)
        verticalLine(column: rect.column, from: rect.row, to: rect.endRow, face: face)
        verticalLine(column: rect.endColumn - 1, from: rect.row, to: rect.endRow, face: face)
        guard let title, rect.columns > 4 else { return }
        let text = " " + Width.truncate(title, to: rect.columns - 4, profile) + " "
        write(text, at: Point(row: rect.row, column: rect.column + 1), face: titleFace)
    }

    /// Draws a line in a row, up to and without column `to`; its ends join what they meet.
    package mutating func horizontalLine(row: Int, from: Int, to: Int, face: Face = .border) {
        let lines = symbols.lines
        for column in from..<max(from, to) {
            let left = column > from || to - from == 1 ? Arms.left : []
            let right = column < to - 1 || to - from == 1 ? Arms.right : []
            join(left.union(right), at: Point(row: row, column: column), face, lines)
        }
    }

    /// Draws a line in a column, up to and without row `to`; its ends join what they meet.
    package mutating func verticalLine(column: Int, from: Int, to: Int, face: Face = .border) {
        let lines = symbols.lines
        for row in from..<max(from, to) {
            let up = row > from || to - from == 1 ? Arms.up : []
            let down = row < to - 1 || to - from == 1 ? Arms.down : []
            join(up.union(down), at: Point(row: row, column: column), face, lines)
        }
    }

    private mutating func join(
        _ arms: Arms, at point: Point, _ face: Face, _ lines: [UInt32]
    ) {
        let place = Point(row: point.row + frame.row, column: point.column + frame.column)
        guard clip.contains(place) else { return }
        let index = place.row * grid.size.columns + place.column
        let before = grid.cells[index]
        let arms = arms.union(Arms.of(before.glyph, lines))
        grid.cells[index] = Cell(glyph: lines[arms.rawValue], face: face, width: 1)
        // Only a wide character leaves a half beside it.
        if before.width != 1 { mendEdges(place.row, place.column..<place.column + 1) }
    }
}

/// The lines that leave the middle of a cell.
private struct Arms: OptionSet {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let down = Arms(rawValue: 4)
    static let left = Arms(rawValue: 8)

    /// The arms of a line character; in ASCII, where `+` stands for many, all that it may have.
    static func of(_ glyph: UInt32, _ lines: [UInt32]) -> Arms {
        guard glyph != 0x20, let index = lines.lastIndex(of: glyph) else { return [] }
        return Arms(rawValue: index)
    }
}
