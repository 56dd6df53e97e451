package import ScreenKit

/// From a state to a screen.
extension State {
    /// Brings what depends on the size up to date, and draws everything.
    package mutating func frame() -> Frame {
        sortKnobs()
        let layout = Layout(self)
        for lane in layout.lanes {
            lanes[lane.place].transcript.setWidth(lane.transcript.columns)
            lanes[lane.place].transcript.show(system: session.system)
        }
        var frame = Frame(grid: Grid(size, profile: widths))
        frame.cursor = frame.grid.draw { draw(on: &$0, layout) }
        return frame
    }

    /// Returns where the text cursor stands.
    private func draw(on canvas: inout Canvas, _ layout: Layout) -> Point? {
        guard layout.style != .tooSmall else {
            drawTooSmall(on: &canvas)
            return nil
        }
        drawHeader(on: &canvas, layout)
        drawBorders(on: &canvas, layout)
        drawLanes(on: &canvas, layout)
        if let rect = layout.inner(.traffic) { drawTraffic(on: &canvas, rect) }
        if let rect = layout.inner(.usage) { canvas.sub(rect) { drawUsage(on: &$0) } }
        let parameterCursor = layout.inner(.parameters).flatMap {
            drawParameters(on: &canvas, $0)
        }
        let composerCursor = drawComposer(on: &canvas, layout)
        drawFooter(on: &canvas, layout)
        if dialog != nil { return drawDialog(on: &canvas) }
        return parameterCursor ?? (focus == .composer ? composerCursor : nil)
    }

    private func drawTooSmall(on canvas: inout Canvas) {
        let need = Layout.smallest
        let text = "Fader needs \(need.columns)×\(need.rows), this is \(size.columns)×\(size.rows)"
        canvas.write(text, at: Point(row: size.rows / 2, column: 0))
    }
}
