import TOML
import Words

/// What is wrong with a theme.
extension Phrase {
    static let facesWanted = Phrase(
        english: "a theme has a table [faces]", chinese: "主题要有表 [faces]")
    static let paletteWanted = Phrase(english: "[palette] is a table", chinese: "[palette] 应是表")
    static let terminalColors = Phrase(
        english: "a terminal's colours are 0 to 255", chinese: "终端颜色的编号应是 0 到 255")

    static func noThemeMember(_ name: String) -> Phrase {
        Phrase(
            english: "a theme has [palette] and [faces], no `\(name)`",
            chinese: "主题里只有 [palette] 和 [faces]，没有 `\(name)`")
    }

    static func noFaceMember(_ name: String) -> Phrase {
        Phrase(english: "a face has no `\(name)`", chinese: "样式里没有 `\(name)`")
    }

    static func flagWanted(_ name: String) -> Phrase {
        Phrase(english: "\(name) is true or false", chinese: "\(name) 应是 true 或 false")
    }

    static func noColor(_ name: String) -> Phrase {
        Phrase(
            english: "`\(name)` is no colour: write \"#rrggbb\" or a name",
            chinese: "`\(name)` 不是颜色：写成 \"#rrggbb\" 或颜色名")
    }

    static func noColor(_ value: TOMLValue) -> Phrase {
        Phrase(english: "\(value.noun) is no colour", chinese: "颜色不能是\(value.noun)")
    }

    static func noTheme(_ name: String, known: [String]) -> Phrase {
        let list = known.joined(separator: ", ")
        let chineseList = known.joined(separator: "、")
        return Phrase(
            english: "there is no theme `\(name)`; there are \(list)",
            chinese: "没有主题 `\(name)`；有 \(chineseList)")
    }
}
