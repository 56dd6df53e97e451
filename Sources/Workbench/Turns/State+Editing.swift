import ChatCompletions
import Conversations
import Words

/// Earlier turns asked otherwise: a prompt is changed, or its answer asked for again. What was there
/// stays as a sibling.
extension State {
    /// The selected prompt, or else the last one, comes into the composer; what was written there
    /// waits.
    mutating func editTurn() {
        guard let prompt = selectedPrompt ?? session.tree.prompt(of: current.head) else {
            screen.notice = Notice(.nothingToEdit)
            return
        }
        guard prompt.message.isPlain else {
            screen.notice = Notice(.editsTextOnly)
            return
        }
        screen.composer.revise(prompt.id, prompt.written)
        select(turn: prompt.id)
        focus(on: .composer)
    }

    /// What was there before comes back; what was changed can be had from the history.
    mutating func giveUpRevision() -> Bool {
        guard let revision = screen.composer.revision else { return false }
        screen.composer.giveUpRevision()
        focus(on: .conversation)
        select(turn: revision.turn)
        return true
    }

    /// Asks again in the current lane what the selected turn was asked, or answers.
    mutating func runAgainFromTurn() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        dropOffers()
        let turn = selectedTurn?.id ?? current.head
        return withVariables(ofLanes: [screen.lane]) { state in
            state.select(turn: nil)
            return state.runAgain(lanes: [state.screen.lane], from: turn)
        }
    }
}
