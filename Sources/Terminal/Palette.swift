package import ScreenKit

/// Which of a terminal's colours comes nearest to one that a theme asks for.
package struct Palette: Hashable, Sendable {
    /// How many colours the terminal has: 0, 8, 16, 88, 256, or 2^24 for direct colours.
    package let count: Int

    package init(count: Int) {
        self.count = count
    }

    package var isDirect: Bool { count >= 1 << 24 }

    /// The terminal's number for a colour, or `nil` where it has no colours.
    package func index(of color: Color) -> Int? {
        if count < 8 { return nil }
        if isDirect { return direct(color) }
        switch color {
        case .palette(let index) where Int(index) < count: return Int(index)
        case .palette(let index): return nearest(to: Self.standard(Int(index)))
        case .rgb(let red, let green, let blue):
            return nearest(to: RGB(Int(red), Int(green), Int(blue)))
        }
    }

    // In direct mode 0 to 7 still name palette colours (terminfo `xterm-direct`), so the darkest
    // blues give way to the first number that is a colour.
    private func direct(_ color: Color) -> Int {
        switch color {
        case .palette(let index) where index < 8: return Int(index)
        case .palette(let index): return max(8, Self.standard(Int(index)).number)
        case .rgb(let red, let green, let blue):
            return max(8, RGB(Int(red), Int(green), Int(blue)).number)
        }
    }

    // With 256 colours the first 16 are left out: people redefine those.
    private func nearest(to color: RGB) -> Int {
        let choice = count >= 256 ? 16..<256 : 0..<min(count, 16)
        return choice.min {
            Self.standard($0).distance(to: color) < Self.standard($1).distance(to: color)
        }
            ?? 0
    }

    /// xterm's colour table: 16 named, a cube of 6 × 6 × 6, 24 greys.
    private static func standard(_ index: Int) -> RGB {
        switch index {
        case 0..<16: return named[index]
        case 16..<232:
            let cube = index - 16
            return RGB(step(cube / 36), step(cube / 6 % 6), step(cube % 6))
        default:
            let grey = 8 + 10 * (index - 232)
            return RGB(grey, grey, grey)
        }
    }

    private static func step(_ level: Int) -> Int { level == 0 ? 0 : 55 + 40 * level }

    private static let named = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
        RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
        RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]
}

private struct RGB: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    init(_ red: Int, _ green: Int, _ blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    var number: Int { red << 16 | green << 8 | blue }

    // Squares weighted as the eye weighs them, roughly.
    func distance(to other: RGB) -> Int {
        let (red, green, blue) = (red - other.red, green - other.green, blue - other.blue)
        return 3 * red * red + 4 * green * green + 2 * blue * blue
    }
}
