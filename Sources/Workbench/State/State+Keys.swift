package import ScreenKit

/// Which part of the screen a key is for.
extension State {
    mutating func press(_ key: Key) -> [Effect] {
        if let dialog { return press(key, in: dialog) }
        if parameters.edit != nil, let effects = pressInEdit(key) { return effects }
        if let command = command(for: key, in: contexts(of: focus)) { return perform(command) }
        switch focus {
        case .composer: pressInComposer(key)
        case .parameters: startTyping(key)
        case .conversation, .traffic, .usage: break
        }
        return []
    }

    /// Up in the first row and down in the last one lead through the prompts sent before.
    private mutating func pressInComposer(_ key: Key) {
        let columns = Layout(self).inner(.composer)?.columns ?? size.columns
        if case .character = key.code { composer.beginText(at: now) }
        composer.refusedLineEnd = nil
        guard !composer.buffer.press(key, columns: columns) else { return }
        if key == Key(.up) { composer.earlier() }
        if key == Key(.down) { composer.later() }
    }

    /// The contexts in which keys are looked up, the nearest first.
    package func contexts(of pane: Pane) -> [KeyContext] {
        switch pane {
        case .composer: [.composer, .everywhere]
        case .conversation: [.conversation, .reading, .everywhere]
        case .parameters: [.parameters, .reading, .everywhere]
        case .traffic: [.traffic, .reading, .everywhere]
        case .usage: [.usage, .reading, .everywhere]
        }
    }

    func command(for key: Key, in contexts: [KeyContext]) -> Command? {
        keymap.command(for: key, in: contexts).flatMap { Command.named($0) }
    }

    /// A digit in the parameters pane begins a value.
    private mutating func startTyping(_ key: Key) {
        guard case .character(let character) = key.code, key.modifiers.isEmpty,
            character.isNumber || "-.\"[{".contains(character)
        else { return }
        editParameter(typing: String(character))
    }

    /// Keys while a value is being typed; `nil` lets the key through.
    private mutating func pressInEdit(_ key: Key) -> [Effect]? {
        switch key.code {
        case .enter where key.modifiers.isEmpty: finishEdit()
        case .tab, .up, .down:
            finishEdit()
            return parameters.edit == nil ? nil : []
        case .escape:
            forgetComplaint()
            parameters.edit = nil
        default:
            if key.modifiers.contains(.alt) || commandIsForProgram(key) { return nil }
            forgetComplaint()
            parameters.edit?.field.buffer.press(key)
        }
        return []
    }

    /// What was wrong with a value is said until it is changed.
    private mutating func forgetComplaint() {
        guard parameters.edit?.problem != nil else { return }
        parameters.edit?.problem = nil
        notice = nil
    }

    private func commandIsForProgram(_ key: Key) -> Bool {
        let command = keymap.command(for: key, in: [.everywhere])
        let program: [Command] = [.quit, .interrupt, .suspend, .redraw, .help]
        return program.contains { $0.id == command }
    }

    mutating func paste(_ text: String) {
        if dialog != nil { return pasteInDialog(text) }
        if parameters.edit == nil, focus == .parameters { beginEditOfSelected() }
        if parameters.edit != nil {
            forgetComplaint()
            parameters.edit?.field.buffer.paste(text)
        } else {
            focus = .composer
            composer.beginText(at: now)
            composer.buffer.paste(text)
        }
    }

    /// A paste without brackets. Its line ends sent nothing, and enter will do.
    mutating func take(burst text: String) {
        paste(text)
        guard dialog == nil else { return }
        let key = keyLabel(of: .send)
        notice = Notice(
            parameters.edit == nil ? "Pasted; \(key) sends." : "Pasted; enter takes the value.")
    }
}
