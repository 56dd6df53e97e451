import ScreenKit
import Words

/// What is said of panes, whichever they are.
extension Phrase {
    static let nextPane = Phrase(english: "Next pane", chinese: "下一个窗格")
    static let previousPane = Phrase(english: "Previous pane", chinese: "上一个窗格")
    static let zoomPane = Phrase(english: "Zoom the pane", chinese: "放大窗格")
    static let zoomPaneHelp = Phrase(
        english: "The whole screen for it, and back.", chinese: "占满屏幕，再按一次还原。")
    static let moveUp = Phrase(english: "Up", chinese: "上移")
    static let moveDown = Phrase(english: "Down", chinese: "下移")
    static let halfPageUp = Phrase(english: "Half a page up", chinese: "上翻半页")
    static let halfPageDown = Phrase(english: "Half a page down", chinese: "下翻半页")
    static let pageUp = Phrase(english: "Page up", chinese: "上翻一页")
    static let pageUpHelp = Phrase(
        english: "From the prompt: the conversation.", chinese: "焦点在提示词时，翻的是对话。")
    static let pageDown = Phrase(english: "Page down", chinese: "下翻一页")
    static let toStart = Phrase(english: "To the start", chinese: "到开头")
    static let toEnd = Phrase(english: "To the end", chinese: "到结尾")

    static let nothingToCopy = Phrase(
        english: "There is nothing to copy here yet.", chinese: "这里还没有可复制的内容。")

    static func zoomed(_ title: Phrase) -> Phrase {
        Phrase(english: "\(title) · zoomed", chinese: "\(title) · 已放大")
    }

    static func tooSmall(_ size: Size, needs need: Size) -> Phrase {
        Phrase(
            english: """
                Fader needs \(need.columns)×\(need.rows), this is \(size.columns)×\(size.rows)
                """,
            chinese: "Fader 至少要 \(need.columns)×\(need.rows)，现在是 \(size.columns)×\(size.rows)")
    }

    /// At the lower right of a text or a list: what is below.
    static func linesBelow(_ count: Int) -> Phrase {
        Phrase(english: " ↓ \(count) more ", chinese: " ↓ 还有 \(count) 行 ")
    }
}
