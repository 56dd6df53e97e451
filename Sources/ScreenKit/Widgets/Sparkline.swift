/// Values as a row of bars: `▁▁▂▁▅▁█`.
package struct Sparkline: Hashable, Sendable {
    package var values: [Double]
    /// What the highest bar stands for; the greatest value where it is `nil`.
    package var top: Double?

    package init(values: [Double], top: Double? = nil) {
        self.values = values
        self.top = top
    }

    /// Draws the last values in the first row of the canvas.
    package func draw(on canvas: inout Canvas, face: Face = .text) {
        let bars = canvas.symbols.bars
        let shown = values.suffix(canvas.size.columns)
        let top = self.top ?? shown.max() ?? 0
        for (column, value) in shown.enumerated() {
            let part = top > 0 && value.isFinite ? min(max(value / top, 0), 1) : 0
            let bar = bars[Int(part * Double(bars.count - 1) + 0.5)]
            canvas.write(bar, at: Point(row: 0, column: column), face: face)
        }
    }

    /// The value whose bar stands at a column of a sparkline drawn in so many.
    package func index(atColumn column: Int, in columns: Int) -> Int? {
        let first = max(0, values.count - columns)
        return values.indices.contains(first + column) && column >= 0 ? first + column : nil
    }
}
