import ScreenKit

/// The frame around the panes, with their titles and tabs.
extension State {
    func drawBorders(of panes: [PlacedPane], on canvas: inout Canvas) {
        for pane in panes { canvas.box(pane.rect.outline) }
        for pane in panes {
            for column in pane.dividers {
                canvas.verticalLine(
                    column: pane.rect.column + column, from: pane.rect.row - 1,
                    to: pane.rect.endRow + 1)
            }
        }
        if let focused = panes.first(where: \.hasFocus) {
            canvas.box(focused.rect.outline, face: .borderFocused)
        }
        for pane in panes { pane.drawHeading(on: &canvas) }
    }
}

extension PlacedPane {
    fileprivate func drawHeading(on canvas: inout Canvas) {
        let box = rect.outline
        if let title {
            canvas.write(
                title, at: Point(row: box.row, column: box.column + 1),
                face: hasFocus ? .titleFocused : .title)
        }
        let bar = tabPlace(canvas.profile)
        if let tabs { canvas.sub(bar) { tabs.draw(on: &$0) } }
        guard let note else { return }
        // Beside tabs it is there as a whole or not at all.
        let room = bar.columns - (tabs == nil ? 4 : 33)
        let columns = Width.of(note, canvas.profile)
        guard room >= (tabs == nil ? 8 : columns) else { return }
        let start = box.endColumn - min(columns, room) - 3
        canvas.fill(
            Rect(row: box.row, column: start, rows: 1, columns: min(columns, room) + 2),
            face: .dim)
        canvas.write(
            note, at: Point(row: box.row, column: start + 1), face: .dim, limit: room,
            ellipsis: true)
    }

    /// Where tabs stand in the upper border.
    private func tabPlace(_ widths: WidthProfile) -> Rect {
        let start = 1 + Width.of(title ?? "", widths)
        let box = rect.outline
        return Rect(
            row: box.row, column: box.column + start, rows: 1,
            columns: max(0, box.columns - start - 1))
    }

    /// The tab at a place of the screen.
    func tab(at point: Point, _ widths: WidthProfile) -> Int? {
        guard let tabs else { return nil }
        let bar = tabPlace(widths)
        guard bar.contains(point) else { return nil }
        return tabs.index(atColumn: point.column - bar.column, in: bar.columns, widths)
    }
}
