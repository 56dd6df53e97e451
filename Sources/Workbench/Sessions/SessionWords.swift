import Words

/// Sessions: listing, opening, going on.
extension Phrase {
    static let noSessions = Phrase(
        english: "No session has been saved yet.", chinese: "还没有保存过会话。")
    static let untitled = Phrase(english: "untitled", chinese: "无标题")

    static func turns(_ count: Int) -> Phrase {
        Phrase(english: "\(count, "turn", "turns")", chinese: "\(count) 轮")
    }

    static let draftIsBack = Phrase(
        english: "What you were writing is back; nothing was sent.",
        chinese: "已恢复上次的草稿，还没有发送。")

    static func libraryIsOpen(listedWith key: Phrase) -> Phrase {
        Phrase(
            english: "The library is open now; \(key) has its sessions.",
            chinese: "会话库已打开，按 \(key) 看会话。")
    }

    static func wasInterrupted(askedAgainWith key: Phrase) -> Phrase {
        Phrase(
            english: """
                The last answer was interrupted; what had arrived is here. \(key) asks again.
                """,
            chinese: "上一个回答被打断，已收到的部分在这里。按 \(key) 重跑。")
    }

    static let systemPrompt = Phrase(english: "System prompt", chinese: "系统提示词")
}
