/// The visible names of what is never shown as itself.
enum Escape {
    /// `^[` for a control character, `<9B>` for one of C1, `<U+202E>` for all others.
    static func visible(_ scalar: UInt32) -> String {
        if scalar < 0x20 { return "^" + String(scalar: scalar + 0x40) }
        if scalar == 0x7f { return "^?" }
        let digits = String(scalar, radix: 16, uppercase: true)
        if scalar < 0xa0 { return "<\(digits)>" }
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
}
