import Words

/// What is said before leaving, and of a paste.
extension Phrase {
    static let stillArriving = Phrase(
        english: "An answer is still arriving.", chinese: "回答还没收完。")
    static let promptUnsent = Phrase(
        english: "The prompt has not been sent.", chinese: "提示词还没有发送。")
    static let lastUnsaved = Phrase(
        english: "What came last is not saved.", chinese: "最后收到的内容还没有保存。")

    static func pasted(sentWith key: Phrase) -> Phrase {
        Phrase(english: "Pasted; \(key) sends.", chinese: "已粘贴，按 \(key) 发送。")
    }

    static let pastedValue = Phrase(
        english: "Pasted; enter takes the value.", chinese: "已粘贴，按 enter 确定。")
}
