import Words

/// What keys do while something lies over the panes.
extension Phrase {
    static let closeDialog = Phrase(english: "Close what is open", chinese: "关闭弹窗")
    static let closeDialogHelp = Phrase(
        english: "Asks first where something was changed.", chinese: "有改动时先问一句。")
    static let takeRow = Phrase(english: "Take the selected row", chinese: "确定选中的一行")
    static let rowUp = Phrase(english: "Row above", chinese: "上一行")
    static let rowDown = Phrase(english: "Row below", chinese: "下一行")
    static let rowsUp = Phrase(english: "Ten rows up", chinese: "上移 10 行")
    static let rowsDown = Phrase(english: "Ten rows down", chinese: "下移 10 行")
    static let keepText = Phrase(english: "Keep the text", chinese: "保存输入")
    static let yes = Phrase(english: "Yes", chinese: "是")
    static let no = Phrase(english: "No", chinese: "否")
    static let quitNow = Phrase(english: "Quit all the same", chinese: "仍要退出")
    static let closeMessage = Phrase(english: "Close the message", chinese: "关闭通知")
    static let messageUp = Phrase(english: "Line above", chinese: "通知上移一行")
    static let messageDown = Phrase(english: "Line below", chinese: "通知下移一行")
    static let copyMessage = Phrase(english: "Copy the message", chinese: "复制通知")
}

/// Lists.
extension Phrase {
    static let emptyList = Phrase(english: "There is nothing here.", chinese: "这里是空的。")
    static let loading = Phrase(english: "Loading…", chinese: "加载中…")
    static let nothingMatches = Phrase(english: "Nothing matches.", chinese: "没有匹配项。")
    static let asTyped = Phrase(english: "as typed", chinese: "直接用输入的内容")

    static func listHint(up: String, down: String, take: String, close: String) -> Phrase {
        Phrase(
            english: "type to narrow · \(up) \(down) choose · \(take) takes it · \(close) closes",
            chinese: "输入即筛选 · \(up) \(down) 移动 · \(take) 确定 · \(close) 关闭")
    }
}

/// Messages, editors, questions.
extension Phrase {
    static func messageHint(up: String, down: String, copy: String, close: String) -> Phrase {
        Phrase(
            english: "\(down) \(up) scroll · \(copy) copies · \(close) closes",
            chinese: "\(down) \(up) 滚动 · \(copy) 复制 · \(close) 关闭")
    }

    static func editorHint(keep: String, back: String) -> Phrase {
        Phrase(
            english: "\(keep) keeps it · \(back) gives up", chinese: "\(keep) 保存 · \(back) 放弃")
    }

    static func keepChanges(yes: String, no: String, back: String) -> Phrase {
        Phrase(
            english: "Keep the changes? \(yes) keeps · \(no) throws them away · \(back) goes back",
            chinese: "改动要保存吗？\(yes) 保存 · \(no) 放弃 · \(back) 返回")
    }

    static let quitQuestion = Phrase(english: "Quit?", chinese: "退出？")

    static func quitHint(yes: String, no: String) -> Phrase {
        Phrase(
            english: "\(yes) quits · \(no) goes back", chinese: "\(yes) 退出 · \(no) 返回")
    }

    static func quits(_ key: String, _ other: String) -> Phrase {
        Phrase(english: "\(key) or \(other) quits", chinese: "\(key) 或 \(other) 退出")
    }

    static func goesBack(_ key: String, _ other: String) -> Phrase {
        Phrase(english: "\(key) or \(other) goes back", chinese: "\(key) 或 \(other) 返回")
    }
}
