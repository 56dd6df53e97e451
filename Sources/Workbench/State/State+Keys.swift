import ScreenKit

/// Which part of the screen a key is for.
extension State {
    mutating func press(_ key: Key) -> [Effect] {
        if dialog != nil { return pressInDialog(key) }
        for pane in Panes.all {
            if let effects = pane.intercept(key, in: &self) { return effects }
        }
        guard let pane = focused else { return [] }
        let contexts = (selectsByKeys ? [.selection] : []) + pane.contexts
        if let command = command(for: key, in: contexts) { return perform(command) }
        pane.press(key, in: &self)
        return []
    }

    func command(for key: Key, in contexts: [KeyContext]) -> Command? {
        around.keymap.command(for: key, in: contexts).flatMap { Command.named($0) }
    }

    /// A pane that takes it, the one with the focus first; else it is text for the prompt.
    mutating func paste(_ text: String) {
        if dialog != nil { return pasteInDialog(text) }
        let panes = Panes.all.filter { $0.id != .composer }
        for pane in panes where pane.paste(text, in: &self) { return }
        _ = ComposerPane.paste(text, in: &self)
    }

    /// A paste without brackets. Its line ends sent nothing, and enter will do.
    mutating func take(burst text: String) {
        paste(text)
        guard dialog == nil else { return }
        screen.notice = Notice(
            screen.parameters.edit == nil
                ? .pasted(sentWith: keyLabel(of: .send)) : .pastedValue)
    }
}
