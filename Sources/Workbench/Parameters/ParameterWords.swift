import ChatCompletions
import Words

/// Turning the selected knob.
extension Phrase {
    static let parameters = Phrase(english: "Parameters", chinese: "参数")
    static let less = Phrase(english: "Less", chinese: "调小")
    static let more = Phrase(english: "More", chinese: "调大")
    static let muchLess = Phrase(english: "Much less", chinese: "大步调小")
    static let muchMore = Phrase(english: "Much more", chinese: "大步调大")
    static let typeValue = Phrase(english: "Type a value", chinese: "输入值")
    static let typeValueHelp = Phrase(
        english: "A chooser goes on to its next choice, unless it holds a value that was typed.",
        chinese: "有选项的参数跳到下一个选项；手动输入的值除外。")
    static let doNotSend = Phrase(english: "Do not send it", chinese: "不发送")
    static let doNotSendHelp = Phrase(
        english: "The provider's own default holds again.", chinese: "恢复服务商自己的默认值。")
    static let undoValue = Phrase(
        english: "Take the last change of a value back", chinese: "撤销上一次修改")
    static let redoValue = Phrase(english: "Make it again", chinese: "重做")

    static let moreOffer = Phrase(english: "more", chinese: "调大")
    static let typeOffer = Phrase(english: "type", chinese: "输入")
    static let clearOffer = Phrase(english: "not sent", chinese: "不发送")
}

/// What a row says.
extension Phrase {
    static let on = Phrase(english: "on", chinese: "开")
    static let off = Phrase(english: "off", chinese: "关")
    static let unsent = Phrase(english: "not sent", chinese: "未发送")
    static let sentAnyway = Phrase(english: "sent anyway", chinese: "不设也发")
    static let undocumented = Phrase(english: "not documented", chinese: "文档未列")

    static func sendsUnlessSet(_ value: String) -> Phrase {
        Phrase(english: "sends \(value) unless set", chinese: "不设也发 \(value)")
    }

    static func isSentUnlessSet(_ value: String) -> Phrase {
        Phrase(english: "\(value) is sent unless set", chinese: "不设也发 \(value)")
    }

    static func usual(_ value: String) -> Phrase {
        Phrase(english: "default \(value)", chinese: "默认 \(value)")
    }

    static func unsentWithDefault(_ value: String) -> Phrase {
        Phrase(english: "not sent · default \(value)", chinese: "未发送 · 默认 \(value)")
    }

    static func unsentShort(_ value: String) -> Phrase {
        Phrase(english: "not sent (\(value))", chinese: "未发送（\(value)）")
    }
}

/// Values that are typed, taken back, made again.
extension Phrase {
    static func takesNumber(_ name: String) -> Phrase {
        Phrase(english: "\(name) takes a number, such as 0.7.", chinese: "\(name) 要填数字，比如 0.7。")
    }

    static func takesWholeNumber(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) takes a whole number, such as 42.", chinese: "\(name) 要填整数，比如 42。")
    }

    static func takesJSON(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) takes JSON, such as {\"a\": 1}.",
            chinese: "\(name) 要填 JSON，比如 {\"a\": 1}。")
    }

    static func holdsTyped(_ name: String, edit: Phrase, clear: Phrase) -> Phrase {
        Phrase(
            english: """
                \(name) holds a value that was typed: \(edit) opens it, \(clear) takes it away.
                """,
            chinese: "\(name) 里是手动输入的值：按 \(edit) 编辑，按 \(clear) 去掉。")
    }

    static let nothingChanged = Phrase(english: "No value was changed.", chinese: "没有可撤销的修改。")
    static let nothingTakenBack = Phrase(
        english: "No value was taken back.", chinese: "没有可重做的修改。")

    /// What a value is again.
    static func value(of name: String, _ value: Phrase) -> Phrase {
        Phrase(verbatim: name) + Phrase(english: ": ", chinese: "：") + value
    }
}
