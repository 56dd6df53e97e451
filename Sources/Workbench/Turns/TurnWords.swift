import Words

/// The turns of the conversation: choosing one, its siblings, asking it otherwise, leaving it out.
extension Phrase {
    static let turnBefore = Phrase(english: "Select the turn before", chinese: "选中前一轮")
    static let turnBeforeHelp = Phrase(
        english: "The last one, where none is selected. “One step back” lets go.",
        chinese: "没有选中时先选最后一轮。「返回一步」取消选中。")
    static let turnAfter = Phrase(english: "Select the turn after", chinese: "选中后一轮")
    static let siblingBefore = Phrase(english: "Go to the sibling before", chinese: "上一版")
    static let siblingAfter = Phrase(english: "Go to the sibling after", chinese: "下一版")
    static let siblingHelp = Phrase(
        english: """
            Another answer to the same prompt, or another version of the prompt, with what followed \
            it. Of the selected turn, else of the last one that has any.
            """,
        chinese: "同一提示词的另一个回答，或提示词的另一版，连同其后的内容。没有选中时，取最后一个有另一版的轮次。")
    static let editTurn = Phrase(english: "Edit the selected prompt", chinese: "编辑选中的提示词")
    static let editTurnHelp = Phrase(
        english: """
            Its text comes into the prompt; sent, it is another version beside the first, and the \
            conversation goes on from it. What was being written comes back afterwards.
            """,
        chinese: "文字进入输入框；发送后成为并列的另一版，对话从它继续。原来在写的内容随后恢复。")
    static let runAgainFromTurn = Phrase(
        english: "Run again from the selected turn", chinese: "从选中的轮次重跑")
    static let runAgainFromTurnHelp = Phrase(
        english: "In this lane: another answer to the same prompt. What followed stays beside it.",
        chinese: "只在这一列：同一提示词再回答一次，原来的内容留作另一版。")
    static let continueAnswer = Phrase(english: "Continue the answer", chinese: "续写回答")
    static let continueAnswerHelp = Phrase(
        english: """
            The selected one, that to the selected prompt, or the last: the provider is asked, in its \
            own form, to go on where it ended. Both are one message from then on.
            """,
        chinese: "选中的回答，或选中的提示词的回答，没有选中时取最后一个：按该服务商的方式，请它从停下的地方接着写。此后合为一条消息。")
    static let unfoldPrompt = Phrase(
        english: "Unfold a long prompt, or fold it", chinese: "展开或收起长提示词")
    static let unfoldPromptHelp = Phrase(
        english:
            "The selected one, or the last in view. A click on the line that counts does it too.",
        chinese: "选中的，没有选中时取所见的最后一条；点「还有几行」也可以。")
    static let copyCode = Phrase(english: "Copy a code block", chinese: "复制代码块")
    static let copyCodeHelp = Phrase(
        english: "Of the selected turn, else of the last answer.", chinese: "选中轮次的；没有选中时，最后一个回答的。")
    static let listLinks = Phrase(english: "List the links", chinese: "列出链接")
    static let listLinksHelp = Phrase(
        english: """
            Where they lead: those of the selected turn, else of the last answer. Enter copies an \
            address.
            """,
        chinese: "选中轮次的链接和地址；没有选中时，最后一个回答的。按 enter 复制地址。")
    static let leaveOut = Phrase(english: "Leave the turn out of what is sent", chinese: "不发送这一轮")
    static let leaveOutHelp = Phrase(
        english: """
            The selected prompt with its answer, and back; with none selected the last one that is \
            sent, and then the one before. Nothing is deleted.
            """,
        chinese: "选中的提示词和它的回答不再发送，再按恢复；没有选中时从最后一轮往前。不会删除。")
    static let takeIn = Phrase(english: "Take a turn in again", chinese: "恢复发送一轮")
    static let takeInHelp = Phrase(
        english: "The selected one, or the last one that was left out.",
        chinese: "选中的，或最近设为不发送的那一轮。")

    static let forkSession = Phrase(
        english: "Fork into a new session", chinese: "分出新会话")
    static let forkSessionHelp = Phrase(
        english: """
            The conversation up to the selected turn, or all of it, with the lanes' settings and \
            system prompts. This session stays as it is.
            """,
        chinese: "带上到选中轮次为止的对话、各列的设置和系统提示词；原会话不变。")
    static let deleteTurn = Phrase(
        english: "Delete the turn and what follows", chinese: "删除这轮及后续")
    static let deleteTurnHelp = Phrase(
        english: """
            The selected one, on all branches after it. It can be taken back until the program ends; \
            then it is erased.
            """,
        chinese: "选中的轮次，连同其后的所有分支。退出前都能撤销，退出时从会话库里抹去。")
    static let undoRemoval = Phrase(english: "Undo in the conversation", chinese: "撤销对话操作")
    static let undoRemovalHelp = Phrase(
        english: """
            What was deleted, left out or taken in, and lanes that were removed or closed: the last \
            first, until the program ends.
            """,
        chinese: "删除轮次、移除列、设为不发送或恢复发送，从最近一步起，退出前都能撤销。")
    static let redoRemoval = Phrase(english: "Redo in the conversation", chinese: "重做对话操作")

    static let turnOffer = Phrase(english: "choose a turn", chinese: "选轮次")
    static let unfoldPromptOffer = Phrase(english: "unfold", chinese: "展开")
    static let foldPromptOffer = Phrase(english: "fold", chinese: "收起")
    static let editOffer = Phrase(english: "edit", chinese: "编辑")
    static let againOffer = Phrase(english: "again", chinese: "重跑")
    static let leaveOutOffer = Phrase(english: "leave out", chinese: "不发")
    static let siblingOffer = Phrase(english: "sibling", chinese: "另一版")

    static let nothingToUnfold = Phrase(
        english: "There is no long prompt to unfold here.", chinese: "这里没有可展开的长提示词。")
    /// An earlier prompt was sent otherwise.
    static func editSent(earlier key: Phrase) -> Phrase {
        Phrase(
            english:
                "The earlier version is kept with what followed: \(key) on the prompt leads to it.",
            chinese: "原来那一版和它后面的内容都还在：选中这条提示词，按 \(key) 回去。")
    }
    static let noSiblings = Phrase(
        english: "Nothing of this conversation has siblings yet.", chinese: "这个对话还没有并列的另一版。")
    static let firstSibling = Phrase(
        english: "This is the first version.", chinese: "这已经是第一版。")
    static let lastSibling = Phrase(
        english: "This is the last version.", chinese: "这已经是最后一版。")
    static let nothingToContinue = Phrase(
        english: "There is no answer with text to continue here.", chinese: "这里没有可续写的回答。")

    static func doesNotContinue(_ provider: String, runAgainWith key: Phrase) -> Phrase {
        Phrase(
            english: "\(provider) has no known way to continue an answer. \(key) asks for another.",
            chinese: "没有找到 \(provider) 续写回答的写法。按 \(key) 重跑。")
    }

    static func continuesAt(_ address: String, _ provider: String) -> Phrase {
        Phrase(
            english: "Asked at \(address): only there \(provider) continues answers.",
            chinese: "请求发往 \(address)：\(provider) 只在那里续写。")
    }

    static let nothingToEdit = Phrase(
        english: "There is no prompt to edit yet.", chinese: "还没有可编辑的提示词。")
    static let editsTextOnly = Phrase(
        english: "This prompt has more than text, which cannot be edited here.",
        chinese: "这条提示词不只有文字，不能在这里编辑。")
    static func nothingToDelete(selectedWith key: Phrase) -> Phrase {
        Phrase(
            english: "Select the turn to delete first: \(key).", chinese: "先选中要删除的轮次：按 \(key)。")
    }

    static func deleted(_ count: Int, undoneWith key: Phrase) -> Phrase {
        count == 1
            ? Phrase(
                english: "One turn deleted. \(key) takes that back.",
                chinese: "已删除 1 轮。按 \(key) 撤销。")
            : Phrase(
                english: "\(count) turns deleted. \(key) takes that back.",
                chinese: "已删除 \(count) 轮。按 \(key) 撤销。")
    }

    static func undone(_ deed: Phrase, with key: Phrase) -> Phrase {
        Phrase(
            english: "Taken back: \(deed). \(key) does it again.",
            chinese: "已撤销：\(deed)。按 \(key) 重做。")
    }

    static func redone(_ deed: Phrase, undoneWith key: Phrase) -> Phrase {
        Phrase(
            english: "Done again: \(deed). \(key) takes that back.",
            chinese: "已重做：\(deed)。按 \(key) 撤销。")
    }

    static let deleting = Phrase(english: "deleting turns", chinese: "删除")
    static let removingLanes = Phrase(english: "removing a lane", chinese: "移除列")

    static func leavingOut(_ prompt: String) -> Phrase {
        Phrase(english: "leaving out “\(prompt)”", chinese: "不再发送「\(prompt)」")
    }

    static func takingIn(_ prompt: String) -> Phrase {
        Phrase(english: "taking in “\(prompt)”", chinese: "恢复发送「\(prompt)」")
    }

    static let nothingToUndo = Phrase(
        english: "There is nothing to undo here.", chinese: "这里没有可撤销的操作。")
    static let nothingToRedo = Phrase(
        english: "There is nothing to redo here.", chinese: "这里没有可重做的操作。")
    static let nothingToFork = Phrase(
        english: "There is nothing to fork yet.", chinese: "还没有可分出的对话。")

    static func forked(_ count: Int, listedWith key: Phrase) -> Phrase {
        Phrase(
            english: "A new session, with \(count) turns of the other one. \(key) has that.",
            chinese: "已分出新会话，带着 \(count) 轮。原会话在 \(key) 里。")
    }

    static let codeBlocks = Phrase(english: "Code blocks", chinese: "代码块")
    static let noCode = Phrase(english: "There is no code block here.", chinese: "这里没有代码块。")
    static let links = Phrase(english: "Links", chinese: "链接")
    static let noLinks = Phrase(english: "There is no link here.", chinese: "这里没有链接。")
}
