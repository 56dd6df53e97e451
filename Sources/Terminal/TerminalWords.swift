package import Words

extension TerminalProblem {
    /// One sentence: what is missing, and what to do about it.
    package var sentence: Phrase {
        switch self {
        case .noTerminal:
            Phrase(
                english: """
                    the workbench needs a terminal on standard input and output; use `fader send` \
                    in pipes
                    """,
                chinese: "工作台的标准输入和输出必须是终端；在管道里用 `fader send`")
        case .unnamed:
            Phrase(
                english: """
                    TERM is not set; set it to your terminal's name, for example TERM=xterm-256color
                    """,
                chinese: "没有设 TERM；设成终端的名字，例如 TERM=xterm-256color")
        case .unfit(let name):
            Phrase(
                english: """
                    a terminal of type \(name) cannot show a full screen; use `fader send`, or set \
                    TERM
                    """,
                chinese: "\(name) 型终端显示不了全屏；用 `fader send`，或改设 TERM")
        case .unknown(let name):
            Phrase(
                english: """
                    the terminal type \(name) is unknown here; install ncurses-base, or set TERM
                    """,
                chinese: "不认识终端类型 \(name)；装上 ncurses-base，或改设 TERM")
        case .refused(let name):
            Phrase(
                english: """
                    ncurses could not start on a terminal of type \(name); try TERM=xterm-256color
                    """,
                chinese: "ncurses 在 \(name) 型终端上启动不了；试试 TERM=xterm-256color")
        }
    }
}

/// What a person should know about a terminal.
extension Phrase {
    static let noUTF8 = Phrase(
        english: "The locale is not UTF-8; C.UTF-8 is used.", chinese: "区域设置不是 UTF-8，已改用 C.UTF-8。")

    static func standIn(_ entry: String, for name: String) -> Phrase {
        Phrase(
            english: "The terminal type \(name) is unknown here; \(entry) is used.",
            chinese: "不认识终端类型 \(name)，已改用 \(entry)。")
    }
}
