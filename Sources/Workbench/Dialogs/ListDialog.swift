package import ScreenKit
package import Words

/// A dialog with rows to choose from, narrowed by typing.
package protocol ListDialog: Dialog {
    /// What is typed.
    var query: TextField { get set }
    /// How many rows are left to choose from.
    var count: Int { get }
    /// The selected row's place among them.
    var place: Int { get }
    /// A row as it is shown.
    func item(_ place: Int, in language: Language) -> PickerRow
    /// The columns for the titles.
    var titleColumns: Int { get }
    /// What stands where nothing can be chosen.
    var emptyText: Phrase { get }
    /// What taking a row does; `nil` where there is none.
    func taking(_ place: Int) -> Command.Deed?
    /// There is nothing to be taken yet.
    mutating func takeLater()
    mutating func select(_ place: Int)
    /// The query has changed.
    mutating func narrow()
}

extension ListDialog {
    package var contexts: [KeyContext] { [.list, .dialog] }

    package func hint(_ room: DialogRoom) -> Phrase {
        .listHint(
            up: room.key(.rowUp), down: room.key(.rowDown), take: room.key(.takeRow),
            close: room.key(.closeDialog))
    }

    package mutating func takeLater() {}

    package mutating func move(by delta: Int) { select(place + delta) }

    package mutating func press(_ key: Key) { edit { $0.press(key) } }

    package mutating func paste(_ text: String) { edit { $0.paste(text) } }

    /// Changes what is typed. A key that only moves in it leaves the list as it is.
    private mutating func edit(_ change: (inout TextBuffer) -> Void) {
        let before = query.buffer.text
        change(&query.buffer)
        guard query.buffer.text != before else { return }
        narrow()
        select(0)
    }
}

extension State {
    mutating func moveInList(by delta: Int) {
        guard var list = screen.dialogs.last as? any ListDialog else { return }
        list.move(by: delta)
        screen.dialogs[screen.dialogs.count - 1] = list
    }

    /// The list closes, and what was chosen is done.
    mutating func takeRow() -> [Effect] {
        guard var list = screen.dialogs.last as? any ListDialog else { return [] }
        if let deed = list.taking(list.place) {
            closeDialog()
            return deed(&self)
        }
        list.takeLater()
        screen.dialogs[screen.dialogs.count - 1] = list
        return []
    }
}
