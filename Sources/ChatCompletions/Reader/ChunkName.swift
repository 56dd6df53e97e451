/// The names of members that a chunk is read for.
enum ChunkName {
    case id, model, systemFingerprint, choices, usage, groq, error
    case index, delta, message, finishReason, logprobs
    case role, content, reasoningContent, reasoning, reasoningText, reasoningDetails, refusal
    case text, summary, audio, transcript, images
    case toolCalls, functionCall, function, name, arguments
    case token, logprob, topLogprobs, bytes, tokens, tokenLogprobs
    case promptTokens, completionTokens, totalTokens, completionDetails, promptDetails
    case reasoningTokens, cachedTokens, cacheHitTokens
    case other

    /// By length first: most names need one comparison, most unknown ones none.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch bytes.count {
        case 2: self = bytes.equals("id") ? .id : .other
        case 4: self = Self.four(bytes)
        case 5: self = Self.five(bytes)
        case 6: self = Self.six(bytes)
        case 7: self = Self.seven(bytes)
        case 8: self = Self.eight(bytes)
        case 9:
            self =
                bytes.equals("reasoning")
                ? .reasoning
                : bytes.equals("arguments") ? .arguments : .other
        case 10:
            self =
                bytes.equals("tool_calls")
                ? .toolCalls
                : bytes.equals("transcript") ? .transcript : .other
        default: self = Self.long(bytes)
        }
    }

    private static func four(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
        if bytes.equals("role") { return .role }
        if bytes.equals("name") { return .name }
        return bytes.equals("text") ? .text : .other
    }

    private static func five(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
        if bytes.equals("delta") { return .delta }
        if bytes.equals("index") { return .index }
        if bytes.equals("model") { return .model }
        if bytes.equals("usage") { return .usage }
        if bytes.equals("error") { return .error }
        if bytes.equals("token") { return .token }
        if bytes.equals("audio") { return .audio }
        return bytes.equals("bytes") ? .bytes : .other
    }

    private static func six(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
        if bytes.equals("x_groq") { return .groq }
        if bytes.equals("images") { return .images }
        return bytes.equals("tokens") ? .tokens : .other
    }

    private static func seven(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
        if bytes.equals("content") { return .content }
        if bytes.equals("choices") { return .choices }
        if bytes.equals("message") { return .message }
        if bytes.equals("refusal") { return .refusal }
        if bytes.equals("summary") { return .summary }
        return bytes.equals("logprob") ? .logprob : .other
    }

    private static func eight(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
        if bytes.equals("logprobs") { return .logprobs }
        return bytes.equals("function") ? .function : .other
    }

    private static func long(_ bytes: UnsafeBufferPointer<UInt8>) -> Self {
        if bytes.equals("finish_reason") { return .finishReason }
        for (name, text) in longNames where bytes.equals(text) { return name }
        return .other
    }

    private static let longNames: [(Self, StaticString)] = [
        (.reasoningContent, "reasoning_content"),
        (.systemFingerprint, "system_fingerprint"), (.promptTokens, "prompt_tokens"),
        (.completionTokens, "completion_tokens"), (.totalTokens, "total_tokens"),
        (.topLogprobs, "top_logprobs"), (.completionDetails, "completion_tokens_details"),
        (.promptDetails, "prompt_tokens_details"), (.reasoningTokens, "reasoning_tokens"),
        (.cachedTokens, "cached_tokens"), (.cacheHitTokens, "prompt_cache_hit_tokens"),
        (.reasoningText, "reasoning_text"), (.tokenLogprobs, "token_logprobs"),
        (.reasoningDetails, "reasoning_details"), (.functionCall, "function_call"),
    ]
}

extension JSONScanner {
    @inline(__always)
    func name(_ raw: RawString) -> ChunkName {
        guard raw.hasEscapes else {
            return ChunkName(UnsafeBufferPointer(rebasing: bytes[raw.range]))
        }
        var text = text(raw)
        return text.withUTF8 { ChunkName($0) }
    }

    /// A string's place, or `nil` after stepping over a value of another type.
    @inline(__always)
    mutating func stringOrSkip() throws(Fault) -> RawString? {
        if peek() == UInt8(ascii: "\"") { return try rawString() }
        try skipValue()
        return nil
    }

    /// A whole number, `12.0` too, or `nil` after stepping over anything else.
    mutating func intOrSkip() throws(Fault) -> Int? {
        guard startsNumber else {
            try skipValue()
            return nil
        }
        let raw = try number()
        return raw.integer ?? double(raw).flatMap(Int.init(whole:))
    }

    /// An index, or `nil` after stepping over anything else.
    mutating func indexOrSkip() throws(Fault) -> PlaceTable.Sent? {
        guard startsNumber else {
            try skipValue()
            return nil
        }
        let raw = try number()
        let number = raw.integer ?? double(raw).flatMap(Int.init(whole:))
        if let place = Plausible.place(number) { return .number(place) }
        let text = UnsafeBufferPointer(rebasing: bytes[raw.range].prefix(64))
        return .odd(String(decoding: text, as: UTF8.self))
    }

    mutating func doubleOrSkip() throws(Fault) -> Double? {
        guard startsNumber else {
            try skipValue()
            return nil
        }
        return double(try number())
    }

    private var startsNumber: Bool {
        mutating get {
            let byte = peek()
            return byte == UInt8(ascii: "-") || (byte >= 0x30 && byte <= 0x39)
        }
    }
}
