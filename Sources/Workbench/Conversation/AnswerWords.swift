import Words

/// The commands of the answer, and of the sessions that it belongs to.
extension Phrase {
    static let stepBack = Phrase(english: "One step back", chinese: "返回一步")
    static let stepBackHelp = Phrase(
        english: "Closes what is open, gives up an edit, stops the answer. Never quits.",
        chinese: "依次关闭弹窗、放弃编辑、停止回答；不退出程序。")
    static let interrupt = Phrase(english: "Stop what is running", chinese: "停止全部回答")
    static let interruptHelp = Phrase(
        english: "In every lane. When nothing runs, says how to quit.",
        chinese: "每一列都停。没有可停的回答时，提示怎么退出。")
    static let waitOn = Phrase(english: "Wait on, or for another try", chinese: "继续等待或自动重试")
    static let waitOnHelp = Phrase(
        english: """
            Gives what is running its time limits afresh. After a failure that may pass, sends the \
            prompt again as soon as the server wants it, five times at most. “One step back” takes \
            that back.
            """,
        chinese: """
            接收时重新计时；暂时性失败后，到服务器允许时自动重试，最多 5 次，「返回一步」取消。
            """)
    static let toggleThinking = Phrase(english: "Show or fold the thinking", chinese: "展开或收起思考")
    static let toggleSource = Phrase(
        english: "Show Markdown or its source", chinese: "显示 Markdown 或原文")
    static let toggleSourceHelp = Phrase(
        english: "What models said: as it reads, or exactly as it came, in every lane.",
        chinese: "模型说的话：排好版，或与收到的一字不差，每一列都是。")
    static let nextChoice = Phrase(english: "Next choice of an answer", chinese: "下一个候选")
    static let nextChoiceHelp = Phrase(
        english: "When n was above 1. The one that is shown is sent with the next prompt.",
        chinese: "n 大于 1 时。显示的那个随下一条提示词发送。")
    static let noChoices = Phrase(
        english: "No answer here has several choices.", chinese: "这里没有多个候选的回答。")
    static let choiceOffer = Phrase(english: "choice", chinese: "候选")
    static let newSession = Phrase(english: "New session", chinese: "新会话")
    static let sessions = Phrase(english: "Sessions", chinese: "会话")
    static let sessionsHelp = Phrase(
        english: "All saved sessions; enter opens one.", chinese: "所有已保存的会话，按 enter 打开。")

    static let thinkingOffer = Phrase(english: "thinking", chinese: "思考")

    static func nothingRuns(quitWith key: Phrase) -> Phrase {
        Phrase(
            english: "Nothing is running. \(key) quits.", chinese: "没有正在接收的回答。按 \(key) 退出。")
    }
}
