import ChatCompletions
package import Conversations
import ScreenKit
import Words

/// The cursor on turns: which turn the keys of the conversation are about.
extension State {
    /// `nil` when none is selected, or when the lane's branch has it no more.
    package var selectedTurn: Turn? {
        screen.conversation.selected.flatMap { id in
            current.transcript.place(of: id) == nil ? nil : session.tree[id]
        }
    }

    mutating func select(turn: TurnID?) {
        screen.conversation.selected = turn
        screen.conversation.revealsSelected = turn != nil
    }

    /// From no turn it is the last one.
    mutating func selectTurn(by delta: Int) {
        let entries = current.transcript.turnEntries
        guard let first = entries.indices.first, let last = entries.indices.last else { return }
        let selected = selectedTurn.flatMap { current.transcript.place(of: $0.id) }
        let place = selected.map { min(max($0 + delta, first), last) } ?? last
        select(turn: entries[place].turn.id)
    }

    /// Whether there was one to let go.
    mutating func letGoOfTurn() -> Bool {
        guard selectedTurn != nil else { return false }
        select(turn: nil)
        return true
    }

    /// Brings the selected turn into view once, where its lane is seen.
    mutating func revealSelected(in column: LaneColumn) {
        guard screen.conversation.revealsSelected, column.place == screen.lane,
            let turn = screen.conversation.selected
        else { return }
        screen.conversation.revealsSelected = false
        current.transcript.reveal(turn, rows: column.transcript.rows)
    }

    /// The prompt that the selected turn is, or that it belongs to.
    var selectedPrompt: Turn? { selectedTurn.flatMap { session.tree.prompt(of: $0.id) } }

    /// What Markdown the selected turn belongs to, or else the last answer: with what it goes on with.
    var markdownOfSelectedTurn: String {
        guard let turn = selectedTurn, let text = textOfSelectedTurn else {
            return lastAnswer ?? ""
        }
        let before = session.tree.whole(turn).dropLast().map(\.message.content)
        return before.joined() + text
    }

    /// What the selected turn says, exactly.
    var textOfSelectedTurn: String? {
        guard let turn = selectedTurn else { return nil }
        let text: String
        if turn.id == current.live?.turn {
            text = current.shownChoice?.shownText ?? ""
        } else if turn.message.role == .assistant {
            text = turn.textToCopy.text(in: around.language)
        } else {
            text = turn.message.content
        }
        return text.isEmpty ? nil : text
    }
}
