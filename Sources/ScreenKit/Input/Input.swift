/// Something that a person did at the terminal, or that the terminal answered.
package enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Pasted text: data, never keys.
    case paste(String)
    /// Text with line ends that came faster than anybody types: a paste without brackets.
    case burst(String)
    case mouse(Mouse)
    case focus(Bool)
    /// The answer to a cursor position query; only decoded while a query is pending.
    case cursorPosition(Point)
    /// The terminal is gone (end of file, hang-up).
    case closed
}

/// A key with its modifiers, written as in `<c-s>`, `<a-enter>`, `<s-tab>`, `j`, `<f1>`.
package struct Key: Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        case character(Character)
        case enter, tab, escape, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }

    package struct Modifiers: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let shift = Modifiers(rawValue: 1)
        package static let alt = Modifiers(rawValue: 2)
        package static let control = Modifiers(rawValue: 4)
    }

    package var code: Code
    package var modifiers: Modifiers

    package init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }
}

/// A mouse button pressed, dragged, released or a wheel turned at a cell.
package struct Mouse: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case press, drag, release, wheelUp, wheelDown, move
    }

    package var action: Action
    /// 0 left, 1 middle, 2 right.
    package var button: Int
    package var point: Point
    package var modifiers: Key.Modifiers

    package init(
        _ action: Action,
        button: Int = 0,
        at point: Point,
        modifiers: Key.Modifiers = []
    ) {
        self.action = action
        self.button = button
        self.point = point
        self.modifiers = modifiers
    }
}
