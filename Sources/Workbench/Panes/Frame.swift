package import ScreenKit
import Words

/// From a state to a screen.
extension State {
    /// Brings what depends on the size up to date, and draws everything.
    package mutating func frame() -> Frame {
        screen.composer.keepRows(on: around.size, around.widths)
        fitDialog()
        let layout = layout
        for place in layout.placement.leaves {
            Panes.named(place.leaf)?.prepare(&self, size: place.rect.size)
        }
        var frame = Frame(grid: Grid(around.size, profile: around.widths))
        frame.cursor = frame.grid.draw { draw(on: &$0, layout) }
        return frame
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
