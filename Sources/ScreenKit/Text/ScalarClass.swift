/// How a Unicode scalar behaves on a screen of cells.
enum ScalarClass: UInt8, Sendable {
    /// Never shown as itself: controls, formats, unassigned.
    case forbidden
    case narrow, wide, ambiguous
    /// Takes no column of its own and stands on the scalar before it.
    case mark
    /// Belongs to the scalar before it, and takes a column.
    case spacingMark
    case joiner, selector, regional, skinTone
    /// Wide by itself; narrow by itself; narrow or wide by the terminal.
    case emoji, textEmoji, ambiguousEmoji
    /// Terminals of different ages disagree about it; Unicode 17 says narrow or wide.
    case unsettled, unsettledWide

    /// The classes' letters in `WidthRuns`, in order of the cases.
    static let letters: StaticString = "FNWAKSJVRTEXYUQ"

    static func of(_ scalar: UInt32) -> ScalarClass {
        if scalar < 0x7f { return scalar < 0x20 ? .forbidden : .narrow }
        let table = Self.table
        if scalar < table.count { return table[Int(scalar)] }
        return isPrivateUse(scalar) ? .ambiguous : .forbidden
    }

    /// Whether a scalar can carry a skin tone, an emoji selector or a joiner to the next emoji.
    static func isEmoji(_ scalar: UInt32) -> Bool {
        switch of(scalar) {
        case .emoji, .textEmoji, .ambiguousEmoji, .skinTone: return true
        case .unsettledWide: return (0x1f000...0x1faff).contains(scalar)
        default: return false
        }
    }

    /// Whether a zero-width joiner or non-joiner after this letter or mark chooses its form: the
    /// scripts of Arabic's and Brahmi's families, and Mongolian.
    static func takesJoiner(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x620...0x8ff, 0x900...0xdff, 0x1000...0x109f, 0x1780...0x18aa,
            0xfb50...0xfdff, 0xfe70...0xfefc:
            return of(scalar) != .forbidden
        default:
            return false
        }
    }

    private static func isPrivateUse(_ scalar: UInt32) -> Bool {
        (0xf0000...0xffffd).contains(scalar) || (0x100000...0x10fffd).contains(scalar)
    }

    private static let table: [ScalarClass] = {
        var table: [ScalarClass] = []
        table.reserveCapacity(WidthRuns.end)
        var (current, length) = (ScalarClass.forbidden, 0)
        func flush() { table.append(contentsOf: repeatElement(current, count: max(1, length))) }
        WidthRuns.text.withUTF8Buffer { bytes in
            for (offset, byte) in bytes.enumerated() {
                if let digit = hexadecimal(byte) {
                    length = length * 16 + digit
                    continue
                }
                if offset > 0 { flush() }
                (current, length) = (named(byte), 0)
            }
        }
        flush()
        return table
    }()

    private static func named(_ letter: UInt8) -> ScalarClass {
        letters.withUTF8Buffer { letters in
            let index = letters.firstIndex(of: letter) ?? 0
            return ScalarClass(rawValue: UInt8(index)) ?? .forbidden
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return Int(byte) - 0x57
        default: return nil
        }
    }
}
