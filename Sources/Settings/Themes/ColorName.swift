import ScreenKit

/// How does a theme write a colour?
enum ColorName {
    /// What a theme asked for: a colour, or the terminal's own.
    enum Choice: Hashable { case color(Color), terminal }

    /// `"#rrggbb"`, `"#rgb"`, a terminal's own name, or `"default"`.
    static func read(_ text: String) -> Choice? {
        if text == "default" { return .terminal }
        if text.hasPrefix("#") { return hexadecimal(text.dropFirst()).map(Choice.color) }
        return palette(text).map { .color(.palette($0)) }
    }

    private static func hexadecimal(_ digits: Substring) -> Color? {
        let nibbles = digits.compactMap { $0.isASCII ? $0.hexDigitValue.map(UInt8.init) : nil }
        guard nibbles.count == digits.count else { return nil }
        switch nibbles.count {
        case 3: return .rgb(nibbles[0] * 17, nibbles[1] * 17, nibbles[2] * 17)
        case 6:
            return .rgb(
                nibbles[0] << 4 | nibbles[1],
                nibbles[2] << 4 | nibbles[3],
                nibbles[4] << 4 | nibbles[5]
            )
        default: return nil
        }
    }

    private static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    ]

    private static func palette(_ name: String) -> UInt8? {
        if name == "gray" || name == "grey" { return 8 }
        let bright = name.hasPrefix("bright-")
        let base = bright ? String(name.dropFirst(7)) : name
        guard let index = names.firstIndex(of: base) else { return nil }
        return UInt8(index + (bright ? 8 : 0))
    }
}
