package import ScreenKit
package import Words

/// What lies over the panes and takes the keys until it closes. Dialogs lie on a stack; the one on
/// top is seen.
package protocol Dialog: Sendable {
    var title: Phrase { get }
    /// Where its keys are looked up, the nearest first. Their commands stand in the one table.
    var contexts: [KeyContext] { get }
    /// What the last line of the screen says of its keys.
    func hint(_ room: DialogRoom) -> Phrase
    /// How large its box would like to be; a small screen gives less.
    func extent(in room: DialogRoom) -> Size
    /// Brings what depends on the size of its box up to date, before a key and before it is drawn.
    mutating func fit(in room: DialogRoom)
    /// Draws what stands in the box, its border included in the canvas; returns where the text
    /// cursor stands.
    func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point?
    /// A key that is no command's.
    mutating func press(_ key: Key)
    mutating func paste(_ text: String)
    /// The mouse, in the box' coordinates, or outside of it.
    ///
    /// - Parameter clicks: the how manieth click it is at one place, from 1 to 3.
    mutating func point(_ mouse: Mouse, clicks: Int, in size: Size) -> Pointed
    /// The mouse waits beyond an edge of a text that it drags in: then time drags on.
    var dragsBeyondEdge: Bool { get }
    mutating func dragOn(in size: Size)
    /// What is selected where it is edited.
    var selectedText: String? { get }
    /// One step back. Whether that closes it.
    mutating func stepBack() -> Bool
}

/// What the mouse did to a dialog.
package enum Pointed: Sendable {
    case stays
    case closes
    /// It closes, and what was chosen is done.
    case takes(Command.Deed)
}

extension Dialog {
    package mutating func fit(in room: DialogRoom) {}
    package mutating func press(_ key: Key) {}
    package mutating func paste(_ text: String) {}
    package mutating func point(_ mouse: Mouse, clicks: Int, in size: Size) -> Pointed { .stays }
    package var dragsBeyondEdge: Bool { false }
    package mutating func dragOn(in size: Size) {}
    package var selectedText: String? { nil }
    package mutating func stepBack() -> Bool { true }
}

/// What a dialog may know of what is around it.
package struct DialogRoom: Sendable {
    package var size: Size
    package var widths: WidthProfile
    package var keymap: Keymap<Command.ID>
    package var language: Language

    /// A command's first key as a hint names it: `↑`, `ctrl-s`.
    func key(_ command: Command) -> String { keymap.mark(of: command) }

    /// A dialog's box: above the middle of the screen.
    func box(_ extent: Size) -> Rect {
        let rows = min(extent.rows, size.rows - 2)
        let columns = min(extent.columns, size.columns - 4)
        return Rect(
            row: max(1, (size.rows - rows) / 3), column: (size.columns - columns) / 2, rows: rows,
            columns: columns)
    }
}

/// A dialog that asks something.
package protocol Question: Dialog {
    func answer(_ isYes: Bool) -> Command.Deed
}
