import CNcurses
import ScreenKit

/// How each face looks on this terminal: attributes and a colour pair of ncurses.
struct Wardrobe {
    struct Look: Hashable {
        var attributes: Int32
        var pair: Int32
    }

    private struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    let palette: Palette
    private let ownColors: Colors
    private let pairLimit: Int
    private(set) var looks: [Look] = []
    private var pairs: [Colors: Int32] = [:]

    /// - Parameter allowsColor: without it colours are not even started.
    init(allowsColor: Bool) {
        palette = Palette(count: allowsColor ? Int(cn_start_colors()) : 0)
        let hasDefaults = palette.count > 0 && cn_has_default_colors()
        ownColors =
            hasDefaults
            ? Colors(foreground: -1, background: -1) : Colors(foreground: 7, background: 0)
        pairLimit = palette.count > 0 ? Int(cn_pair_count()) : 0
    }

    mutating func dress(_ styles: [Style]) {
        pairs = [ownColors: 0]
        let ground = styles.first?.background
        looks = styles.map { look(of: $0, on: ground) }
        if looks.isEmpty { looks = [Look(attributes: 0, pair: 0)] }
    }

    func look(of face: Face) -> Look {
        let index = Int(face.index)
        return index < looks.count ? looks[index] : looks[0]
    }

    private mutating func look(of style: Style, on ground: Color?) -> Look {
        var attributes = style.attributes
        // Without colours a marked ground still has to show.
        if palette.count < 8, style.background != ground { attributes.insert(.reverse) }
        return Look(attributes: Int32(attributes.rawValue), pair: pair(for: style))
    }

    private mutating func pair(for style: Style) -> Int32 {
        guard palette.count >= 8 else { return 0 }
        var colors = ownColors
        if let color = style.foreground.flatMap(palette.index(of:)) {
            colors.foreground = Int32(color)
        }
        if let color = style.background.flatMap(palette.index(of:)) {
            colors.background = Int32(color)
        }
        // With few colours both may come out the same, and the text would be gone.
        if colors.foreground == colors.background, style.foreground != style.background {
            colors.foreground = colors.background == 0 ? 7 : 0
        }
        return pair(of: colors)
    }

    private mutating func pair(of colors: Colors) -> Int32 {
        if let pair = pairs[colors] { return pair }
        let pair = Int32(pairs.count)
        guard pairs.count < pairLimit,
            cn_define_pair(pair, colors.foreground, colors.background)
        else { return 0 }
        pairs[colors] = pair
        return pair
    }
}
