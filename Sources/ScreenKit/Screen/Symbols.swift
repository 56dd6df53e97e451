/// The drawing characters of frames and widgets: line drawing, or ASCII where a terminal may give
/// line drawing two columns.
package struct Symbols: Sendable {
    /// The lines of a frame by the arms that meet in a cell: 1 up, 2 right, 4 down, 8 left.
    package let lines: [UInt32]
    package let ellipsis: String
    package let sliderFill: String
    package let sliderTrack: String
    package let sliderKnob: String
    /// The knob of a slider that is not set.
    package let emptyKnob: String
    package let bars: [String]
    package let chosen: (open: String, close: String)
    /// Before an item of a list.
    package let bullet: String

    package static let unicode = Symbols(
        lines: " ╵╶└╷│┌├╴┘─┴┐┤┬┼".unicodeScalars.map(\.value),
        ellipsis: "…",
        sliderFill: "━",
        sliderTrack: "─",
        sliderKnob: "●",
        emptyKnob: "○",
        bars: "▁▂▃▄▅▆▇█".map(String.init),
        chosen: ("‹", "›"),
        bullet: "•"
    )

    package static let ascii = Symbols(
        lines: " |-+||++-+-+++++".unicodeScalars.map(\.value),
        ellipsis: "~",
        sliderFill: "=",
        sliderTrack: "-",
        sliderKnob: "O",
        emptyKnob: "o",
        bars: "_.:-=+*#".map(String.init),
        chosen: ("<", ">"),
        bullet: "-"
    )

    /// A line down the left of a quotation.
    package var bar: String { String(scalar: lines[5]) }

    /// A line across the screen.
    package func rule(_ columns: Int) -> String {
        String(repeating: String(scalar: lines[10]), count: max(0, columns))
    }

    package static func of(_ profile: WidthProfile) -> Symbols {
        profile.ambiguousWide ? ascii : unicode
    }

    /// Stands for a character that the terminal may not know (▯).
    static let standIn: UInt32 = 0x25af
    /// Carries a combining mark that has no base (◌).
    static let markHolder: UInt32 = 0x25cc
}
