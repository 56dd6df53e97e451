import ScreenKit

/// Copying what is selected or shown.
extension Command {
    static let ofCopying = [copy, copyAs, copyTyped, copyTypedInDialog]

    package static let copy = Command(
        "answer.copy", .copyShown, .reading, keys: ["y"], .copyShownHelp
    ) { $0.copyWhatIsShown() }

    package static let copyAs = Command(
        "copy.as", .copyAs, keys: ["<a-C>"], .copyAsHelp
    ) { $0.chooseCopyForm() }

    package static let copyTyped = Command(
        "prompt.copy", .copyTyped, .composer, keys: ["<c-insert>"], .copyTypedHelp
    ) { state in state.copy(selected: ComposerPane.selectedText(state)) }

    static let copyTypedInDialog = Command(
        "dialog.copy", .copyTyped, .dialog, keys: ["<c-insert>"]
    ) { state in state.copy(selected: state.dialog?.selectedText) }
}
