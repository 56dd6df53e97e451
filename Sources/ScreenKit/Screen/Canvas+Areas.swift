extension Canvas {
    /// Blanks a part, or everything, with a face.
    package mutating func fill(_ rect: Rect? = nil, face: Face = .text) {
        let area = visible(rect)
        for row in area.row..<area.endRow where !area.isEmpty {
            let start = row * grid.size.columns
            for index in start + area.column..<start + area.endColumn {
                grid.cells[index] = Cell(glyph: 0x20, face: face, width: 1)
            }
            mendEdges(row, area.column..<area.endColumn)
        }
    }

    /// Changes the faces of a part, or of everything, and leaves the text.
    package mutating func paint(face: Face, in rect: Rect? = nil) {
        let area = visible(rect)
        for row in area.row..<area.endRow where !area.isEmpty {
            let start = row * grid.size.columns
            for index in wholeCharacters(row, area.column..<area.endColumn) {
                grid.cells[start + index].face = face
            }
        }
    }

    /// The columns with the other halves of wide characters at their ends.
    private func wholeCharacters(_ row: Int, _ columns: Range<Int>) -> Range<Int> {
        let start = row * grid.size.columns
        var (from, to) = (columns.lowerBound, columns.upperBound)
        if from > 0, grid.cells[start + from].width == 0 { from -= 1 }
        if to < grid.size.columns, grid.cells[start + to].width == 0 { to += 1 }
        return from..<to
    }

    private func visible(_ rect: Rect?) -> Rect {
        guard let rect else { return clip }
        return rect.moved(by: frame.origin).intersection(clip)
    }
}
