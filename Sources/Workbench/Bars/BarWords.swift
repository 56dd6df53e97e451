import Words

/// The last line: what its keys do, as short as it goes.
extension Phrase {
    static let paneOffer = Phrase(english: "pane", chinese: "窗格")
    static let commandsOffer = Phrase(english: "commands", chinese: "命令")
    static let helpOffer = Phrase(english: "help", chinese: "帮助")
    static let quitOffer = Phrase(english: "quit", chinese: "退出")
    static let stopOffer = Phrase(english: "stop", chinese: "停止")
    static let laneOffer = Phrase(english: "lane", chinese: "换列")
    static let adoptOffer = Phrase(english: "adopt", chinese: "采用")
    static let removeOffer = Phrase(english: "remove", chinese: "移除")
}

/// The first line.
extension Phrase {
    static let untitledSession = Phrase(english: "new session", chinese: "新会话")
    static let noModel = Phrase(english: "no model", chinese: "未选模型")
    static let notSaved = Phrase(english: "not saved", chinese: "未保存")

    static func waitingSince(_ clock: String) -> Phrase {
        Phrase(english: "waiting \(clock)", chinese: "等待 \(clock)")
    }

    static func answeringSince(_ clock: String) -> Phrase {
        Phrase(english: "answering \(clock)", chinese: "回答中 \(clock)")
    }

    static func speed(_ rate: String) -> Phrase { Phrase(verbatim: "\(rate) tok/s") }

    static func againIn(_ clock: String) -> Phrase {
        Phrase(english: "again in \(clock)", chinese: "\(clock) 后重试")
    }
}
