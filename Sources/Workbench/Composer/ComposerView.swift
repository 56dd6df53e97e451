import ScreenKit

/// The prompt, with the terminal's own cursor where the text cursor is: input methods open there.
extension State {
    func drawComposer(on canvas: inout Canvas, _ layout: Layout) -> Point? {
        guard let rect = layout.inner(.composer) else { return nil }
        canvas.write(
            "›", at: Point(row: rect.row, column: rect.column - 2), face: Face(.composerPrompt))
        if composer.buffer.isEmpty {
            canvas.write(composerHint, at: rect.origin, face: .dim, limit: rect.columns)
        }
        return canvas.draw(composer.buffer, in: rect, face: Face(.composer))
    }

    private var composerHint: String {
        lanes.count > 1 ? "one prompt for all \(lanes.count) lanes" : "type a prompt"
    }
}

extension Canvas {
    /// Draws a text being typed; returns where its cursor stands.
    mutating func draw(_ buffer: TextBuffer, in rect: Rect, face: Face) -> Point {
        let area = TextArea(buffer, size: rect.size, profile: profile)
        let cursor = sub(rect) { area.draw(on: &$0, face: face) }
        return Point(row: rect.row + cursor.row, column: rect.column + cursor.column)
    }
}
