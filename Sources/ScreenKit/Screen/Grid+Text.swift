extension Grid {
    /// The cell at a place; blank outside the grid.
    package func cell(at point: Point) -> Cell {
        guard Rect(size).contains(point) else { return .blank }
        return cells[point.row * size.columns + point.column]
    }

    /// What a cell shows; nothing for the right half of a wide character.
    package func text(of cell: Cell) -> String {
        if cell.width == 0 { return "" }
        guard cell.glyph & Cell.clusterFlag != 0 else { return String(scalar: cell.glyph) }
        let index = Int(cell.glyph & ~Cell.clusterFlag)
        return index < clusters.count ? clusters[index] : " "
    }

    /// The rows as text, without the blanks at their ends.
    package var lines: [String] {
        (0..<size.rows).map { row in
            var line = ""
            for column in 0..<size.columns {
                line += text(of: cells[row * size.columns + column])
            }
            let end = line.lastIndex { $0 != " " }
            return end.map { String(line[...$0]) } ?? ""
        }
    }

    /// The whole screen as text, one line a row.
    package var text: String { lines.joined(separator: "\n") }

    /// The faces of a row, one a column.
    package func faces(row: Int) -> [Face] {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns].map(\.face)
    }

    /// The parts of a row that are written with a face, in order.
    package func text(row: Int, in face: Face) -> [String] {
        var (parts, wasIn) = ([String](), false)
        for column in 0..<size.columns {
            let cell = cell(at: Point(row: row, column: column))
            let isIn = cell.face == face
            if isIn, !wasIn { parts.append("") }
            if isIn { parts[parts.count - 1] += text(of: cell) }
            wasIn = isIn
        }
        return parts
    }

    /// Where a text first stands on the screen.
    package func find(_ text: String) -> Point? {
        for (row, line) in lines.enumerated() {
            guard let index = line.firstRange(of: text)?.lowerBound else { continue }
            return Point(row: row, column: column(afterCharacters: line[..<index], row: row))
        }
        return nil
    }

    private func column(afterCharacters text: Substring, row: Int) -> Int {
        var (column, rest) = (0, text.unicodeScalars.count)
        while rest > 0, column < size.columns {
            let cell = cell(at: Point(row: row, column: column))
            rest -= self.text(of: cell).unicodeScalars.count
            column += max(1, Int(cell.width))
        }
        return column
    }
}
