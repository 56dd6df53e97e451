/// The lines of styled text that are in view, and how many are below them.
package struct StyledWindow: Sendable {
    package var lines: [StyledLine]
    package var below: Int

    package init(lines: [StyledLine] = [], below: Int = 0) {
        (self.lines, self.below) = (lines, below)
    }

    /// Draws the lines from the top, and over the end of the last row how many more there are.
    ///
    /// - Parameter more: the words for it.
    package func draw(
        on canvas: inout Canvas, marks: Marks = Marks(), more: (Int) -> String = { "↓ \($0)" }
    ) {
        for (row, line) in lines.prefix(canvas.size.rows).enumerated() {
            line.draw(on: &canvas, row: row, marks: marks)
        }
        guard below > 0 else { return }
        let text = " \(more(below)) "
        let column = max(0, canvas.size.columns - Width.of(text, canvas.profile))
        canvas.write(text, at: Point(row: canvas.size.rows - 1, column: column), face: .dim)
    }
}
