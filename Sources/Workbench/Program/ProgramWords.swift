import Words

/// The program itself.
extension Phrase {
    static let commands = Phrase(english: "Commands", chinese: "命令面板")
    static let help = Phrase(english: "Help", chinese: "帮助")
    static let wholeMessage = Phrase(english: "The whole message", chinese: "完整通知")
    static let message = Phrase(english: "Message", chinese: "通知")
    static let chooseTheme = Phrase(english: "Choose theme", chinese: "选择主题")
    static let chooseThemeHelp = Phrase(
        english: "For now; config.toml keeps one.", chinese: "只对本次有效；要长期用，写进 config.toml。")
    static let theme = Phrase(english: "Theme", chinese: "主题")
    static let redraw = Phrase(english: "Paint the screen anew", chinese: "重绘屏幕")
    static let suspend = Phrase(english: "Suspend", chinese: "挂起")
    static let quit = Phrase(english: "Quit", chinese: "退出")

    static func help(on pane: Phrase) -> Phrase {
        Phrase(english: "Help · \(pane)", chinese: "帮助 · \(pane)")
    }
}
