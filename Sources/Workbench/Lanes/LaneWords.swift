import ChatCompletions
import Words

/// Columns: whom they ask, adding, leaving, adopting.
extension Phrase {
    static let chooseProvider = Phrase(english: "Choose provider", chinese: "选择服务商")
    static let chooseModel = Phrase(english: "Choose model", chinese: "选择模型")
    static let chooseModelHelp = Phrase(
        english: "From the list, or type any name.", chinese: "从列表里选，或直接输入名字。")
    static let addLane = Phrase(english: "Add a lane", chinese: "加一列")
    static let addLaneHelp = Phrase(
        english: """
            A copy of this lane's settings beside it: change its model or a parameter, and a prompt \
            goes to both.
            """,
        chinese: "再开一列（泳道）并排比较，设置相同；改模型或参数，同一条提示词发给每一列。")
    static let nextLane = Phrase(english: "Next lane", chinese: "下一列")
    static let previousLane = Phrase(english: "Previous lane", chinese: "上一列")
    static let stopLane = Phrase(english: "Stop this lane", chinese: "停止这一列")
    static let zoomLane = Phrase(english: "Zoom this lane", chinese: "放大这一列")
    static let zoomLaneHelp = Phrase(
        english: "One lane in full width, and back.", chinese: "一列占满宽度，再按一次还原。")
    static let removeLane = Phrase(english: "Remove this lane", chinese: "移除这一列")
    static let adoptLane = Phrase(english: "Adopt this lane's answer", chinese: "采用这一列的回答")
    static let adoptLaneHelp = Phrase(
        english: """
            It becomes the conversation's next turn; the other lanes close. Their answers stay in \
            the session's tree.
            """,
        chinese: "它成为对话的下一轮；其他列关闭，它们的回答留在会话里。")
}

/// What is said of adding, leaving, adopting.
extension Phrase {
    static let laneLimit = Phrase(
        english: "Four lanes is the limit: remove one first.", chinese: "最多 4 列，先移除一列。")
    static let onlyLane = Phrase(english: "This is the only lane.", chinese: "只有这一列。")
    static func oneLaneFits(_ next: Phrase) -> Phrase {
        Phrase(
            english: "One lane at a time is all that fits here; \(next) shows the next one.",
            chinese: "这里本来就只放得下一列；按 \(next) 看下一列。")
    }
    static let nothingToAdopt = Phrase(
        english: "Only one lane: its answer is the conversation already.",
        chinese: "只有一列：它的回答已经在对话里。")
    static let adoptedTooSoon = Phrase(
        english: "This lane's answer is still arriving: adopt it when it is whole.",
        chinese: "这一列的回答还没收完，收完再采用。")

    static func laneAdded(
        _ letter: String, systemWith system: Phrase, sentWith key: Phrase
    ) -> Phrase {
        Phrase(
            english: """
                Lane \(letter): set its model, knobs or system prompt (\(system)); \(key) sends to all.
                """,
            chinese: "\(letter) 列：改它的模型、参数或系统提示词（\(system)），再按 \(key) 发给每一列。")
    }

    static func laneAdopted(_ letter: String) -> Phrase {
        Phrase(
            english: "Lane \(letter) is the conversation now.", chinese: "已采用 \(letter) 列，对话接着它继续。")
    }

    /// Before what is said of one of several lanes.
    static func ofLane(_ letter: String) -> Phrase {
        Phrase(english: "Lane \(letter): ", chinese: "\(letter) 列：")
    }

    static func unsent(_ name: String) -> Phrase {
        Phrase(english: "\(name) not sent", chinese: "\(name) 未发送")
    }
}

/// The figures below a lane.
extension Phrase {
    static func firstToken(_ time: Duration) -> Phrase {
        let time = Phrase.short(time)
        return Phrase(english: "first \(time)", chinese: "首 token \(time)")
    }

    static func tokens(_ count: Int) -> Phrase { Phrase(verbatim: "\(count) tok") }

    static let stopping = Phrase(english: "stopping", chinese: "正在停止")
    static let streaming = Phrase(english: "streaming", chinese: "接收中")
}

extension Failure.Kind {
    /// In a word, where there is room for one.
    var word: Phrase {
        switch self {
        case .api: Phrase(english: "api", chinese: "服务商报错")
        case .http: Phrase(english: "http", chinese: "HTTP 错误")
        case .stream: Phrase(english: "stream", chinese: "中途报错")
        case .truncated: Phrase(english: "truncated", chinese: "中断")
        case .malformed: Phrase(english: "malformed", chinese: "无法解析")
        case .redirect: Phrase(english: "redirect", chinese: "重定向")
        case .transport: Phrase(english: "transport", chinese: "连接失败")
        case .cancelled: Phrase(english: "cancelled", chinese: "已停止")
        }
    }
}

/// Providers and models.
extension Phrase {
    static let provider = Phrase(english: "Provider", chinese: "服务商")
    static let uncheckedFacts = Phrase(
        english: "some facts not checked", chinese: "部分信息未核实")

    static func models(of provider: String) -> Phrase {
        Phrase(english: "Model · \(provider)", chinese: "模型 · \(provider)")
    }

    static let noModels = Phrase(
        english: "The provider lists no model: type any name.", chinese: "服务商没有列出模型：直接输入名字。")

    static func modelsDidNotCome(_ failure: Failure) -> Phrase {
        Phrase(
            english: "The provider's list of models did not come: \(failure.sentence)",
            chinese: "没有收到服务商的模型列表：\(failure.sentence)")
    }

    static let typeAnyModel = Phrase(
        english: "Any name can be typed.", chinese: "也可以直接输入名字。")
}
