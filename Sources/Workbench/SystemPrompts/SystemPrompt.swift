import ScreenKit
import Words

/// A lane's system prompt, to be edited.
struct SystemPrompt: EditedText {
    /// Where there are several lanes, which one's it is.
    let lane: String?
    var title: Phrase { lane.map { .systemPrompt(ofLane: $0) } ?? .systemPrompt }

    func keep(_ text: String, in state: inout State) -> [Effect] { state.use(system: text) }
}

extension State {
    /// - Parameter text: what it was being changed to when it was last open.
    mutating func openSystemPrompt(changedTo text: String? = nil) {
        let system = current.system
        let lane = session.lanes.count > 1 ? Lane.letter(screen.lane) : nil
        open(TextEditor(SystemPrompt(lane: lane), original: system, text: text ?? system))
    }

    /// The current lane's, from its next prompt on.
    mutating func use(system text: String) -> [Effect] {
        current.system = text
        if !text.isEmpty { beginSession(titled: "") }
        return saveSession()
    }

    /// What it is being changed to.
    var changedSystem: String? {
        guard let editor = top(TextEditor.self), editor.subject is SystemPrompt, editor.isChanged
        else { return nil }
        return editor.buffer.text
    }
}
