import Conversations
import ScreenKit
import Words

/// The text that is selected: what it is, where it is drawn, letting it go.
extension State {
    /// What can be selected in a pane, as it stands now.
    mutating func reading(of id: PaneID) -> (any Reading)? {
        guard let pane = Panes.named(id), let rect = layout.inner(id) else { return nil }
        pane.prepare(&self, size: rect.size)
        return pane.reading(self, size: rect.size)
    }

    /// What is selected, where its text is still there and its pane is seen.
    mutating func selected() -> (selection: TextSelection, text: String)? {
        guard isSomethingSelected, let selection = screen.selecting.selection,
            let text = reading(of: selection.pane)?.text(of: selection), !text.isEmpty
        else { return nil }
        return (selection, text)
    }

    var isSomethingSelected: Bool {
        mutating get {
            guard let selection = screen.selecting.selection, selection.lane == screen.lane,
                let range = reading(of: selection.pane)?.range(of: selection)
            else { return false }
            return range.from != range.to
        }
    }

    /// Keys move the end of a selection in the pane that has the focus.
    var selectsByKeys: Bool {
        guard let selection = screen.selecting.selection else { return false }
        return selection.isByKeys && selection.pane == screen.focus
            && selection.lane == screen.lane
    }

    /// Whether there was one to let go.
    @discardableResult
    mutating func letGoOfSelection() -> Bool {
        let wasThere = selectsByKeys || isSomethingSelected
        screen.selecting.selection = nil
        screen.selecting.grip = nil
        followAgain()
        return wasThere
    }

    // MARK: While it is made

    /// What is read stands still while a part of it is chosen.
    mutating func standStill(_ id: PaneID) {
        let stands = Panes.named(id)?.standStill(in: &self) ?? false
        screen.selecting.pausedLane = stands ? screen.lane : nil
    }

    /// The pane goes along with what comes, if it did before and was not scrolled.
    mutating func followAgain() {
        guard let lane = screen.selecting.pausedLane else { return }
        screen.selecting.pausedLane = nil
        if session.lanes.indices.contains(lane) { session.lanes[lane].transcript.scroll.follow() }
    }

    // MARK: Copying

    /// Copies what is selected. What was selected by keys is done with.
    mutating func copySelection() -> [Effect]? {
        guard let (selection, text) = selected() else { return nil }
        if selection.isByKeys { letGoOfSelection() }
        return [.copy(text)]
    }

    // MARK: Drawing

    /// Paints what is selected over its pane. Returns where its moving end stands.
    func drawTextSelection(on canvas: inout Canvas, _ layout: Layout) -> Point? {
        guard let selection = screen.selecting.selection, selection.lane == screen.lane,
            let rect = layout.inner(selection.pane),
            let reading = Panes.named(selection.pane)?.reading(self, size: rect.size)
        else { return nil }
        let area = reading.area.moved(by: rect.origin)
        canvas.sub(area) { canvas in
            for (row, columns) in reading.columns(of: selection, around.widths) {
                canvas.paint(
                    face: .selection,
                    in: Rect(
                        row: row, column: columns.lowerBound, rows: 1, columns: columns.count))
            }
        }
        guard selectsByKeys, let row = reading.row(of: selection.head) else { return nil }
        let column = reading.column(of: selection.head, inRow: row, around.widths)
        return Point(row: area.row + row, column: area.column + min(column, area.columns - 1))
    }
}
