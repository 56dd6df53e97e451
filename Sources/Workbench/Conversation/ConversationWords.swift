import ChatCompletions
import Conversations
import Words

/// The conversation: what is said of turns and lanes beside their text.
extension Phrase {
    static let conversation = Phrase(english: "Conversation", chinese: "对话")
    static let noAnswerToCopy = Phrase(
        english: "There is no answer to copy yet.", chinese: "还没有可复制的回答。")
    static let sameSettings = Phrase(english: "same settings", chinese: "设置相同")

    static func laneNumber(_ number: Int, of count: Int) -> Phrase {
        Phrase(english: " \(number) of \(count) ", chinese: " 第 \(number) 列，共 \(count) 列 ")
    }

    /// Who says it.
    static func speaker(_ role: Role) -> Phrase {
        switch role {
        case .user: Phrase(english: "you", chinese: "你")
        case .assistant: Phrase(english: "assistant", chinese: "模型")
        case .system: Phrase(english: "system", chinese: "系统")
        case .tool: Phrase(english: "tool", chinese: "工具")
        default: Phrase(verbatim: role.rawValue)
        }
    }

    static func folded(_ count: Int) -> Phrase {
        Phrase(english: "… \(count) more lines", chinese: "… 还有 \(count) 行")
    }

    /// Of an answer that goes on with the one before.
    static let continued = Phrase(english: "continued", chinese: "续写")
    static let thinkingNow = Phrase(english: "thinking", chinese: "思考中")

    /// `thought for 3.1 s, 412 tokens`.
    static func thought(for time: Duration?, tokens: Int?) -> Phrase {
        let time =
            time.map(Phrase.short).map { Phrase(english: " for \($0)", chinese: " \($0)") }
            ?? .empty
        let count =
            tokens.map { Phrase(english: ", \($0) tokens", chinese: "，\($0) 个 token") } ?? .empty
        return Phrase(english: "thought\(time)\(count)", chinese: "思考\(time)\(count)")
    }

    /// Before the tabs of an answer's choices.
    static let choices = Phrase(english: "choice", chinese: "候选")

    static func omission(_ omission: History.Omission) -> Phrase {
        switch omission {
        case .unanswered: Phrase(english: "not sent: no answer", chinese: "下次不发：没有回答")
        case .empty: Phrase(english: "not sent", chinese: "下次不发")
        case .incomplete:
            Phrase(
                english: "not sent: a call without its result", chinese: "下次不发：工具调用缺少结果")
        case .leftOut: Phrase(english: "not sent: left out", chinese: "不再发送")
        }
    }

    static func calls(_ call: ToolCall) -> Phrase {
        Phrase(english: "▸ calls \(call.written)", chinese: "▸ 调用 \(call.written)")
    }

    static let answerFailed = Phrase(english: "The answer failed.", chinese: "回答失败。")
    static let answerStopped = Phrase(english: "stopped", chinese: "已停止")
    static let answerInterrupted = Phrase(
        english: "interrupted: the program ended while this arrived",
        chinese: "被打断：接收途中程序退出了")
}

/// What stands where nothing has been asked yet.
extension Phrase {
    static let practiceWelcome = Phrase(
        english: "A range to practise on: no key, no network.", chinese: "练习服务商：不用密钥，不用联网。")
    static let welcome = Phrase(english: "A new session.", chinese: "新会话。")

    /// - Parameter key: in Chinese with what stands around it.
    static func promptBelow(_ key: Phrase) -> Phrase {
        Phrase(
            english: "Type a prompt below; \(key) sends it.", chinese: "输入提示词，按\(key)发送。")
    }

    static let enterKey = Phrase(english: "enter", chinese: "回车")
    static let providerWelcome = Phrase(english: "provider", chinese: "服务商")
    static let modelWelcome = Phrase(english: "model", chinese: "模型")
    static let paneWelcome = Phrase(english: "next pane", chinese: "下一个窗格")
    static let laneWelcome = Phrase(
        english: "a second lane beside this one, to compare", chinese: "旁边再开一列，用来比较")
    static let sessionsWelcome = Phrase(english: "sessions", chinese: "会话")
    static let commandsWelcome = Phrase(english: "commands", chinese: "命令")
    static let helpWelcome = Phrase(english: "help", chinese: "帮助")

    static func turnsKnobs(_ keys: String) -> Phrase {
        Phrase(english: "\(keys) turn the knobs in Parameters", chinese: "\(keys) 调参数")
    }
}
