import Words

/// What an event did, in a word: nine columns.
extension Phrase {
    static let contentEvent = Phrase(english: "content", chinese: "内容")
    static let thinkingEvent = Phrase(english: "thinking", chinese: "思考")
    static let refusalEvent = Phrase(english: "refusal", chinese: "拒答")
    static let toolEvent = Phrase(english: "tool", chinese: "工具")
    static let partEvent = Phrase(english: "part", chinese: "附件")
    static let finishEvent = Phrase(english: "finish", chinese: "结束")
    static let roleEvent = Phrase(english: "role", chinese: "角色")
    static let usageEvent = Phrase(english: "usage", chinese: "用量")
    static let doneEvent = Phrase(english: "done", chinese: "完成")
    static let unreadableEvent = Phrase(english: "not JSON", chinese: "非 JSON")
    static let errorEvent = Phrase(english: "error", chinese: "错误")
    static let bodyEvent = Phrase(english: "body", chinese: "正文")

    /// Behind an event's text, where the event also ends the answer.
    static func finishes(_ reason: String) -> Phrase {
        Phrase(english: "  finish \(reason)", chinese: "  结束 \(reason)")
    }

    static let promptTokens = Phrase(english: "prompt", chinese: "提示词")
    static let answerTokens = Phrase(english: "answer", chinese: "回答")
    static let thinkingTokens = Phrase(english: "thinking", chinese: "思考")
    static let cachedTokens = Phrase(english: "cached", chinese: "缓存")
}
