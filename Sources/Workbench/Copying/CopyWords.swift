import Words

/// Copying what is selected or shown, in which form, and where it went.
extension Phrase {
    static let copyShown = Phrase(english: "Copy what the pane shows", chinese: "复制窗格内容")
    static let copyShownHelp = Phrase(
        english: """
            What is selected, else the answer, the tab of the traffic, the figures, the parameter's \
            value.
            """,
        chinese: "选中的文字；没有时是回答、流量的标签页、用量、参数的值。")
    static let copyAs = Phrase(english: "Copy as…", chinese: "复制为…")
    static let copyAsHelp = Phrase(
        english: "As text, JSON, curl or Python; the key is never in it.",
        chinese: "文本、JSON、curl 或 Python，其中不会有密钥。")
    static let copyTyped = Phrase(english: "Copy the marked text", chinese: "复制选中的文字")
    static let copyTypedHelp = Phrase(
        english: "What shift or the mouse marked in what is written.",
        chinese: "编辑时用 shift 或鼠标选中的文字。")
    static let nothingIsMarked = Phrase(
        english: "Nothing is marked: drag over the text, or hold shift with an arrow.",
        chinese: "没有选中文字：用鼠标拖选，或按住 shift 加方向键。")
    static let copyOffer = Phrase(english: "copy", chinese: "复制")

    static let selectedText = Phrase(english: "Selected text", chinese: "选中的文字")
    static let plainText = Phrase(english: "Text", chinese: "文本")
    static let messageAsJSON = Phrase(english: "Message as JSON", chinese: "消息（JSON）")
    static let conversationAsJSON = Phrase(english: "Conversation as JSON", chinese: "整个对话（JSON）")
    static let eventsAsJSON = Phrase(english: "Events as JSON lines", chinese: "事件（每行一个 JSON）")
    static let requestAsJSON = Phrase(english: "Request as JSON", chinese: "请求（JSON）")
    static let requestAsCurl = Phrase(english: "Request as curl", chinese: "请求（curl）")
    static let requestAsPython = Phrase(english: "Request as Python", chinese: "请求（Python）")
    static let asSent = Phrase(english: "as it was sent", chinese: "与发出的一致")
    static let asSentNow = Phrase(english: "as it would be sent now", chinese: "现在发送的样子")

    /// `3 lines, 120 characters`
    static func amount(characters: Int, lines: Int) -> Phrase {
        let length = Phrase(
            english: "\(characters, "character", "characters")", chinese: "\(characters) 个字符")
        guard lines > 1 else { return length }
        return Phrase(english: "\(lines, "line", "lines"), ", chinese: "\(lines) 行 ") + length
    }

    static func sentToClipboard(_ amount: Phrase) -> Phrase {
        Phrase(english: "\(amount) sent to the clipboard.", chinese: "已把 \(amount)送到剪贴板。")
    }

    static func sentToClipboard(_ amount: Phrase, andTo file: String) -> Phrase {
        Phrase(
            english: "\(amount): clipboard, and \(file)", chinese: "\(amount)：已送到剪贴板，另存 \(file)")
    }

    static func clipboardIsUnsure(_ amount: Phrase, _ file: String) -> Phrase {
        Phrase(
            english: """
                \(amount): sent to the terminal's clipboard. Whether it took the text nobody can \
                tell, so it is in a file too, which you alone can read: \(file)

                tmux takes it with “set -g set-clipboard on”.
                """,
            chinese: """
                \(amount)，已送到终端的剪贴板。终端是否接受无从得知，所以也写进了只有你能读的文件：\(file)

                tmux 要设置「set -g set-clipboard on」。
                """)
    }

    static func inFile(_ amount: Phrase, _ file: String) -> Phrase {
        Phrase(english: "\(amount) in \(file)", chinese: "\(amount)，写在 \(file)")
    }

    static func noClipboard(_ amount: Phrase, _ file: String) -> Phrase {
        Phrase(
            english: """
                \(amount), in a file that you alone can read: \(file)

                This terminal has no clipboard that a program can reach.
                """,
            chinese: """
                \(amount)，写进了只有你能读的文件：\(file)

                程序无法使用这个终端的剪贴板。
                """)
    }

    static func tooLongForClipboard(_ amount: Phrase, _ file: String) -> Phrase {
        Phrase(
            english: """
                \(amount), in a file that you alone can read: \(file)

                It is too much for the clipboard: some terminals cut it without a word.
                """,
            chinese: """
                \(amount)，写进了只有你能读的文件：\(file)

                内容太长，不宜放进剪贴板：有的终端会悄悄截断。
                """)
    }

    static func notCopied(_ reason: Phrase) -> Phrase {
        Phrase(english: "Not copied: \(reason)", chinese: "没有复制：\(reason)")
    }
}
