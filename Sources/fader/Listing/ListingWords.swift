import ChatCompletions
import Conversations
import Words

/// What `fader sessions` prints for people.
extension Phrase {
    static func turns(_ count: Int) -> Phrase {
        Phrase(english: "\(count, "turn", "turns")", chinese: "\(count) 轮")
    }

    static func begun(_ time: String) -> Phrase {
        Phrase(english: "begun \(time)", chinese: "开始于 \(time)")
    }

    static func changed(_ time: String) -> Phrase {
        Phrase(english: "changed \(time)", chinese: "改动于 \(time)")
    }

    static func branch(isActive: Bool, of count: Int) -> Phrase {
        let which =
            isActive
            ? Phrase(english: "The active branch", chinese: "当前分支")
            : Phrase(english: "A branch", chinese: "其中一条分支")
        return Phrase(
            english: "\(which), one of \(count): --tree shows all, --branch TURN another.",
            chinese: "\(which)（共 \(count) 条）：--tree 显示全部，--branch TURN 换一条。")
    }

    static let activeMark = Phrase(english: "* is the active branch.", chinese: "* 是当前分支。")
    static let system = Phrase(english: "system", chinese: "系统提示词")
    static let leftOut = Phrase(english: "left out", chinese: "已设为不发送")

    /// A role, with what is to be said of the turn.
    static func heading(_ role: String, _ notes: [Phrase]) -> Phrase {
        if notes.isEmpty { return Phrase(verbatim: role) }
        let list = notes.joined(separator: Phrase(english: ", ", chinese: "，"))
        return Phrase(english: "\(role) (\(list))", chinese: "\(role)（\(list)）")
    }
}

extension Turn.State {
    var word: Phrase {
        switch self {
        case .done: Phrase(english: "done", chinese: "完成")
        case .streaming: Phrase(english: "streaming", chinese: "接收中")
        case .failed: Phrase(english: "failed", chinese: "失败")
        case .stopped: Phrase(english: "stopped", chinese: "已停止")
        case .interrupted: Phrase(english: "interrupted", chinese: "被打断")
        }
    }
}

extension Usage {
    /// Every answer has a prompt; thinking and what was cached are told where there was some.
    var words: Phrase {
        let figures = [
            (Phrase(english: "prompt", chinese: "提示词"), promptTokens),
            (Phrase(english: "answer", chinese: "回答"), completionTokens),
            (
                Phrase(english: "thinking", chinese: "思考"),
                reasoningTokens.flatMap { $0 > 0 ? $0 : nil }
            ),
            (Phrase(english: "cached", chinese: "缓存"), cachedTokens.flatMap { $0 > 0 ? $0 : nil }),
        ]
        let list = figures.compactMap { name, count in
            count.map { Phrase(english: "\(name) \($0)", chinese: "\(name) \($0)") }
        }.joined(separator: Phrase(english: ", ", chinese: "，"))
        return Phrase(english: "\(list) tokens", chinese: "\(list) 个 token")
    }
}

/// What `fader inspect` prints.
extension Phrase {
    static let unfinished = Phrase(english: "unfinished", chinese: "未写完")

    /// In two columns, as the wire has it.
    static func retry(_ milliseconds: Int) -> Phrase {
        Phrase(verbatim: "retry  \(milliseconds) ms")
    }

    static func longEvent(_ count: Int) -> Phrase {
        Phrase(english: "an event of \(count) bytes was too long", chinese: "有个事件太长（\(count) 字节）")
    }

    static func inspected(
        events: Int, comments: Int, lastID: String, retry: Int?
    ) -> Phrase {
        let last =
            lastID.isEmpty
            ? .empty : Phrase(english: ", last id \(lastID)", chinese: "，最后的 id \(lastID)")
        let wait =
            retry.map { Phrase(english: ", retry \($0) ms", chinese: "，retry \($0) ms") } ?? .empty
        return Phrase(
            english: """
                \(events, "event", "events"), \(comments, "comment", "comments")\(last)\(wait)
                """,
            chinese: "\(events) 个事件，\(comments) 条注释\(last)\(wait)")
    }
}

/// What `fader library check` prints.
extension Phrase {
    static let uncountable = Phrase(english: "cannot be counted", chinese: "无法统计")
    static let noDamage = Phrase(english: "no damage", chinese: "没有损坏")
    static let damaged = Phrase(english: "damaged", chinese: "有损坏")

    static func size(_ bytes: Int, free: Int) -> Phrase {
        Phrase(
            english: "\(bytes) bytes, \(free) of them free", chinese: "\(bytes) 字节，其中空闲 \(free) 字节")
    }

    static let recoverAdvice = Phrase(
        english: "the library is damaged; `fader library recover NEW-FILE` saves what can be read",
        chinese: "会话库已损坏；`fader library recover NEW-FILE` 把还能读的存到新文件")
}
