import ChatCompletions
import Words

/// What the practice provider answers to a request that it refuses.
extension Phrase {
    static func unknownModel(_ name: String) -> Phrase {
        Phrase(
            english: "The model '\(name)' does not exist; GET /v1/models lists what is here.",
            chinese: "模型 '\(name)' 不存在；GET /v1/models 列出这里有的。")
    }

    static func unknownPath(_ path: String) -> Phrase {
        Phrase(
            english: "Nothing is served at \(path); try /v1/chat/completions or /v1/models.",
            chinese: "没有接口 \(path)；试试 /v1/chat/completions 或 /v1/models。")
    }

    static func wrongMethod(_ method: String, _ path: String, allowed: String) -> Phrase {
        Phrase(
            english: "\(method) is not allowed at \(path); use \(allowed).",
            chinese: "\(path) 不接受 \(method)；用 \(allowed)。")
    }

    static func noJSON(_ problem: JSONProblem) -> Phrase {
        Phrase(
            english: "The body is no JSON: \(problem.words).",
            chinese: "正文不是 JSON：\(problem.words)。")
    }

    static let objectWanted = Phrase(
        english: "The body must be a JSON object.", chinese: "正文应是 JSON 对象。")
    static let modelMissing = Phrase(
        english: "You must provide a model parameter.", chinese: "缺少参数 model。")
    static let messagesMissing = Phrase(
        english: "Missing required parameter: 'messages'.", chinese: "缺少必需的参数：'messages'。")
    static let messagesEmpty = Phrase(
        english: "'messages' must hold at least one message.", chinese: "'messages' 里至少要有一条消息。")
    static let logprobsNeeded = Phrase(
        english: "'top_logprobs' needs 'logprobs' to be true.",
        chinese: "'top_logprobs' 要求 'logprobs' 为 true。")
    static let badFormat = Phrase(
        english: "Invalid value for 'response_format': its 'type' can be 'text' or 'json_object'.",
        chinese: "'response_format' 的值不对：'type' 可以是 'text' 或 'json_object'。")

    static func wrongType(_ name: String, _ wanted: Phrase) -> Phrase {
        Phrase(
            english: "Invalid type for '\(name)': expected \(wanted).",
            chinese: "'\(name)' 的类型不对：应是\(wanted)。")
    }

    static func outside(_ name: String, _ value: String, _ lower: String, _ upper: String) -> Phrase
    {
        Phrase(
            english: "Invalid value for '\(name)': \(value) is not between \(lower) and \(upper).",
            chinese: "'\(name)' 的值不对：\(value) 不在 \(lower) 和 \(upper) 之间。")
    }

    static func badRole(_ place: String, roles: String) -> Phrase {
        Phrase(
            english: "Invalid value for '\(place).role': expected one of \(roles).",
            chinese: "'\(place).role' 的值不对：应是 \(roles) 之一。")
    }

    static func badBias(_ name: String) -> Phrase {
        Phrase(
            english: "Invalid value for 'logit_bias': '\(name)' needs a number from -100 to 100.",
            chinese: "'logit_bias' 的值不对：'\(name)' 应是 -100 到 100 的数字。")
    }

    static func tooManyStrings(_ name: String, most: Int) -> Phrase {
        Phrase(
            english: "'\(name)' takes at most \(most) strings.",
            chinese: "'\(name)' 至多 \(most) 个字符串。")
    }

    static func emptyString(_ name: String) -> Phrase {
        Phrase(english: "'\(name)' must not hold an empty string.", chinese: "'\(name)' 里不能有空字符串。")
    }
}

/// What a member should be.
extension Phrase {
    static let aString = Phrase(english: "a string", chinese: "字符串")
    static let aStringOrStrings = Phrase(
        english: "a string or an array of strings", chinese: "字符串或字符串数组")
    static let aStringOrArray = Phrase(english: "a string or an array", chinese: "字符串或数组")
    static let anArray = Phrase(english: "an array", chinese: "数组")
}
