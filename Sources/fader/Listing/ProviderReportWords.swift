import ChatCompletions
import Words

/// The words of a dialect's facts.
extension ParameterSpec {
    /// Range, default, limits: what a document says, one phrase each.
    var facts: [Phrase] {
        [
            printedRange,
            accepted.map { Phrase(english: "\($0.words) accepted", chinese: "\($0.words) 也接受") },
            defaultText,
            sentByDefault.map {
                Phrase(english: "sends \($0.text) unless set", chinese: "不设也发 \($0.text)")
            },
            longestText.map {
                Phrase(english: "each at most \($0) bytes", chinese: "每个至多 \($0) 字节")
            },
            staysInAnswer.map {
                $0
                    ? Phrase(english: "stays in the answer", chinese: "留在回答里")
                    : Phrase(english: "not in the answer", chinese: "不在回答里")
            },
            isArrayOnly ? Phrase(english: "sent as a list", chinese: "以数组发送") : nil,
            refusesEmpty ? Phrase(english: "never empty", chinese: "不能为空") : nil,
            isDocumented ? nil : Phrase(english: "not documented", chinese: "文档未列"),
        ].compactMap(\.self)
    }

    private var printedRange: Phrase? {
        guard let words = range?.words else { return nil }
        return kind == .json ? Phrase(english: "each \(words)", chinese: "每个 \(words)") : words
    }

    private var defaultText: Phrase? {
        switch defaultValue {
        case .unstated: nil
        case .infinite: Phrase(english: "default inf", chinese: "默认 inf")
        case .value(let value):
            Phrase(english: "default \(value.text)", chinese: "默认 \(value.text)")
        }
    }
}

extension ParameterSpec.Kind {
    var words: Phrase {
        switch self {
        case .number: Phrase(english: "number", chinese: "数字")
        case .integer: Phrase(english: "integer", chinese: "整数")
        case .boolean: Phrase(english: "true or false", chinese: "true 或 false")
        case .choice(let choices): Phrase(verbatim: choices.joined(separator: "|"))
        case .text, .strings(max: 1): Phrase(english: "text", chinese: "字符串")
        case .strings(max: let most?):
            Phrase(english: "text, or up to \(most)", chinese: "字符串，至多 \(most) 个")
        case .strings(max: nil): Phrase(english: "text, or several", chinese: "字符串，可多个")
        case .json: Phrase(verbatim: "JSON")
        }
    }
}

extension Provider {
    /// How a request for a certain JSON schema looks, as far as the dialect has one.
    var schemaShapes: [Phrase] {
        guard case .choice(let types)? = parameter("response_format")?.kind else { return [] }
        let beside = takesSchemaBesideType ? [#"{"type": "json_object", "schema": …}"#] : []
        let inside =
            types.contains("json_schema")
            ? [#"{"type": "json_schema", "json_schema": …}"#] : []
        return (beside + inside).map { Phrase(verbatim: $0) }
    }

    /// Where the key is.
    var keyPlace: Phrase {
        guard let variable = keyVariable else { return Phrase(english: "none", chinese: "无") }
        return needsKey
            ? Phrase(verbatim: variable)
            : Phrase(
                english: "\(variable), if the server wants one", chinese: "\(variable)，服务器要求时才发")
    }
}

extension Provider.Offer {
    var words: Phrase {
        switch self {
        case .documented: Phrase(english: "documented", chinese: "文档已列")
        case .undocumented: Phrase(english: "offered, not documented", chinese: "能用，文档未列")
        case .refused: Phrase(english: "refused", chinese: "被拒绝")
        }
    }
}

extension Provider.StreamUsage {
    var words: Phrase {
        switch self {
        case .onRequest:
            Phrase(english: "asked for with stream_options", chinese: "通过 stream_options 请求")
        case .always: Phrase(english: "always", chinese: "总会返回")
        case .never:
            Phrase(english: "not documented, not asked for", chinese: "文档未列，不主动要")
        }
    }
}

extension Provider.ReasoningHistory {
    var words: Phrase {
        switch self {
        case .stripped: Phrase(english: "never sent back", chinese: "不发回")
        case .withToolCalls:
            Phrase(english: "sent back once there are tool calls", chinese: "有工具调用之后发回")
        case .sentBack: Phrase(english: "sent back", chinese: "发回")
        }
    }
}

extension Provider.Continuation {
    var words: Phrase {
        switch self {
        case .trailing:
            Phrase(english: "by an assistant message at the end", chinese: "以 assistant 消息结尾")
        case .partial: Phrase(verbatim: "\"partial\": true")
        case .prefix: Phrase(verbatim: "\"prefix\": true")
        case .finalMessage: Phrase(verbatim: "\"continue_final_message\": true")
        case .besideMessages: Phrase(verbatim: "\"prefix\": \"…\"")
        }
    }
}

extension Provider {
    var continuationWords: Phrase {
        guard let way = continuation?.words else { return .empty }
        guard let address = continuationAddress else { return way }
        return way + Phrase(english: ", at \(address)", chinese: "，在 \(address)")
    }
}

extension Provider.ThinkingPlace {
    var words: Phrase {
        switch self {
        case .reasoningContent, .reasoning, .reasoningDetails:
            Phrase(english: "in \(rawValue)", chinese: "在 \(rawValue) 里")
        case .parts: Phrase(english: "in parts of the content", chinese: "在 content 的内容块里")
        case .thinkTags: Phrase(english: "in <think> tags", chinese: "在 <think> 标签里")
        }
    }
}

extension Provider.Prices.PerMillion {
    /// `tiny: 1.0 in, 0.1 cached, 4.0 out (CNY for a million tokens)`.
    func text(in currency: String) -> Phrase {
        let prices = [
            input.map(\.description).map { Phrase(english: "\($0) in", chinese: "输入 \($0)") },
            cachedInput.map(\.description).map {
                Phrase(english: "\($0) cached", chinese: "缓存 \($0)")
            },
            output.map(\.description).map { Phrase(english: "\($0) out", chinese: "输出 \($0)") },
        ].compactMap(\.self).joined(separator: Phrase(english: ", ", chinese: "，"))
        return Phrase(
            english: "\(model): \(prices) (\(currency) for a million tokens)",
            chinese: "\(model)：\(prices)（每百万 token，\(currency)）")
    }
}

/// What the facts are about.
extension Phrase {
    static let baseURLFact = Phrase(english: "base URL", chinese: "接口地址")
    static let orFact = Phrase(english: "or", chinese: "或")
    static let pathsFact = Phrase(english: "paths", chinese: "路径")
    static let modelsListFact = Phrase(english: "models list", chinese: "模型列表")
    static let modelsFact = Phrase(english: "models", chinese: "模型")
    static let modelNamesFact = Phrase(english: "model names", chinese: "模型名写法")
    static let keyFact = Phrase(english: "key", chinese: "密钥")
    static let keyHeaderFact = Phrase(english: "key header", chinese: "密钥请求头")
    static let headersFact = Phrase(english: "headers", chinese: "请求头")
    static let sourceFact = Phrase(english: "source", chinese: "出处")
    static let uncheckedFact = Phrase(english: "not looked up", chinese: "未核实")
    static let messagesFact = Phrase(english: "messages in", chinese: "消息成员")
    static let streamingFact = Phrase(english: "streaming", chinese: "流式")
    static let streamUsageFact = Phrase(english: "usage in stream", chinese: "流式的用量")
    static let thinkingOnFact = Phrase(english: "thinking on", chinese: "开启思考")
    static let thinkingOffFact = Phrase(english: "thinking off", chinese: "关闭思考")
    static let thinkingComesFact = Phrase(english: "thinking comes", chinese: "思考位置")
    static let thinkingBackFact = Phrase(english: "thinking back", chinese: "发回思考")
    static let continuationFact = Phrase(english: "continues", chinese: "续写")
    static let schemaFact = Phrase(english: "schema goes", chinese: "schema 写法")
    static let refusesFact = Phrase(english: "refuses", chinese: "拒绝")
    static let ignoresFact = Phrase(english: "ignores", chinese: "忽略")
    static let priceFact = Phrase(english: "price", chinese: "价格")

    static let comma = Phrase(english: ", ", chinese: "，")
    static let notDocumented = Phrase(english: "not documented", chinese: "文档未列")
    static let noKeyVariable = Phrase(english: "no key", chinese: "无密钥")
    static let askedForInMessage = Phrase(
        english: "must be asked for in a message too", chinese: "消息里也要写明")

    static func address(_ url: String, _ note: Phrase) -> Phrase {
        note.isEmpty
            ? Phrase(verbatim: url)
            : Phrase(english: "\(url) (\(note))", chinese: "\(url)（\(note)）")
    }
}
