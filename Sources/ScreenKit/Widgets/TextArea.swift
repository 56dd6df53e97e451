/// A text buffer as an editor on a canvas shows it: a window of rows that follows the cursor.
package struct TextArea: Sendable {
    package let layout: TextLayout
    package let size: Size
    /// The first row that is shown.
    package private(set) var firstRow: Int
    private let cursor: Point
    private let selection: Range<Int>?

    /// Lays a buffer out in a size; `firstRow` is the one last shown, moved so that the cursor is
    /// inside.
    package init(
        _ buffer: TextBuffer,
        size: Size,
        firstRow: Int = 0,
        profile: WidthProfile = .conservative
    ) {
        layout = buffer.layout(width: size.columns, profile: profile)
        self.size = size
        selection = buffer.selection
        cursor = layout.point(of: buffer.cursor)
        let first = max(firstRow, cursor.row - max(1, size.rows) + 1)
        self.firstRow = max(0, min(first, cursor.row, max(0, layout.rows.count - size.rows)))
    }

    /// Draws the rows and returns where the terminal's cursor belongs, in the canvas' coordinates.
    @discardableResult
    package func draw(on canvas: inout Canvas, face: Face = .text) -> Point {
        for row in firstRow..<min(layout.rows.count, firstRow + size.rows) {
            let place = Point(row: row - firstRow, column: 0)
            canvas.write(layout.text(ofRow: row), at: place, face: face)
            guard let selection else { continue }
            let columns = layout.columns(of: selection, inRow: row)
            let marked = Rect(
                row: place.row, column: columns.lowerBound, rows: 1, columns: columns.count)
            canvas.paint(face: .selection, in: marked)
        }
        let column = min(cursor.column, max(0, size.columns - 1))
        return Point(row: cursor.row - firstRow, column: column)
    }

    /// The offset in the buffer at a cell of the canvas.
    package func offset(at point: Point) -> Int {
        layout.offset(at: Point(row: point.row + firstRow, column: point.column))
    }
}
