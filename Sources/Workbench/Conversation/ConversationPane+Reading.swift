import Conversations
package import ScreenKit
import Words

/// What of the current lane can be selected, and copied in another form.
extension ConversationPane {
    package static func copyForms(_ state: State) -> [CopyForm] {
        state.messageForms + state.requestOfTurn.forms
    }

    package static func reading(_ state: State, size: Size) -> (any Reading)? {
        guard let column = state.currentColumn(size), !state.current.transcript.entries.isEmpty
        else { return nil }
        let view = TranscriptView(
            transcript: state.current.transcript, tree: state.session.tree,
            selected: state.screen.conversation.selected)
        let clock = column.figures == nil ? state.current.waitingText(at: state.around.now) : nil
        return TranscriptReading(view, clock, in: column.transcript)
    }

    package static func standStill(in state: inout State) -> Bool {
        guard state.current.transcript.scroll.followsEnd,
            let column = state.layout.inner(id).flatMap({ state.currentColumn($0.size) })
        else { return false }
        state.current.transcript.countLines()
        let lines = state.current.transcript.lineCount
        state.current.transcript.scroll.stay(count: lines, height: column.transcript.rows)
        return true
    }

    package static func uncover(_ place: TextPlace, in state: inout State) {
        guard let (turn, offset) = TranscriptReading.source(place) else { return }
        state.current.transcript.unfold(turn, at: offset)
    }

    package static func touch(at point: Point, size: Size, in state: inout State) {
        selectLane(at: point, size, in: &state)
    }
}

extension State {
    /// Turns in which text is selected are made once, also out of view, not for every look at them.
    mutating func layOutSelectedText(in column: LaneColumn) {
        guard let selection = screen.selecting.selection, selection.pane == ConversationPane.id,
            selection.lane == column.place, column.place == screen.lane
        else { return }
        current.transcript.layOut(
            from: TurnID(rawValue: selection.anchor.id.owner),
            to: TurnID(rawValue: selection.head.id.owner))
    }
}
