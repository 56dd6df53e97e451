import ScreenKit
import Words

/// The stack of dialogs.
extension State {
    package var dialog: (any Dialog)? { screen.dialogs.last }

    /// A letter decides something now.
    package var asksSomething: Bool { dialog?.contexts.contains(.question) ?? false }

    mutating func open(_ dialog: some Dialog) { screen.dialogs.append(dialog) }

    mutating func closeDialog() { _ = screen.dialogs.popLast() }

    /// The dialog on top, where it is one of these.
    package func top<D: Dialog>(_ type: D.Type = D.self) -> D? { screen.dialogs.last as? D }

    /// Changes the dialog on top, where it is one of these.
    mutating func change<D: Dialog>(_ type: D.Type, _ change: (inout D) -> Void) {
        guard var dialog = screen.dialogs.last as? D else { return }
        screen.dialogs.removeLast()
        change(&dialog)
        screen.dialogs.append(dialog)
    }

    /// The dialog on top closes, and what it was opened for is done.
    mutating func close<D: Dialog>(_ type: D.Type, with deed: (D) -> Command.Deed?) -> [Effect] {
        guard let dialog = screen.dialogs.last as? D, let deed = deed(dialog) else { return [] }
        closeDialog()
        return deed(&self)
    }

    var dialogRoom: DialogRoom {
        DialogRoom(
            size: around.size, widths: around.widths, keymap: around.keymap,
            language: around.language)
    }

    // MARK: Keys and mouse

    /// What it is in is not passed on: while it is held twice, each key would copy its text.
    mutating func pressInDialog(_ key: Key) -> [Effect] {
        let contexts = dialog?.contexts ?? []
        if let command = programCommand(for: key) ?? command(for: key, in: contexts) {
            return perform(command)
        }
        fitDialog()
        changeTop { $0.press(key) }
        return []
    }

    mutating func fitDialog() {
        let room = dialogRoom
        changeTop { $0.fit(in: room) }
    }

    /// The terminal's own: they hold whatever is open.
    private func programCommand(for key: Key) -> Command? {
        let command = around.keymap.command(for: key, in: [.everywhere])
        return [Command.suspend, .redraw].first { $0.id == command }
    }

    mutating func pasteInDialog(_ text: String) { changeTop { $0.paste(text) } }

    /// One step back: it closes, or asks.
    mutating func stepBack() {
        var closes = false
        changeTop { closes = $0.stepBack() }
        if closes { closeDialog() }
    }

    mutating func answerQuestion(_ isYes: Bool) -> [Effect] {
        guard let question = screen.dialogs.last as? any Question else { return [] }
        closeDialog()
        return question.answer(isYes)(&self)
    }

    mutating func pointInDialog(_ mouse: Mouse) -> [Effect] {
        guard let dialog = screen.dialogs.last else { return [] }
        fitDialog()
        let box = dialogRoom.box(dialog.extent(in: dialogRoom))
        var (mouse, clicks) = (mouse, 1)
        if mouse.action == .press {
            clicks = screen.selecting.clicks.add(at: mouse.point, around.now)
        }
        mouse.point = Point(row: mouse.point.row - box.row, column: mouse.point.column - box.column)
        var pointed = Pointed.stays
        changeTop { pointed = $0.point(mouse, clicks: clicks, in: box.size) }
        switch pointed {
        case .stays: return []
        case .closes: return then { $0.closeDialog() }
        case .takes(let deed):
            closeDialog()
            return deed(&self)
        }
    }

    mutating func dragOnInDialog() {
        guard let dialog = screen.dialogs.last else { return }
        let size = dialogRoom.box(dialog.extent(in: dialogRoom)).size
        changeTop { $0.dragOn(in: size) }
    }

    private mutating func changeTop(_ change: (inout any Dialog) -> Void) {
        guard var dialog = screen.dialogs.popLast() else { return }
        change(&dialog)
        screen.dialogs.append(dialog)
    }

    // MARK: Drawing

    /// Returns where the text cursor stands.
    func drawDialog(on canvas: inout Canvas) -> Point? {
        guard let dialog else { return nil }
        let room = dialogRoom
        let box = room.box(dialog.extent(in: room))
        canvas.fill(box, face: Face(.menu))
        let cursor = canvas.sub(box) { canvas in
            canvas.box(
                canvas.bounds, face: .borderFocused, title: dialog.title.text(in: room.language),
                titleFace: Face(.menuTitle))
            return dialog.draw(on: &canvas, in: room)
        }
        return cursor.map { Point(row: box.row + $0.row, column: box.column + $0.column) }
    }
}
