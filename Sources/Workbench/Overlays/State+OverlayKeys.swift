import ScreenKit

/// What keys do while something lies over the panes.
extension State {
    /// `nil` when no overlay is open, or when it lets the key through.
    mutating func pressInOverlay(_ key: Key) -> [Effect]? {
        guard let open = overlay else { return nil }
        if isForProgram(key) { return nil }
        if case .editor(let editor) = open, editor.asks || editor.isChanged {
            return press(key, in: editor)
        }
        if isClosing(key) {
            overlay = nil
            return []
        }
        switch open {
        case .list(let list): return press(key, in: list)
        case .editor(let editor): return press(key, in: editor)
        case .message(let message): return press(key, in: message)
        case .confirmQuit: return confirm(key)
        }
    }

    private func isForProgram(_ key: Key) -> Bool {
        let command = keymap.command(for: key, in: [.everywhere])
        return command == Command.suspend.id || command == Command.redraw.id
    }

    private mutating func press(_ key: Key, in list: ListOverlay) -> [Effect] {
        var list = list
        switch key.code {
        case .enter: return list.selection.map { choose($0.value) } ?? []
        case .up: list.move(by: -1)
        case .down, .tab: list.move(by: 1)
        case .pageUp: list.move(by: -10)
        case .pageDown: list.move(by: 10)
        case .character("n") where key.modifiers == .control: list.move(by: 1)
        case .character("p") where key.modifiers == .control: list.move(by: -1)
        default: list.edit { $0.press(key) }
        }
        overlay = .list(list)
        return []
    }

    private func isClosing(_ key: Key) -> Bool {
        key == Key(.escape) || key == Key(.character("c"), .control)
    }

    private mutating func press(_ key: Key, in editor: EditorOverlay) -> [Effect] {
        if key == Key(.character("s"), .control) { return keep(editor) }
        if editor.asks { return answer(key, in: editor) }
        var editor = editor
        if isClosing(key) { editor.asks = true } else { editor.buffer.press(key) }
        overlay = .editor(editor)
        return []
    }

    private mutating func keep(_ editor: EditorOverlay) -> [Effect] {
        session.system = editor.buffer.text
        overlay = nil
        return saveSession()
    }

    /// Whether the changes are kept; no other key decides.
    private mutating func answer(_ key: Key, in editor: EditorOverlay) -> [Effect] {
        var editor = editor
        editor.asks = !isClosing(key)
        overlay = .editor(editor)
        switch key {
        case Key(.character("y")), Key(.character("Y")): return keep(editor)
        case Key(.character("n")), Key(.character("N")): overlay = nil
        default: break
        }
        return []
    }

    private mutating func press(_ key: Key, in message: MessageOverlay) -> [Effect] {
        var message = message
        switch key.code {
        case .enter, .character("q"):
            overlay = nil
            return []
        case .up, .character("k"): scroll(&message, by: -1)
        case .down, .character("j"): scroll(&message, by: 1)
        default: break
        }
        overlay = .message(message)
        return []
    }

    private func scroll(_ message: inout MessageOverlay, by rows: Int) {
        let (lines, box) = layout(of: message)
        message.scroll.scroll(by: rows, count: lines.count, height: box.rows - 2)
    }

    private mutating func confirm(_ key: Key) -> [Effect] {
        switch key.code {
        case .character("y"), .character("Y"), .enter: return quit()
        case .character("q") where key.modifiers == .control: return quit()
        case .character("n"), .character("N"):
            overlay = nil
            return []
        default: return []
        }
    }
}
