/// Which key a byte or a number of a terminal's sequence stands for.
enum KeyCodes {
    /// The key of a byte below 0x80.
    static func key(typed byte: UInt8, _ modifiers: Key.Modifiers) -> Key {
        switch byte {
        case 0x00: return Key(.character(" "), modifiers.union(.control))
        case 0x09: return Key(.tab, modifiers)
        case 0x0d: return Key(.enter, modifiers)
        case 0x1b: return Key(.escape, modifiers)
        case 0x08, 0x7f: return Key(.backspace, modifiers)
        case 0x01...0x1a: return control(byte + 0x60, modifiers)
        case 0x1c...0x1f: return control(byte + 0x40, modifiers)
        default: return Key(.character(Character(Unicode.Scalar(byte))), modifiers)
        }
    }

    private static func control(_ character: UInt8, _ modifiers: Key.Modifiers) -> Key {
        Key(.character(Character(Unicode.Scalar(character))), modifiers.union(.control))
    }

    /// The final letter of `ESC [ 1 ; 5 A` and `ESC O A`.
    static func letter(_ final: UInt8) -> Key.Code? {
        switch Character(Unicode.Scalar(final)) {
        case "A": return .up
        case "B": return .down
        case "C": return .right
        case "D": return .left
        case "H": return .home
        case "F": return .end
        case "P": return .function(1)
        case "Q": return .function(2)
        case "R": return .function(3)
        case "S": return .function(4)
        default: return nil
        }
    }

    /// The keypad in application mode (VT100 user guide, table 3-7).
    static func keypad(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "M"): return Key(.enter)
        case UInt8(ascii: "I"): return Key(.tab)
        case UInt8(ascii: "X"): return Key(.character("="))
        case 0x6a...0x79: return Key(.character(Character(Unicode.Scalar(final - 0x40))))
        default: return nil
        }
    }

    /// The number of `ESC [ 5 ~`.
    static func tilde(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: return .home
        case 2: return .insert
        case 3: return .delete
        case 4, 8: return .end
        case 5: return .pageUp
        case 6: return .pageDown
        case 11...15: return .function(number - 10)
        case 17...21: return .function(number - 11)
        case 23...26: return .function(number - 12)
        case 28, 29: return .function(number - 13)
        case 31...34: return .function(number - 14)
        default: return nil
        }
    }

    /// kitty's keypad from 57409 on; enter is named apart.
    private static let keypadSigns: [Character?] = [".", "/", "*", "-", "+", nil, "=", ","]
    /// kitty's keypad from 57417 on.
    private static let keypadMotions: [Key.Code] = [
        .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
    ]

    /// The number of `ESC [ 97 ; 5 u`: a character, or one of kitty's numbers for the keypad.
    static func code(unicode number: Int) -> Key.Code? {
        switch number {
        case 9: return .tab
        case 13, 57414: return .enter
        case 27: return .escape
        case 8, 127: return .backspace
        case 57376...57398: return .function(number - 57363)
        case 57399...57408:
            return .character(Character(Unicode.Scalar(UInt8(number - 57399 + 0x30))))
        case 57409...57416: return keypadSigns[number - 57409].map { .character($0) }
        case 57417...57426: return keypadMotions[number - 57417]
        case 0..<32, 0x80..<0xa0, 0xe000...0xf8ff: return nil
        default: return Unicode.Scalar(UInt32(number)).map { .character(Character($0)) }
        }
    }
}

/// What a mouse report says.
enum MouseCodes {
    /// A report's number: buttons in bits 0, 1 and 6, modifiers in 2 to 4, motion in 5 (xterm's
    /// control sequences, "Mouse Tracking"). Column and row count from 1.
    static func mouse(
        _ number: Int,
        column: Int,
        row: Int,
        isRelease: Bool = false
    ) -> Mouse? {
        guard column > 0, row > 0, number >= 0, number < 128 else { return nil }
        var modifiers: Key.Modifiers = []
        if number & 4 != 0 { modifiers.insert(.shift) }
        if number & 8 != 0 { modifiers.insert(.alt) }
        if number & 16 != 0 { modifiers.insert(.control) }
        guard let action = action(number, isRelease) else { return nil }
        let button = number & 64 != 0 || number & 3 == 3 ? 0 : number & 3
        let point = Point(row: row - 1, column: column - 1)
        return Mouse(action, button: button, at: point, modifiers: modifiers)
    }

    private static func action(_ number: Int, _ isRelease: Bool) -> Mouse.Action? {
        if number & 64 != 0 {
            switch number & 3 {
            case 0: return .wheelUp
            case 1: return .wheelDown
            default: return nil
            }
        }
        if isRelease { return .release }
        if number & 32 != 0 { return number & 3 == 3 ? .move : .drag }
        return number & 3 == 3 ? .release : .press
    }
}
