import ScreenKit
import Words

extension KeyContext {
    /// Whatever lies over the panes.
    static let dialog: KeyContext = "dialog"
    static let list: KeyContext = "list"
    static let editor: KeyContext = "editor"
    static let message: KeyContext = "message"
    static let question: KeyContext = "question"
    /// The question before quitting.
    static let quit: KeyContext = "quit"
}

/// What keys do while something lies over the panes.
extension Command {
    static let ofDialogs = [
        closeDialog, takeRow, rowUp, rowDown, rowsUp, rowsDown, keepText, editTextOutside, yes, no,
        quitNow,
        closeMessage, messageUp, messageDown, copyMessage,
    ]

    static let closeDialog = Command(
        "dialog.close", .closeDialog, .dialog, keys: ["<esc>", "<c-c>"],
        .closeDialogHelp
    ) { $0.stepBack() }

    // MARK: Lists

    static let takeRow = Command(
        "list.take", .takeRow, .list, keys: ["<enter>"]
    ) { $0.takeRow() }

    static let rowUp = Command(
        "list.up", .rowUp, .list, keys: ["<up>", "<c-p>"]
    ) { $0.moveInList(by: -1) }

    static let rowDown = Command(
        "list.down", .rowDown, .list, keys: ["<down>", "<tab>", "<c-n>"]
    ) { $0.moveInList(by: 1) }

    static let rowsUp = Command(
        "list.page-up", .rowsUp, .list, keys: ["<pageup>"]
    ) { $0.moveInList(by: -10) }

    static let rowsDown = Command(
        "list.page-down", .rowsDown, .list, keys: ["<pagedown>"]
    ) { $0.moveInList(by: 10) }

    // MARK: Editors, questions

    static let keepText = Command(
        "editor.keep", .keepText, .editor, keys: ["<c-s>"]
    ) { $0.close(TextEditor.self) { $0.keeping } }

    static let editTextOutside = Command(
        "editor.outside", .editOutside, .editor, keys: ["<c-x>"]
    ) { $0.editOutside() }

    static let yes = Command(
        "question.yes", .yes, .question, keys: ["y", "Y"]
    ) { $0.answerQuestion(true) }

    static let no = Command(
        "question.no", .no, .question, keys: ["n", "N"]
    ) { $0.answerQuestion(false) }

    static let quitNow = Command(
        "quit.now", .quitNow, .quit, keys: ["<enter>", "<c-q>"]
    ) { $0.answerQuestion(true) }

    // MARK: Messages

    static let closeMessage = Command(
        "message.close", .closeMessage, .message, keys: ["<enter>", "q"]
    ) { $0.closeDialog() }

    static let messageUp = Command(
        "message.up", .messageUp, .message, keys: ["k", "<up>"]
    ) { $0.scrollMessage(by: -1) }

    static let messageDown = Command(
        "message.down", .messageDown, .message, keys: ["j", "<down>"]
    ) { $0.scrollMessage(by: 1) }

    static let copyMessage = Command(
        "message.copy", .copyMessage, .message, keys: ["y"]
    ) { state in
        state.copyOfMessage
    }
}

extension State {
    fileprivate var copyOfMessage: [Effect] {
        guard let message = top(MessageDialog.self) else { return [] }
        return [.copy(message.text.text(in: around.language))]
    }

    fileprivate mutating func scrollMessage(by rows: Int) {
        let room = dialogRoom
        change(MessageDialog.self) { $0.scroll(by: rows, in: room) }
    }
}
