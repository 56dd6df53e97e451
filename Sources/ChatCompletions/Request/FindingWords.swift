package import Words

/// What a dialect says to a request, without names of whom it concerns.
extension Phrase {
    static let noMessage = Phrase(english: "There is no message to send.", chinese: "没有可发送的消息。")
    static let noModel = Phrase(english: "No model is named.", chinese: "没有指定模型。")
    static let logprobsNeeded = Phrase(
        english: "top_logprobs needs logprobs to be on.", chinese: "top_logprobs 需要打开 logprobs。")
    static let twoLengths = Phrase(
        english: "max_tokens and max_completion_tokens are both set; set one of them.",
        chinese: "max_tokens 和 max_completion_tokens 都设了；只设一个。")

    static func schemaNeeded(_ shape: String) -> Phrase {
        Phrase(
            english: "json_schema needs its schema: write \(shape).",
            chinese: "json_schema 要带 schema：写成 \(shape)。")
    }

    static func infinite(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) is not sent: JSON has no infinity.",
            chinese: "\(name) 未发送：JSON 里没有无穷大。")
    }

    static func emptyText(in name: String) -> Phrase {
        Phrase(english: "An empty text in \(name) ends nothing.", chinese: "\(name) 里的空字符串不起作用。")
    }

    /// What a value should be.
    static func expected(_ what: Phrase, of name: String) -> Phrase {
        Phrase(
            english: "\(name) should be \(what); it is sent as given.",
            chinese: "\(name) 应是\(what)；仍原样发送。")
    }
}

/// The kinds of values that a parameter takes.
extension Phrase {
    package static let trueOrFalse = Phrase(english: "true or false", chinese: " true 或 false")
    static let aText = Phrase(english: "a text", chinese: "字符串")
    static let aTextOrTexts = Phrase(english: "a text or texts", chinese: "一个或几个字符串")
    package static let aNumber = Phrase(english: "a number", chinese: "数字")
    package static let aWholeNumber = Phrase(english: "a whole number", chinese: "整数")
    package static let anObject = Phrase(english: "an object", chinese: "对象")
    static let anObjectOrList = Phrase(english: "JSON, an object or a list", chinese: " JSON 对象或数组")

    static func oneOf(_ choices: [String]) -> Phrase {
        let list = choices.joined(separator: ", ")
        let chineseList = choices.joined(separator: "、")
        return Phrase(english: "one of \(list)", chinese: " \(chineseList) 之一")
    }
}

/// What is said of a service.
extension Provider {
    func namesModels(_ form: String) -> Phrase {
        Phrase(english: "\(title) names its models \(form).", chinese: "\(title) 的模型名写成 \(form)。")
    }

    func keepsHeaders(_ names: String) -> Phrase {
        Phrase(
            english: "\(names) goes to the addresses of \(title) only, not to this one.",
            chinese: "\(names) 只发往 \(title) 的地址，不发往这里。")
    }

    var doesNotStream: Phrase {
        Phrase(english: "\(title) does not stream.", chinese: "\(title) 不支持流式。")
    }

    var getsThinking: Phrase {
        Phrase(
            english: "\(title) is not sent thinking as a rule; it goes out as given.",
            chinese: "一般不把思考发给 \(title)；仍原样发送。")
    }

    var wantsJSONNamed: Phrase {
        Phrase(
            english: "\(title) wants JSON to be asked for in a message too.",
            chinese: "\(title) 要求消息里也写明要 JSON。")
    }

    var hasNoSchemaThere: Phrase {
        Phrase(
            english: "\(title)'s document has no schema beside the type; it is sent as given.",
            chinese: "\(title) 的文档里 type 旁边没有 schema；仍原样发送。")
    }

    var hasNoThinkingSwitch: Phrase {
        Phrase(
            english: "\(title) has no switch for thinking; nothing is sent for it.",
            chinese: "\(title) 没有思考开关；不发送。")
    }

    func doesNotDocument(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) is not in \(title)'s document.", chinese: "\(title) 的文档里没有 \(name)。")
    }

    func answersWithError(_ name: String) -> Phrase {
        Phrase(
            english: "\(title) answers \(name) with an error.", chinese: "\(title) 收到 \(name) 会报错。")
    }

    func takesNoNotice(of name: String) -> Phrase {
        Phrase(
            english: "\(title) takes no notice of \(name).", chinese: "\(title) 会忽略 \(name)。")
    }

    func calls(_ name: String, _ other: String) -> Phrase {
        Phrase(
            english: "\(title) calls it \(other); \(name) is sent as given.",
            chinese: "\(title) 把它叫作 \(other)；\(name) 仍原样发送。")
    }

    func doesNotKnow(_ name: String) -> Phrase {
        Phrase(
            english: "\(name) is unknown to \(title)'s dialect and is sent as given.",
            chinese: "\(title) 的方言里没有 \(name)；仍原样发送。")
    }
}

/// What is said of a parameter's value.
extension ParameterSpec {
    func outside(_ value: String, of interval: Interval, what: Phrase, service: String) -> Phrase {
        Phrase(
            english: """
                \(what) \(value) is outside the range that \(service) documents, \
                \(interval.words); it is sent as given.
                """,
            chinese: "\(what) \(value) 超出 \(service) 文档的范围 \(interval.words)；仍原样发送。")
    }

    func member(_ member: String) -> Phrase {
        Phrase(english: "\(name) of \(member):", chinese: "\(name) 里 \(member) 的")
    }

    func mustNotBeEmpty(for service: String) -> Phrase {
        Phrase(
            english: "\(name) must not be empty for \(service).",
            chinese: "\(service) 的 \(name) 不能为空。")
    }

    func tooLong(_ text: String, for service: String) -> Phrase {
        let longest = longestText ?? 0
        return Phrase(
            english: """
                \(text) has more than the \(longest) bytes that \(service) takes for \(name); it \
                is sent as given.
                """,
            chinese: "\(text) 超过 \(service) 的 \(name) 允许的 \(longest) 字节；仍原样发送。")
    }

    func tooMany(_ count: Int, most: Int, for service: String) -> Phrase {
        let many =
            most == 1
            ? Phrase(english: "one text", chinese: "一个字符串")
            : Phrase(english: "at most \(most) texts", chinese: "至多 \(most) 个字符串")
        return Phrase(
            english: "\(service) takes \(many) for \(name); \(count) are set.",
            chinese: "\(service) 的 \(name) 只收\(many)；设了 \(count) 个。")
    }
}
