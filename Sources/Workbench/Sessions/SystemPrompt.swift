import ScreenKit
import Words

/// The current lane's system prompt, to be edited.
struct SystemPrompt: EditedText {
    var title: Phrase { .systemPrompt }

    func keep(_ text: String, in state: inout State) -> [Effect] {
        state.setSystemPrompt(text)
        if !text.isEmpty { state.beginSession(titled: "") }
        return state.saveSession()
    }
}

extension State {
    /// - Parameter text: what it was being changed to when it was last open.
    mutating func openSystemPrompt(changedTo text: String? = nil) {
        let system = current.system
        open(TextEditor(SystemPrompt(), original: system, text: text ?? system))
    }

    /// Lanes that share the current one's prompt go on sharing it.
    fileprivate mutating func setSystemPrompt(_ text: String) {
        let before = current.system
        for place in session.lanes.indices where session.lanes[place].system == before {
            session.lanes[place].system = text
        }
    }

    /// What it is being changed to.
    var changedSystem: String? {
        guard let editor = top(TextEditor.self), editor.subject is SystemPrompt, editor.isChanged
        else { return nil }
        return editor.buffer.text
    }
}
