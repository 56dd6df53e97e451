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

    static let copied = Phrase(
        english: "Sent to the terminal's clipboard; not every terminal takes it.",
        chinese: "已送到终端的剪贴板；有的终端不支持。")
    static let tooLongToCopy = Phrase(
        english: "Too long for the terminal's clipboard.", chinese: "太长，终端的剪贴板放不下。")

    static func tooManyLanes(_ count: Int, limit: Int) -> Phrase {
        Phrase(
            english: "these are \(count) lanes; \(limit) at most stand side by side",
            chinese: "这是 \(count) 列；并排最多 \(limit) 列")
    }
}
