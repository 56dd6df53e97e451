import Words

/// The commands.
extension Phrase {
    static let editSystem = Phrase(english: "Edit the system prompt", chinese: "编辑系统提示词")

    static let editSystemHelp = Phrase(
        english: "This lane's: each may have its own.", chinese: "只改这一列的，每一列可以不同。")
    static let useSystemPrompt = Phrase(
        english: "Use a saved system prompt", chinese: "使用已存的系统提示词")
    static let useSystemPromptHelp = Phrase(
        english: "In this lane.", chinese: "只用于这一列。")
    static let keepSystemPrompt = Phrase(
        english: "Save the system prompt under a name", chinese: "给系统提示词命名并保存")
    static let keepSystemPromptHelp = Phrase(
        english: "This lane's, for any lane and session.", chinese: "保存这一列的，之后每一列、每个会话都能用。")
    static let forgetSystemPrompt = Phrase(
        english: "Forget a saved system prompt", chinese: "删除已存的系统提示词")
    static let forgetSystemPromptHelp = Phrase(
        english: "Sessions that it was used in keep its text.", chinese: "用过它的会话保留原文。")
}

/// System prompts that are kept under names.
extension Phrase {
    static let nameOfSystemPrompt = Phrase(
        english: "Save the system prompt as: type a name", chinese: "系统提示词另存为：输入名字")
    static let typeAName = Phrase(english: "Type a name.", chinese: "输入名字。")

    static let noSystemPromptsKept = Phrase(
        english: "No system prompt is saved under a name yet.", chinese: "还没有保存过系统提示词。")

    static func systemPrompt(ofLane letter: String) -> Phrase {
        Phrase(english: "System prompt of lane \(letter)", chinese: "\(letter) 列的系统提示词")
    }

    static func noSystemPromptHere(writtenWith key: Phrase) -> Phrase {
        Phrase(
            english: "There is no system prompt here: write one with \(key).",
            chinese: "这里没有系统提示词，先按 \(key) 写一条。")
    }

    static func systemPromptIsUsed(_ name: String) -> Phrase {
        Phrase(
            english: "The system prompt is “\(name)”, from the next prompt on.",
            chinese: "系统提示词已换成「\(name)」，从下一条提示词起生效。")
    }

    static func systemPromptIsKept(_ name: String) -> Phrase {
        Phrase(
            english: "The system prompt is saved as “\(name)”.", chinese: "系统提示词已存为「\(name)」。")
    }

    static func systemPromptIsForgotten(_ name: String) -> Phrase {
        Phrase(
            english: "“\(name)” is forgotten; where it was used its text stays.",
            chinese: "已删除「\(name)」，用过它的地方保留原文。")
    }

    /// Among what sets a lane apart.
    static func system(_ name: String) -> Phrase {
        Phrase(english: "system \(name)", chinese: "系统 \(name)")
    }

    static let noSystem = Phrase(english: "no system prompt", chinese: "无系统提示词")
}
