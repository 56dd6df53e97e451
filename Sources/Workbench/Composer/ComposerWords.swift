import Words

/// The prompt, and the prompts before it.
extension Phrase {
    static let prompt = Phrase(english: "Prompt", chinese: "提示词")
    static let sendPrompt = Phrase(english: "Send the prompt", chinese: "发送提示词")
    static let sendPromptHelp = Phrase(
        english: "To every lane at once.", chinese: "同时发给每一列。")
    static let newline = Phrase(english: "New line", chinese: "换行")
    static let newlineHelp = Phrase(
        english: "Breaks the line, and sends nothing.", chinese: "只换行，不发送。")
    static let earlierPrompt = Phrase(english: "Earlier prompt", chinese: "上一条提示词")
    static let laterPrompt = Phrase(english: "Later prompt", chinese: "下一条提示词")
    static let findPrompt = Phrase(english: "Find an earlier prompt", chinese: "查找历史提示词")
    static let findPromptHelp = Phrase(
        english: "Of all sessions: type words of it.", chinese: "查找范围是所有会话，输入其中的词即可。")
    static let earlierPrompts = Phrase(english: "Earlier prompts", chinese: "历史提示词")
    static let noEarlierPrompts = Phrase(
        english: "Nothing has been asked yet.", chinese: "还没有发送过提示词。")
    static let runAgain = Phrase(english: "Run the last prompt again", chinese: "重跑上一条提示词")
    static let runAgainHelp = Phrase(
        english: "With the settings as they are now; the earlier answer stays in the tree.",
        chinese: "用现在的设置重跑；原来的回答留作另一版。")
    static let editOutside = Phrase(english: "Edit in your editor", chinese: "用外部编辑器编辑")
    static let editOutsideHelp = Phrase(
        english: """
            The one of $VISUAL or $EDITOR. What it saves becomes the prompt; an answer goes on arriving.
            """,
        chinese: "编辑器由 $VISUAL 或 $EDITOR 指定，保存的内容成为提示词；回答照样接收。")

    static func editorTextIsIn(_ file: String) -> Phrase {
        Phrase(
            english: "A text that was in an editor is in \(file).",
            chinese: "上次在编辑器里的文本保存在 \(file)。")
    }

    static let sendOffer = Phrase(english: "send", chinese: "发送")
    static let newlineOffer = Phrase(english: "newline", chinese: "换行")
    static let giveUpOffer = Phrase(english: "give up the edit", chinese: "放弃编辑")
    static let addLaneOffer = Phrase(english: "another lane", chinese: "加一列")

    /// The title over the prompt while it holds one that was sent.
    static let earlierPromptIsEdited = Phrase(
        english: "Another version of an earlier prompt", chinese: "编辑先前的提示词（发送后另存一版）")

    /// What stands where nothing is written.
    static func typeAPrompt(lanes: Int) -> Phrase {
        lanes > 1
            ? Phrase(
                english: "one prompt for all \(lanes) lanes", chinese: "一条提示词发给全部 \(lanes) 列")
            : Phrase(english: "type a prompt", chinese: "输入提示词")
    }
}
