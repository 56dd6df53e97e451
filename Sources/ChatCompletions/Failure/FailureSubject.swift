/// What a server's error is about, by its words: statuses are used loosely (a used-up account comes
/// as 400, 402, 403 and 429), codes and messages less so.
enum FailureSubject: CaseIterable {
    case streamUsage, encryption, key, money, context, needsStream, noStream, system, model, access
    case filter, rate, loading, busy

    /// The first subject whose words the error has; the more certain ones come first.
    init?(of failure: Failure) {
        let parts = [failure.message, failure.code ?? "", failure.type ?? ""]
        let text = Array(parts.joined(separator: " ").lowercased().utf8)
        let found = Self.allCases.first { subject in subject.words.contains { text.holds($0) } }
        guard let found else { return nil }
        self = found
    }

    /// Words of OpenAI and its kin, of llama.cpp and vLLM, and of services in Chinese.
    private var words: [String] {
        switch self {
        case .streamUsage: ["stream_options", "include_usage"]
        case .encryption:
            [
                "request to an https server", "request was sent to https port",
                "request sent to https port", "plain http to an ssl",
            ]
        case .needsStream:
            [
                "only support stream", "only supports stream", "stream must be true",
                "enable the stream", "must set stream", "requires stream", "streaming is required",
                "仅支持流式", "只支持流式",
            ]
        case .noStream:
            [
                "stream is not supported", "streaming is not supported", "not support stream",
                "stream must be false", "不支持流式",
            ]
        case .system:
            [
                "system role", "role system", "role 'system'", "system prompt is not",
                "system message is not", "not support system", "developer instruction",
            ]
        case .key:
            [
                "invalid api key", "invalid_api_key", "incorrect api key", "invalidapikey",
                "api key not valid", "invalid authentication", "invalid token", "token expired",
                "authentication fails", "authentication_error", "no api key", "无效的令牌",
                "令牌已过期", "令牌验证失败", "无效的密钥", "密钥无效", "密钥错误", "apikey无效",
                "api key 无效", "api key无效", "身份验证失败", "认证失败", "鉴权失败", "未授权",
            ]
        case .money:
            [
                "insufficient_quota", "insufficient balance", "insufficient_balance",
                "insufficient credits", "insufficient_user_quota", "not enough balance",
                "credit balance", "exceeded your current quota", "exceeded_current_quota",
                "arrears", "arrearage", "overdue", "余额不足", "余额不够", "欠费", "额度不足",
                "额度已用", "充值", "账户余额", "套餐已到期",
            ]
        case .context:
            [
                "context length", "context_length", "maximum context", "context window",
                "context size", "context_size", "context_window", "prompt is too long",
                "too many tokens", "maximum sequence length", "range of input length",
                "max_total_tokens", "上下文长度", "上下文过长", "上下文窗口", "prompt 超长",
                "输入过长", "超出最大长度", "超过最大长度",
            ]
        case .model:
            [
                "model_not_found", "model not found", "model not exist", "model does not exist",
                "model_not_exist", "no such model", "unknown model", "invalid model",
                "not a valid model", "no available channel", "模型不存在", "找不到模型",
                "模型未找到", "无可用渠道", "不支持的模型", "模型名称",
            ]
        case .access:
            ["permission", "not activated", "accessdenied", "没有权限", "无权", "未开通"]
        case .filter:
            [
                "content_filter", "content management policy", "content_policy",
                "data_inspection_failed", "datainspectionfailed", "inappropriate content",
                "moderation", "敏感", "不安全", "违规",
            ]
        case .rate:
            [
                "rate limit", "rate_limit", "ratelimit", "too many requests", "throttling",
                "concurrency", "过于频繁", "请求频繁", "请求过多", "限流", "并发", "频率",
            ]
        case .loading: ["loading model", "model is loading", "currently loading"]
        case .busy:
            [
                "overloaded", "server is busy", "at capacity", "service unavailable", "繁忙",
                "过载", "访问量过大", "资源不足",
            ]
        }
    }
}

extension [UInt8] {
    /// Whether a word is somewhere in them.
    fileprivate func holds(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { word in
            withUnsafeBufferPointer { bytes in
                guard let first = word.first, bytes.count >= word.count else { return false }
                return (0...(bytes.count - word.count)).contains { place in
                    bytes[place] == first && bytes.holds(word, at: place)
                }
            }
        }
    }
}
