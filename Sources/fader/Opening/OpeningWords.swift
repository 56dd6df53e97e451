import Words

/// What is wrong with keys in the configuration, and what to know at the start.
extension Phrase {
    static func noCommand(_ name: String) -> Phrase {
        Phrase(english: "there is no command \(name)", chinese: "没有命令 \(name)")
    }

    static func noKey(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) is no key; write <c-s>, <a-enter>, j",
            chinese: "\(name) 不是按键；写成 <c-s>、<a-enter>、j")
    }

    static func keyTwice(_ name: String, _ first: String, _ second: String) -> Phrase {
        Phrase(
            english: "\(name) is the key of \(first) and of \(second)",
            chinese: "\(name) 同时是 \(first) 和 \(second) 的按键")
    }

    static func takeCare(_ what: Phrase) -> Phrase {
        Phrase(english: "Take care: \(what).", chinese: "警告：\(what)。")
    }

    static func unwritten(_ file: String, _ reason: String) -> Phrase {
        Phrase(english: "\(file): \(reason).", chinese: "\(file)：\(reason)。")
    }

    static func editorFailed(_ status: Int32, _ file: String) -> Phrase {
        Phrase(
            english: """
                The editor ended with status \(Int(status)); the text here is as it was. What the editor \
                saved is in \(file).
                """,
            chinese: "编辑器的退出码是 \(Int(status))，这里的文本没有变；编辑器保存的内容在 \(file)。")
    }

    static func editorFileUnwritten(_ file: String, _ reason: String) -> Phrase {
        Phrase(
            english: "The text cannot be given to an editor: \(file): \(reason).",
            chinese: "无法把文本交给编辑器：\(file)：\(reason)。")
    }

    static func editorFileUnread(_ file: String) -> Phrase {
        Phrase(
            english: "What the editor saved cannot be read as text; it is in \(file).",
            chinese: "编辑器保存的内容无法作为文本读取，文件是 \(file)。")
    }

    static func tooManyLanes(_ count: Int, limit: Int) -> Phrase {
        Phrase(
            english: "these are \(count) lanes; \(limit) at most stand side by side",
            chinese: "这是 \(count) 列；并排最多 \(limit) 列")
    }
}
