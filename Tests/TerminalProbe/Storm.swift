import ScreenKit

/// A hundred thousand random strings of what could hurt a terminal, on its whole screen.
struct Storm {
    let size: Size
    private var random: Dice

    init(size: Size, seed: UInt64 = 20_260_101) {
        (self.size, random) = (size, Dice(state: seed))
    }

    mutating func string() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            text += fragment()
        }
        return text
    }

    mutating func fragment() -> String {
        var text = Self.fragments.randomElement(using: &random) ?? ""
        let scalar = UInt32.random(in: 0...0x10FFFF, using: &random)
        if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
        return text
    }

    func rage(_ show: (Grid) -> Void) {
        var storm = self
        for frame in 0..<(100_000 / size.rows) {
            var grid = Grid(size, profile: frame.isMultiple(of: 2) ? .modern : .conservative)
            grid.draw { canvas in
                for row in 0..<size.rows {
                    let column = Int.random(in: 0..<size.columns, using: &storm.random)
                    canvas.write(storm.string(), at: Point(row: row, column: column))
                }
            }
            show(grid)
        }
    }

    private static let fragments = [
        "\u{1B}", "\u{1B}[2J", "\u{1B}]52;c;AAAA\u{7}", "\u{1B}P$q\u{1B}\\", "\u{9B}2J",
        "\u{9D}0;x",
        "\u{7}", "\u{8}", "\r", "\n", "\t", "\u{0}", "\u{7F}", "\u{202E}", "\u{2066}", "\u{200F}",
        "\u{FEFF}", "\u{200B}", "\u{E0041}", "\u{2028}", "中", "a", "e\u{301}", "❤️", "👨‍👩‍👧‍👦", "🇨🇳",
        "👍🏽", "\u{1FAE9}", "1️⃣", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{200D}", "\u{FE0F}",
    ]
}

/// Numbers that are the same on every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
