import ChatCompletions
import SessionLibrary
import Words

/// Why a command cannot be done, and what to do.
extension Phrase {
    static let nothingToSend = Phrase(
        english: "there is nothing to send; try: fader send 'What is top_p?'",
        chinese: "没有要发送的内容；试试 fader send '什么是 top_p？'")
    static let workbenchNeedsTerminal = Phrase(
        english: "the workbench needs a terminal for input and output; try: fader send PROMPT",
        chinese: "工作台的标准输入和输出必须是终端；试试 fader send PROMPT")
    static let noModelToAsk = Phrase(
        english: "no model is known to ask; name one with --model",
        chinese: "不知道问哪个模型；用 --model 指定")
    static let noSessionYet = Phrase(
        english: "there is no session to go on with yet", chinese: "还没有会话可接")

    static func noLibrary(at path: String) -> Phrase {
        Phrase(english: "there is no library \(path)", chinese: "没有会话库 \(path)")
    }

    static func noConfiguration(at path: String) -> Phrase {
        Phrase(english: "there is no configuration \(path)", chinese: "没有配置文件 \(path)")
    }

    static func noSession(_ id: String) -> Phrase {
        Phrase(
            english: "there is no session \(id); see: fader sessions list",
            chinese: "没有会话 \(id)；用 fader sessions list 看")
    }

    static func noTurn(_ turn: String, in session: String) -> Phrase {
        Phrase(
            english: "there is no turn \(turn) in session \(session); see --tree",
            chinese: "会话 \(session) 里没有轮次 \(turn)；用 --tree 看")
    }

    static func cannotRecord(_ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "nothing can be recorded. \(problem.sentence)\n--no-library sends without.",
            chinese: "无法记录。\(problem.sentence)\n加 --no-library 可以不记录直接发送。")
    }

    static func nameAnotherLibrary(_ problem: LibraryProblem) -> Phrase {
        Phrase(
            english: "\(problem.sentence)\n--library FILE names another one.",
            chinese: "\(problem.sentence)\n用 --library FILE 换一个。")
    }

    static func hasNoAddress(_ provider: Provider) -> Phrase {
        Phrase(
            english: "\(provider.title) has no address; give one with --base-url",
            chinese: "\(provider.title) 没有地址；用 --base-url 指定")
    }

    static func hasNoModelList(_ provider: Provider) -> Phrase {
        Phrase(
            english: "\(provider.title) documents no list of models",
            chinese: "\(provider.title) 的文档里没有模型列表")
    }

    static func portTaken(_ port: UInt16, _ reason: String) -> Phrase {
        Phrase(
            english: "port \(port) cannot be had (\(reason)); choose another --port",
            chinese: "端口 \(port) 用不了（\(reason)）；用 --port 换一个")
    }

    /// Two lines: what happened, and what to do.
    static func lines(_ parts: Phrase...) -> Phrase {
        parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

/// What is said beside what a command prints.
extension Phrase {
    static func warning(_ what: Phrase) -> Phrase {
        Phrase(english: "warning: \(what)", chinese: "警告：\(what)")
    }

    static func note(_ what: Phrase) -> Phrase {
        Phrase(english: "note: \(what)", chinese: "注意：\(what)")
    }

    static func unusedModel(_ model: String) -> Phrase {
        Phrase(
            english: "--model \(model) is not used: --body is sent as it is",
            chinese: "--model \(model) 已忽略：--body 原样发送")
    }

    static let bodyAsItIs = Phrase(
        english: "--body is sent as it is", chinese: "--body 原样发送")

    static func more(_ count: Int, from offset: Int) -> Phrase {
        Phrase(
            english: "\(count) more; --offset \(offset) goes on",
            chinese: "还有 \(count) 条；用 --offset \(offset) 接着列")
    }

    static func compacted(from before: Int, to after: Int) -> Phrase {
        Phrase(
            english: "\(before) bytes before, \(after) now",
            chinese: "之前 \(before) 字节，现在 \(after) 字节")
    }

    static func rows(_ count: Int) -> Phrase {
        Phrase(english: "\(count, "row", "rows")", chinese: "\(count) 行")
    }

    static func lost(_ count: Int) -> Phrase {
        Phrase(english: "\(count) lost", chinese: "丢了 \(count) 行")
    }

    static func nothingReadable(_ path: String, _ why: Phrase) -> Phrase {
        Phrase(
            english: "\(path): nothing of it can be read (\(why))",
            chinese: "\(path)：里面的内容都读不了（\(why)）")
    }

    static func recovered(to file: String, from path: String) -> Phrase {
        Phrase(
            english: """
                \(file) has what could be read; --library names it, or put it in the place of \
                \(path) while no fader runs.
                """,
            chinese: """
                能读的都在 \(file) 里；用 --library 指定它，或趁没有 fader 在运行时放到 \(path) 的位置。
                """)
    }
}
