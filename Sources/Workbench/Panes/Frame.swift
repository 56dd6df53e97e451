package import ScreenKit
import Words

/// From a state to a screen.
extension State {
    /// Brings what depends on the size up to date, and draws everything.
    package mutating func frame() -> Frame {
        whole(beginFrame())
    }

    private mutating func whole(_ layout: Layout) -> Frame {
        for place in layout.placement.leaves {
            Panes.named(place.leaf)?.prepare(&self, size: place.rect.size)
        }
        var frame = Frame(grid: Grid(around.size, profile: around.widths))
        frame.cursor = frame.grid.draw { draw(on: &$0, layout) }
        return frame
    }

    /// Draws what was reached over the frame before, or everything where the rest cannot stand as it
    /// was.
    package mutating func frame(over last: Frame, _ reach: Reach) -> Frame {
        let before = screen.laidOut
        let layout = beginFrame()
        guard reach != .everything, layout == before, layout.style != .tooSmall, dialog == nil,
            screen.selecting.selection == nil, last.grid.size == around.size,
            last.grid.profile == around.widths
        else { return whole(layout) }
        var frame = last
        for pane in panes(in: reach) {
            guard let rect = layout.inner(pane.id) else { continue }
            pane.prepare(&self, size: rect.size)
            let placed = PlacedPane(pane, self, in: rect)
            let cursor = frame.grid.draw { placed.drawAnew(on: &$0) }
            if placed.hasFocus { frame.cursor = cursor }
        }
        return frame
    }

    private mutating func beginFrame() -> Layout {
        screen.composer.keepRows(on: around.size, around.widths)
        fitDialog()
        let layout = layout
        screen.laidOut = layout
        return layout
    }

    /// Returns where the text cursor stands.
    private func draw(on canvas: inout Canvas, _ layout: Layout) -> Point? {
        guard layout.style != .tooSmall else {
            drawTooSmall(on: &canvas)
            return nil
        }
        HeaderView(self).draw(on: &canvas)
        let placed = Panes.all.compactMap { pane in
            layout.inner(pane.id).map { PlacedPane(pane, self, in: $0) }
        }
        drawBorders(of: placed, on: &canvas)
        var cursor: Point?
        for pane in placed {
            let found = pane.draw(on: &canvas)
            if pane.hasFocus { cursor = found }
        }
        cursor = drawTextSelection(on: &canvas, layout) ?? cursor
        footer.draw(on: &canvas, row: layout.footer.row)
        return dialog == nil ? cursor : drawDialog(on: &canvas)
    }

    private func drawTooSmall(on canvas: inout Canvas) {
        let need = Layout.smallest
        let size = around.size
        let text = Phrase.tooSmall(size, needs: need).text(in: around.language)
        canvas.write(text, at: Point(row: size.rows / 2, column: 0))
    }
}
