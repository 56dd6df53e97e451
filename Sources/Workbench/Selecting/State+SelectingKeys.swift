import Conversations
import ScreenKit
import Words

/// Selecting by keys: one end stays, the other one moves.
extension State {
    /// Begins by words or lines, or goes on so with what is selected; words again are characters.
    mutating func selectByKeys(_ unit: TextSelection.Unit) {
        guard let pane = focused, let reading = reading(of: pane.id) else {
            return screen.notice = Notice(.nothingToSelect)
        }
        if let selection = screen.selecting.selection, selection.pane == pane.id,
            selectsByKeys || isSomethingSelected
        {
            // What the mouse selected went on with what came once its button was let go.
            if !selection.isByKeys, screen.selecting.pausedLane == nil { standStill(pane.id) }
            let isAgain = selection.isByKeys && selection.unit == unit && unit == .words
            screen.selecting.selection?.unit = isAgain ? .characters : unit
            screen.selecting.selection?.isByKeys = true
            return
        }
        guard let place = firstPlace(in: reading, of: pane.id) else {
            return screen.notice = Notice(.nothingToSelect)
        }
        standStill(pane.id)
        screen.selecting.selection = TextSelection(
            pane: pane.id, lane: screen.lane, unit: unit, anchor: place, head: place, isByKeys: true
        )
    }

    /// Where the mouse was pressed last, where that is in view.
    private func firstPlace(in reading: any Reading, of pane: PaneID) -> TextPlace? {
        if let last = screen.selecting.lastPlace, last.pane == pane,
            reading.row(of: last.place) != nil
        {
            return last.place
        }
        let row =
            reading.rows.firstIndex { $0.id == reading.start && !$0.text.parts.isEmpty }
            ?? reading.rows.firstIndex { $0.id != nil && !$0.text.parts.isEmpty }
        return row.flatMap { reading.place(inRow: $0, column: 0, around.widths) }
    }
}
