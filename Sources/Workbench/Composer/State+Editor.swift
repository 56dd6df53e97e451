import ScreenKit

/// The person's own editor, for a long text.
extension State {
    /// The text that is open over the panes, else the prompt.
    mutating func editOutside() -> [Effect] {
        [.edit(top(TextEditor.self)?.buffer.text ?? screen.composer.text)]
    }

    /// What an earlier program left in an editor's file, where nothing new would be lost by that.
    mutating func found(_ text: String, in file: String) -> [Effect] {
        guard screen.composer.buffer.isEmpty, screen.dialogs.isEmpty else {
            screen.notice = Notice(.editorTextIsIn(file))
            return []
        }
        screen.composer.fill(text)
        screen.notice = Notice(.draftIsBack)
        return [.keepDraft(draft), .discard(file: file)]
    }

    /// One step, which can be taken back.
    mutating func take(edited: Edited) {
        switch edited {
        case .failed(let reason): screen.notice = Notice(reason, isError: true)
        case .text(let text):
            if top(TextEditor.self) != nil {
                change(TextEditor.self) { $0.replace(with: text) }
            } else {
                screen.composer.buffer.replaceAll(with: text)
                screen.focus = .composer
            }
        }
    }
}
