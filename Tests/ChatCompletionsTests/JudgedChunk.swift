import ChatCompletions

/// The rules for a chunk written down a second time, plainly and slowly, over `JSONValue`: the
/// judge of the reader that walks over bytes.
func judgedDelta(_ json: JSONValue) -> Delta {
    var delta = Delta()
    delta.id = filled(json["id"])
    delta.model = filled(json["model"])
    delta.systemFingerprint = filled(json["system_fingerprint"])
    let choices = json["choices"]?.array ?? []
    for (place, choice) in choices.enumerated() where choice.members != nil {
        delta.choices.append(judgedChoice(choice, place))
    }
    let inner = choices.lazy.compactMap { judgedUsage($0["usage"]) }.first
    let outer = judgedUsage(json["usage"])
    let order = (json.members ?? []).map(\.name)
    let groq = judgedUsage(json["x_groq"]?["usage"])
    let isGroqFirst = order.firstIndex(of: "x_groq") ?? 0 < order.firstIndex(of: "choices") ?? 0
    delta.usage = outer ?? (isGroqFirst ? groq ?? inner : inner ?? groq)
    return delta
}

private func judgedChoice(_ json: JSONValue, _ place: Int) -> ChoiceDelta {
    var choice = ChoiceDelta(index: judgedPlace(json["index"]) ?? place)
    choice.finishReason = filled(json["finish_reason"])
    let delta = json["delta"]
    let message = delta?.members != nil ? delta : json["message"]
    choice.role = message?["role"]?.string
    let thinking = judgedContent(message?["content"], into: &choice)
    if let refusal = filled(message?["refusal"]) { choice.refusal = refusal }
    let names = ["reasoning_content", "reasoning", "reasoning_text"]
    choice.reasoning =
        names.lazy.compactMap { filled(message?[$0]) }.first
        ?? (thinking.isEmpty ? judgedDetails(message?["reasoning_details"]) : thinking)
    for (place, call) in (message?["tool_calls"]?.array ?? []).enumerated()
    where call.members != nil {
        choice.toolCalls.append(judgedCall(call, place))
    }
    if let call = message?["function_call"], call.members != nil, choice.toolCalls.isEmpty {
        choice.toolCalls = [judgedCall(["function": call], 0)]
    }
    choice.attachments.pictures += (message?["images"]?.array ?? []).count { !$0.isNull }
    if let audio = message?["audio"], audio.members != nil {
        choice.attachments.sounds = max(choice.attachments.sounds, 1)
        if choice.content.isEmpty { choice.content = audio["transcript"]?.string ?? "" }
    }
    let isSilent =
        choice.content.isEmpty && choice.reasoning.isEmpty && choice.refusal.isEmpty
        && choice.toolCalls.isEmpty
    if isSilent { choice.content = json["text"]?.string ?? "" }
    choice.logprobs = judgedLogprobs(json["logprobs"])
    return choice
}

private func judgedContent(_ content: JSONValue?, into choice: inout ChoiceDelta) -> String {
    if let text = content?.string { choice.content = text }
    var thinking = ""
    let single = content?.members == nil ? [] : [content ?? .null]
    for part in content?.array ?? single {
        switch part["type"]?.string ?? "" {
        case "thinking": thinking += judgedPart(part["thinking"])
        case "refusal": choice.refusal += part["refusal"]?.string ?? ""
        case "", "text", "reference": choice.content += judgedPart(part)
        case let type where type.contains("image"): choice.attachments.pictures += 1
        case let type where type.contains("audio"): choice.attachments.sounds += 1
        default:
            let text = judgedPart(part)
            if text.isEmpty { choice.attachments.others += 1 } else { choice.content += text }
        }
    }
    return thinking
}

private func judgedDetails(_ details: JSONValue?) -> String {
    (details?.array ?? []).map { filled($0["text"]) ?? filled($0["summary"]) ?? "" }.joined()
}

private func judgedPart(_ part: JSONValue?) -> String {
    if let parts = part?.array { return parts.map { judgedPart($0) }.joined() }
    return part?.string ?? part?["text"]?.string ?? ""
}

private func judgedCall(_ json: JSONValue, _ place: Int) -> ToolCallDelta {
    var call = ToolCallDelta(index: judgedPlace(json["index"]) ?? place)
    call.id = json["id"]?.string
    call.name = json["function"]?["name"]?.string
    let arguments = json["function"]?["arguments"] ?? .null
    call.arguments = arguments.string ?? (arguments.isNull ? "" : arguments.text)
    return call
}

private func judgedLogprobs(_ json: JSONValue?) -> [TokenLogprob] {
    let lists = [json?["content"], json?["refusal"]].flatMap { $0?.array ?? [] }
    let tokens = lists.filter { $0.members != nil }.map { judgedToken($0, levels: 1) }
    if !tokens.isEmpty { return tokens }
    let texts = (json?["tokens"]?.array ?? []).enumerated()
    return texts.map { place, text in
        TokenLogprob(
            token: text.string ?? "",
            logprob: json?["token_logprobs"]?[place]?.double ?? -9999,
            top: judgedTops(json?["top_logprobs"]?[place])
        )
    }
}

private func judgedToken(_ json: JSONValue, levels: Int) -> TokenLogprob {
    let bytes = json["bytes"]?.array?.map { $0.int.flatMap(UInt8.init(exactly:)) }
    return TokenLogprob(
        token: json["token"]?.string ?? "",
        logprob: json["logprob"]?.double ?? -9999,
        top: levels > 0 ? judgedTops(json["top_logprobs"]) : [],
        bytes: bytes?.contains(nil) == true ? nil : bytes?.compactMap(\.self)
    )
}

/// A list of tokens, or in the older form a table of them.
private func judgedTops(_ json: JSONValue?) -> [TokenLogprob] {
    let tokens = (json?.array ?? []).filter { $0.members != nil }
    let table = (json?.members ?? []).map {
        TokenLogprob(token: $0.name, logprob: $0.value.double ?? -9999)
    }
    return tokens.map { judgedToken($0, levels: 0) } + table.sorted { $0.logprob > $1.logprob }
}

private func judgedPlace(_ json: JSONValue?) -> Int? {
    json?.int.flatMap { $0 >= 0 && $0 < 1 << 20 ? $0 : nil }
}

private func judgedCount(_ json: JSONValue?) -> Int? {
    json?.int.flatMap { $0 >= 0 && $0 <= 1 << 53 ? $0 : nil }
}

private func judgedUsage(_ json: JSONValue?) -> Usage? {
    let usage = Usage(
        promptTokens: judgedCount(json?["prompt_tokens"]),
        completionTokens: judgedCount(json?["completion_tokens"]),
        totalTokens: judgedCount(json?["total_tokens"]),
        reasoningTokens: judgedCount(json?["completion_tokens_details"]?["reasoning_tokens"]),
        cachedTokens: judgedCount(json?["prompt_tokens_details"]?["cached_tokens"])
    )
    return usage == Usage() ? nil : usage
}

private func filled(_ value: JSONValue?) -> String? {
    value?.string?.isEmpty == false ? value?.string : nil
}
