/// One line of text to edit, which scrolls sideways so that the cursor is visible.
package struct TextField: Hashable, Sendable {
    package var buffer: TextBuffer
    package var placeholder: String
    /// Shows a dot for each character.
    package var isSecret: Bool

    package init(_ text: String = "", placeholder: String = "", isSecret: Bool = false) {
        buffer = TextBuffer(text, isSingleLine: true)
        self.placeholder = placeholder
        self.isSecret = isSecret
    }

    /// Draws in the first row of the canvas and returns where the terminal's cursor belongs.
    @discardableResult
    package func draw(on canvas: inout Canvas, face: Face = .text) -> Point {
        guard !buffer.isEmpty else {
            canvas.write(placeholder, at: Point(row: 0, column: 0), face: .dim, ellipsis: true)
            return Point(row: 0, column: 0)
        }
        let shown = shown
        let layout = layout(of: shown, canvas.profile)
        let first = firstColumn(layout, of: shown, in: canvas.size.columns)
        canvas.write(shown.text, at: Point(row: 0, column: -first), face: face)
        if let selection = shown.selection {
            let columns = layout.columns(of: selection, inRow: 0)
            let start = columns.lowerBound - first
            canvas.paint(
                face: .selection, in: Rect(row: 0, column: start, rows: 1, columns: columns.count))
        }
        return Point(row: 0, column: layout.point(of: shown.cursor).column - first)
    }

    /// The offset in the buffer at a column of a field drawn in so many.
    package func offset(
        atColumn column: Int,
        in columns: Int,
        _ profile: WidthProfile = .conservative
    ) -> Int {
        let shown = shown
        let layout = layout(of: shown, profile)
        let first = firstColumn(layout, of: shown, in: columns)
        let offset = layout.offset(at: Point(row: 0, column: column + first))
        return isSecret ? clusterOffsets[min(offset, clusterOffsets.count - 1)] : offset
    }

    private func layout(of buffer: TextBuffer, _ profile: WidthProfile) -> TextLayout {
        buffer.layout(width: .max, profile: profile)
    }

    private func firstColumn(_ layout: TextLayout, of buffer: TextBuffer, in columns: Int) -> Int {
        let cursor = layout.point(of: buffer.cursor).column
        return max(0, cursor - max(0, columns - 1))
    }

    /// What is shown: the buffer, or one ASCII character for each of its clusters.
    private var shown: TextBuffer {
        guard isSecret else { return buffer }
        let offsets = clusterOffsets
        var shown = TextBuffer(String(repeating: "*", count: offsets.count - 1), isSingleLine: true)
        if let anchor = buffer.anchor {
            shown.moveCursor(to: offsets.firstIndex(of: anchor) ?? 0)
        }
        let cursor = offsets.firstIndex(of: buffer.cursor) ?? 0
        shown.moveCursor(to: cursor, selecting: buffer.anchor != nil)
        return shown
    }

    /// Where the buffer's clusters begin, and its end.
    private var clusterOffsets: [Int] {
        var offsets = [0]
        while let last = offsets.last, last < buffer.bytes.count {
            offsets.append(buffer.clusterEnd(after: last))
        }
        return offsets
    }
}
