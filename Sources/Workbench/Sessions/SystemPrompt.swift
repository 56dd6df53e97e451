import ScreenKit
import Words

/// The session's system prompt, to be edited.
struct SystemPrompt: EditedText {
    var title: Phrase { .systemPrompt }

    func keep(_ text: String, in state: inout State) -> [Effect] {
        state.session.system = text
        return state.saveSession()
    }
}

extension State {
    /// - Parameter text: what it was being changed to when it was last open.
    mutating func openSystemPrompt(changedTo text: String? = nil) {
        let system = session.system
        open(TextEditor(SystemPrompt(), original: system, text: text ?? system))
    }

    /// What it is being changed to.
    var changedSystem: String? {
        guard let editor = top(TextEditor.self), editor.subject is SystemPrompt, editor.isChanged
        else { return nil }
        return editor.buffer.text
    }
}
