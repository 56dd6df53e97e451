public import Words

extension RequestProblem {
    /// One sentence: what is wrong, and what to do.
    public var sentence: Phrase {
        switch self {
        case .noBaseURL:
            Phrase(
                english: "No base URL is set: give one with --base-url or in the configuration.",
                chinese: "没有接口地址：用 --base-url 或在配置里指定。")
        case .badURL(let url, let problem):
            Phrase(
                english: "\(url) cannot be used: \(problem.words).",
                chinese: "\(url) 不能用：\(problem.words)。")
        case .refused(let finding): finding.sentence
        }
    }
}

extension URLParts.Problem {
    /// What is wrong with the address.
    public var words: Phrase {
        switch self {
        case .scheme:
            Phrase(
                english: "the address must begin with http:// or https://",
                chinese: "地址要以 http:// 或 https:// 开头")
        case .userInfo:
            Phrase(
                english: "the address must not hold a user name or a password",
                chinese: "地址里不能有用户名或密码")
        case .character:
            Phrase(
                english: "the address holds a character that does not belong there",
                chinese: "地址里有不该有的字符")
        case .host: Phrase(english: "the address has no usable host name", chinese: "地址里没有能用的主机名")
        case .port:
            Phrase(
                english: "the port must be a number from 1 to 65535", chinese: "端口应是 1 到 65535 的整数")
        case .fragment:
            Phrase(english: "the address must not have a part after #", chinese: "地址里不能有 # 和它后面的部分")
        }
    }
}

extension HeaderTemplate.Problem {
    /// What is wrong with the header.
    public var words: Phrase {
        switch self {
        case .name:
            Phrase(
                english: "a header's name is letters, digits, - and _",
                chinese: "请求头的名字只能有字母、数字、- 和 _")
        case .reserved:
            Phrase(
                english: "this header is not to be chosen: the connection or the body decides it",
                chinese: "这个请求头不能自定义：它由连接或正文决定")
        case .value:
            Phrase(
                english: "a header's value has no line ends and no control characters",
                chinese: "请求头的值里不能有换行和控制字符")
        case .variable:
            Phrase(english: "a variable is written ${NAME}", chinese: "变量写成 ${NAME}")
        }
    }
}

extension MessageProblem {
    /// What is wrong, to follow a message's place: `message 3 has no role …`.
    public var sentence: Phrase {
        switch self {
        case .notAnObject: Phrase(english: "is no JSON object", chinese: "不是 JSON 对象")
        case .noRole:
            Phrase(
                english: #"has no role: write "role": "user""#,
                chinese: #"没有 role：写上 "role": "user""#
            )
        case .nothingSaid:
            Phrase(english: "says nothing: it has only a role", chinese: "没有内容：只有 role")
        case .badContent:
            Phrase(
                english: "has a content that is neither a text nor a list of parts",
                chinese: "的 content 既不是字符串，也不是内容块的数组")
        }
    }
}

extension ParameterProblem {
    /// One sentence: what is wrong.
    public var sentence: Phrase {
        switch self {
        case .noName(let text):
            Phrase(
                english: "“\(text)” names no parameter; write NAME=VALUE.",
                chinese: "「\(text)」没有参数名；写成 NAME=VALUE。")
        case .noValue(let text):
            Phrase(
                english: "“\(text)” has no value; write \(text)=VALUE.",
                chinese: "「\(text)」没有值；写成 \(text)=VALUE。")
        }
    }
}

extension ParameterSpec.Interval {
    /// `[0, 2]`, `(0, 1]`, `≥ 1`, `≤ 4096`; ends that the document leaves open are `0 to 1`.
    public var words: Phrase {
        switch (lower, upper) {
        case (let lower?, let upper?):
            if lower.isClosed == nil, upper.isClosed == nil {
                return Phrase(
                    english: "\(lower.text) to \(upper.text)",
                    chinese: "\(lower.text) 到 \(upper.text)")
            }
            let opening = lower.isClosed == false ? "(" : "["
            let closing = upper.isClosed == false ? ")" : "]"
            return Phrase(verbatim: "\(opening)\(lower.text), \(upper.text)\(closing)")
        case (let lower?, nil):
            return Phrase(verbatim: (lower.isClosed == false ? "> " : "≥ ") + lower.text)
        case (nil, let upper?):
            return Phrase(verbatim: (upper.isClosed == false ? "< " : "≤ ") + upper.text)
        case (nil, nil): return Phrase(english: "any number", chinese: "任意数值")
        }
    }

    /// `[0, 2]`, `(0, 1]`, `≥ 1`, `≤ 4096`; ends that the document leaves open are `0 to 1`.
    public var description: String { words.english }
}

extension ParameterSpec.Bound {
    /// `2`, `-2`, `0.01`.
    fileprivate var text: String { Int(whole: value).map { String($0) } ?? value.description }
}
