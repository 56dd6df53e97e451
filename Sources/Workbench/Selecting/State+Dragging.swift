import Conversations
import ScreenKit

/// Selecting with the mouse: pressed and dragged by characters, a second and a third click by words
/// and lines. A click alone does what it does in its pane, when the button is let go.
extension State {
    /// The button is pressed in a pane of which something can be selected.
    ///
    /// - Returns: whether the text is held; else the click is the pane's at once.
    mutating func hold(_ pane: any Pane.Type, at point: Point, in rect: Rect) -> Bool {
        let count = screen.selecting.clicks.add(at: point, around.now)
        if pane.actsAtOnce(at: point.inside(rect), size: rect.size, in: self) { return false }
        if count > 1, pane.takesSecondClick(self) {
            screen.selecting.clicks.forget()
            return false
        }
        pane.touch(at: point.inside(rect), size: rect.size, in: &self)
        let place = reading(of: pane.id)?.place(at: point.inside(rect), around.widths)
        guard let place else { return false }
        let unit: TextSelection.Unit = count == 1 ? .characters : count == 2 ? .words : .lines
        screen.selecting.lastPlace = (pane.id, place)
        screen.selecting.grip = TextGrip(
            pane: pane.id, point: point, place: place, unit: unit, now: point)
        if count > 1 { beginSelection(place) }
        return true
    }

    private mutating func beginSelection(_ head: TextPlace) {
        guard let grip = screen.selecting.grip else { return }
        if screen.selecting.selection == nil { standStill(grip.pane) }
        screen.selecting.selection = TextSelection(
            pane: grip.pane, lane: screen.lane, unit: grip.unit, anchor: grip.place, head: head)
    }

    /// The mouse moves with its button down.
    mutating func dragSelection(to point: Point) {
        guard let grip = screen.selecting.grip, grip.isDragged || point != grip.now else { return }
        screen.selecting.grip?.now = point
        screen.selecting.grip?.isDragged = true
        extendSelection()
    }

    /// To where the mouse is; beyond an edge what stands there comes into view.
    private mutating func extendSelection() {
        screen.selecting.grip?.rowsBeyond = 0
        guard let grip = screen.selecting.grip, let rect = layout.inner(grip.pane),
            var reading = reading(of: grip.pane)
        else { return }
        let beyond = rows(beyond: reading.area, at: grip.now.row - rect.row)
        screen.selecting.grip?.rowsBeyond = beyond
        if beyond != 0 {
            scrollSelected(grip.pane, by: beyond)
            reading = self.reading(of: grip.pane) ?? reading
        }
        let (point, area) = (grip.now.inside(rect), reading.area)
        let inside = Point(
            row: min(max(point.row, area.row), max(area.row, area.endRow - 1)),
            column: point.column)
        guard let head = reading.place(at: inside, around.widths) else { return }
        beginSelection(head)
    }

    /// How many rows a row is above or below an area, up to three.
    private func rows(beyond area: Rect, at row: Int) -> Int {
        max(-3, min(3, row < area.row ? row - area.row : max(0, row - area.endRow + 1)))
    }

    mutating func scrollSelected(_ id: PaneID, by rows: Int) {
        screen.selecting.pausedLane = nil
        Panes.named(id)?.scroll(rows, in: &self)
    }

    /// The mouse waits beyond an edge: time scrolls on.
    package var dragsBeyondEdge: Bool {
        if let dialog { return dialog.dragsBeyondEdge }
        if let held = screen.held { return Panes.named(held)?.dragsBeyondEdge(self) ?? false }
        return screen.selecting.grip.map { $0.isDragged && $0.rowsBeyond != 0 } ?? false
    }

    mutating func dragOn() {
        guard dragsBeyondEdge else { return }
        if dialog != nil { return dragOnInDialog() }
        guard let held = screen.held else { return extendSelection() }
        if let rect = layout.inner(held) { Panes.named(held)?.dragOn(size: rect.size, in: &self) }
    }

    /// The button is let go: what was selected is copied, a click is the pane's.
    mutating func releaseText() -> [Effect] {
        guard let grip = screen.selecting.grip else { return [] }
        screen.selecting.grip = nil
        if screen.selecting.selection != nil {
            followAgain()
            if let effects = copySelection() { return effects }
            letGoOfSelection()
            return []
        }
        guard let rect = layout.inner(grip.pane), let pane = Panes.named(grip.pane) else {
            return []
        }
        return pane.press(at: grip.point.inside(rect), size: rect.size, in: &self)
    }
}
