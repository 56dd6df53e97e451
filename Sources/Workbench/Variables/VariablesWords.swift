import Words

/// The commands.
extension Phrase {
    static let editVariables = Phrase(english: "Set the variables", chinese: "填写变量")
    static let editVariablesHelp = Phrase(
        english: "A value for each {{name}} in the prompt and the system prompts.",
        chinese: "给提示词和系统提示词里的每个 {{名字}} 填值。")
    static let nextField = Phrase(english: "Next value", chinese: "下一个变量")
    static let nextFieldHelp = Phrase(
        english: "An empty one is a value too; after the last one it is done.",
        chinese: "留空也算填了；最后一个之后就完成。")
    static let fieldBelow = Phrase(english: "Value below", chinese: "到下面的变量")
    static let fieldAbove = Phrase(english: "Value above", chinese: "到上面的变量")
    static let finishForm = Phrase(english: "Done with the values", chinese: "填好变量")
    static let sendAsWritten = Phrase(english: "Send as it is written", chinese: "原样发送")
    static let sendAsWrittenHelp = Phrase(
        english: "The braces are text, of a template for another program.",
        chinese: "大括号当作普通文字，比如其他程序的模板。")
    static let leaveForm = Phrase(english: "Leave the values", chinese: "离开变量表")
    static let leaveFormHelp = Phrase(
        english: "Nothing is sent; what was typed is kept.", chinese: "不发送，填了的保留。")
}

/// Variables of a prompt, and the form for their values.
extension Phrase {
    static let variables = Phrase(english: "Variables", chinese: "变量")
    static let noVariables = Phrase(
        english: "There is no {{variable}} in the prompt or a system prompt.",
        chinese: "提示词和系统提示词里没有 {{变量}}。")
    static let noValueYet = Phrase(english: "no value yet", chinese: "还没填")
    static let emptyValue = Phrase(english: "empty", chinese: "留空")

    static func formHint(
        next: String, done: String, asWritten: String, close: String, sends: Bool, isLast: Bool
    ) -> Phrase {
        if isLast {
            return sends
                ? Phrase(
                    english: "\(next) sends · \(asWritten) sends as written · \(close) closes",
                    chinese: "\(next) 发送 · \(asWritten) 原样发送 · \(close) 关闭")
                : Phrase(
                    english: "\(next) done · \(close) closes", chinese: "\(next) 完成 · \(close) 关闭")
        }
        return sends
            ? Phrase(
                english: """
                    \(next) next · \(done) sends · \(asWritten) sends as written · \(close) closes
                    """,
                chinese: "\(next) 下一个 · \(done) 发送 · \(asWritten) 原样发送 · \(close) 关闭")
            : Phrase(
                english: "\(next) next · \(done) done · \(close) closes",
                chinese: "\(next) 下一个 · \(done) 完成 · \(close) 关闭")
    }

    /// Over the prompt: its variables with their values, and those that have none.
    static func variablesFound(_ list: String, setWith key: Phrase) -> Phrase {
        Phrase(english: "\(list) · \(key) sets", chinese: "\(list) · \(key) 填写")
    }
}
