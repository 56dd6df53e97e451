/// One line of text to edit, which scrolls sideways so that the cursor is visible.
package struct TextField: Hashable, Sendable {
    package var buffer: TextBuffer
    package var placeholder: String

    package init(_ text: String = "", placeholder: String = "") {
        buffer = TextBuffer(text, isSingleLine: true)
        self.placeholder = placeholder
    }

    /// Draws in the first row of the canvas and returns where the terminal's cursor belongs.
    @discardableResult
    package func draw(on canvas: inout Canvas, face: Face = .text) -> Point {
        guard !buffer.isEmpty else {
            canvas.write(placeholder, at: Point(row: 0, column: 0), face: .dim, ellipsis: true)
            return Point(row: 0, column: 0)
        }
        let layout = layout(of: buffer, canvas.profile)
        let first = firstColumn(layout, of: buffer, in: canvas.size.columns)
        canvas.write(buffer.text, at: Point(row: 0, column: -first), face: face)
        if let selection = buffer.selection {
            let columns = layout.columns(of: selection, inRow: 0)
            let start = columns.lowerBound - first
            canvas.paint(
                face: .selection, in: Rect(row: 0, column: start, rows: 1, columns: columns.count))
        }
        return Point(row: 0, column: layout.point(of: buffer.cursor).column - first)
    }

    /// The offset in the buffer at a column of a field drawn in so many.
    package func offset(
        atColumn column: Int,
        in columns: Int,
        _ profile: WidthProfile = .conservative
    ) -> Int {
        let layout = layout(of: buffer, profile)
        let first = firstColumn(layout, of: buffer, in: columns)
        return layout.offset(at: Point(row: 0, column: column + first))
    }

    private func layout(of buffer: TextBuffer, _ profile: WidthProfile) -> TextLayout {
        buffer.layout(width: .max, profile: profile)
    }

    private func firstColumn(_ layout: TextLayout, of buffer: TextBuffer, in columns: Int) -> Int {
        let cursor = layout.point(of: buffer.cursor).column
        return max(0, cursor - max(0, columns - 1))
    }
}
