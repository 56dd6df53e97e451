import ScreenKit
import Words

/// What is selected or what a pane shows, for the clipboard.
extension State {
    mutating func copyWhatIsShown() -> [Effect] {
        guard let pane = focused else { return [] }
        if screen.selecting.selection?.pane == pane.id, let effects = copySelection() {
            return effects
        }
        if let text = pane.textToCopy(self) { return [.copy(text)] }
        screen.notice = Notice(pane.nothingToCopy)
        return []
    }

    /// What is selected in a text that is edited.
    mutating func copy(selected text: String?) -> [Effect] {
        if let text { return [.copy(text)] }
        screen.notice = Notice(.nothingIsMarked)
        return []
    }

    /// Lets a person choose in which form.
    mutating func chooseCopyForm() {
        guard let pane = focused else { return }
        var forms: [CopyForm] = []
        if let (selection, text) = selected(), selection.pane == pane.id {
            forms.append(CopyForm(.selectedText, text))
        }
        if let text = pane.selectedText(self) { forms.append(CopyForm(.selectedText, text)) }
        if let text = pane.textToCopy(self) { forms.append(CopyForm(.plainText, text)) }
        forms += pane.copyForms(self)
        guard !forms.isEmpty else { return screen.notice = Notice(pane.nothingToCopy) }
        open(Picker(CopyForms(forms: forms, language: around.language), around.widths))
    }
}

private struct CopyForms: Choices {
    let forms: [CopyForm]
    let language: Language
    var title: Phrase { .copyAs }
    var count: Int { forms.count }

    subscript(row: Int) -> PickerRow {
        PickerRow(
            title: forms[row].title.text(in: language),
            detail: forms[row].detail.text(in: language))
    }

    func take(_ row: Int, in state: inout State) -> [Effect] {
        do throws(CopyProblem) {
            return [.copy(try forms[row].text(state))]
        } catch {
            state.screen.notice = Notice(error.words, isError: true)
            return []
        }
    }
}
