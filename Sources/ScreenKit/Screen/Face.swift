/// A style by its meaning: what is written, not how it looks. A `Theme` says how it looks.
///
/// ScreenKit's own faces are below; a program adds its own from `firstOfProgram` on.
package struct Face: Hashable, Sendable {
    package let index: UInt16

    package init(index: UInt16) {
        self.index = index
    }

    package static let text = Face(index: 0)
    package static let dim = Face(index: 1)
    package static let strong = Face(index: 2)
    package static let border = Face(index: 3)
    package static let borderFocused = Face(index: 4)
    package static let title = Face(index: 5)
    package static let titleFocused = Face(index: 6)
    package static let selection = Face(index: 7)
    package static let sliderTrack = Face(index: 8)
    package static let sliderFill = Face(index: 9)
    package static let sliderKnob = Face(index: 10)
    /// Control characters and the like, made visible.
    package static let escaped = Face(index: 11)
    package static let match = Face(index: 12)
    package static let key = Face(index: 13)
    package static let error = Face(index: 14)
    package static let warning = Face(index: 15)
    package static let good = Face(index: 16)
    package static let tab = Face(index: 17)
    package static let tabSelected = Face(index: 18)

    /// The names of ScreenKit's own faces as a theme writes them, in order of index.
    package static let builtInNames =
        [
            "text", "dim", "strong", "border", "border.focused", "title", "title.focused",
            "selection",
            "slider.track", "slider.fill", "slider.knob", "escaped", "match", "key", "error",
            "warning",
            "good", "tab", "tab.selected",
        ] + markdownNames

    /// The first index that a program may use for faces of its own.
    package static let firstOfProgram: UInt16 = 64
}

/// A colour of the terminal's palette or of 24 bits; `nil` in a `Style` is the terminal's own.
package enum Color: Hashable, Sendable {
    case palette(UInt8)
    case rgb(UInt8, UInt8, UInt8)
}

/// How a face looks.
package struct Style: Hashable, Sendable {
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let bold = Attributes(rawValue: 1)
        package static let dim = Attributes(rawValue: 2)
        package static let italic = Attributes(rawValue: 4)
        package static let underline = Attributes(rawValue: 8)
        package static let reverse = Attributes(rawValue: 16)
    }

    package var foreground: Color?
    package var background: Color?
    package var attributes: Attributes

    package init(
        foreground: Color? = nil,
        background: Color? = nil,
        attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// A named table of styles by face name. `turn.assistant` falls back to `turn`, then to `text`.
package struct Theme: Hashable, Sendable {
    package var name: String
    package var styles: [String: Style]

    package init(name: String, styles: [String: Style]) {
        self.name = name
        self.styles = styles
    }

    /// The style of a face by name, or of the nearest name above it.
    package func style(of name: String) -> Style {
        var name = Substring(name)
        while true {
            if let style = styles[String(name)] { return style }
            guard let dot = name.lastIndex(of: ".") else { break }
            name = name[..<dot]
        }
        return styles["text"] ?? Style()
    }
}
