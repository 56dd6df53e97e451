import ChatCompletions

/// An exchange's result as the one JSON object that `fader send --json` prints.
enum AnswerReport {
    /// The object: outcome, choices, usage, error and figures. What is not known is null.
    ///
    /// - Parameters:
    ///   - head: `nil` when no answer came at all.
    ///   - exchange: the exchange's id in the library, when it was recorded.
    ///   - figures: how the answer flowed; without them its gaps are left out, and its speed is that
    ///     of its times as a whole.
    static func json(
        answer: Answer,
        end: ExchangeEnd,
        head: ResponseHead?,
        exchange: ExchangeID? = nil,
        figures: StreamFigures? = nil
    ) -> JSONValue {
        let tokens = answer.choices.map { $0.logprobs.map { JSONValue.string($0.token) } }
        let hasTokens = tokens.contains { !$0.isEmpty }
        var json: JSONValue = [
            "outcome": end.failure == nil ? "ok" : "error",
            "choices": .array(answer.choices.map(choice)),
            "usage": answer.usage.map(usage) ?? .null,
            "error": end.failure.map(error) ?? .null,
            "done": JSONValue(end.done),
            "skipped": .integer(end.skipped),
            "model": JSONValue(answer.model),
            "request_id": JSONValue(end.requestID ?? end.failure?.requestID),
            "retry_after_ms": JSONValue(end.failure?.retryAfterMilliseconds),
            "logprob_tokens": hasTokens ? .array(tokens.map(JSONValue.array)) : .null,
            "status": JSONValue(head?.status ?? end.failure?.status),
            "timings": timings(end, figures, tokens: answer.usage?.completionTokens),
            "exchange": JSONValue(exchange?.rawValue),
            "id": JSONValue(answer.id),
            "system_fingerprint": JSONValue(answer.systemFingerprint),
        ]
        json["details"] = details(answer.details)
        return json
    }

    /// What else the answer held; `nil` when that is nothing.
    private static func details(_ details: Details) -> JSONValue? {
        details.members.isEmpty ? nil : .object(details.members)
    }

    private static func choice(_ choice: Choice) -> JSONValue {
        var json: JSONValue = [
            "index": .integer(choice.index),
            "content": .string(choice.content),
            "reasoning": .string(choice.reasoning),
            "tool_calls": .array(choice.toolCalls.map(call)),
            "finish_reason": JSONValue(choice.finishReason),
        ]
        if !choice.refusal.isEmpty { json["refusal"] = .string(choice.refusal) }
        json["attachments"] = attachments(choice.attachments)
        json["details"] = details(choice.details)
        return json
    }

    private static func attachments(_ things: Attachments) -> JSONValue? {
        if things.isEmpty { return nil }
        return [
            "pictures": .integer(things.pictures), "sounds": .integer(things.sounds),
            "others": .integer(things.others),
        ]
    }

    static func call(_ call: ToolCall) -> JSONValue {
        [
            "id": .string(call.id), "name": .string(call.name),
            "arguments": .string(call.arguments),
        ]
    }

    static func usage(_ usage: Usage) -> JSONValue {
        var json: JSONValue = [
            "prompt_tokens": JSONValue(usage.promptTokens),
            "completion_tokens": JSONValue(usage.completionTokens),
            "total_tokens": JSONValue(usage.totalTokens),
        ]
        json["reasoning_tokens"] = usage.reasoningTokens.map(JSONValue.integer)
        json["cached_tokens"] = usage.cachedTokens.map(JSONValue.integer)
        return json
    }

    static func error(_ failure: Failure) -> JSONValue {
        var json: JSONValue = [
            "kind": .string(failure.kind.rawValue), "message": .string(failure.message),
        ]
        json["code"] = failure.code.map(JSONValue.string)
        json["type"] = failure.type.map(JSONValue.string)
        return json
    }

    private static func timings(
        _ end: ExchangeEnd, _ figures: StreamFigures?, tokens: Int?
    ) -> JSONValue {
        let times = end.timings
        let speed = figures.map { tokens == nil ? nil : $0.tokensPerSecond }
        var json: JSONValue = [
            "connected": JSONValue(times.connected?.seconds),
            "first_byte": JSONValue(times.firstByte?.seconds),
            "first_token": JSONValue(times.firstToken?.seconds),
            "completed": JSONValue(times.completed?.seconds),
            "tokens_per_second": JSONValue(speed ?? tokensPerSecond(end, tokens: tokens)),
        ]
        if let figures { json["gaps"] = gaps(figures) }
        return json
    }

    /// Null where there is no gap, and of a single one the quantiles.
    private static func gaps(_ figures: StreamFigures) -> JSONValue {
        guard let longest = figures.longestGap else { return .null }
        let pauses = figures.pauses.map { pause in
            JSONValue.array([.number(pause.start.seconds), .number(pause.length.seconds)])
        }
        return [
            "p50": JSONValue(figures.medianGap?.seconds),
            "p95": JSONValue(figures.gap95?.seconds),
            "longest": .number(longest.seconds), "pauses": .array(pauses),
        ]
    }

    /// In a stream from the first token on; else over the whole wait, which is all that is known.
    private static func tokensPerSecond(_ end: ExchangeEnd, tokens: Int?) -> Double? {
        guard let tokens, let completed = end.timings.completed else { return nil }
        let start = end.done == nil ? .zero : end.timings.firstToken ?? .zero
        let seconds = (completed - start).seconds
        return seconds > 0 ? Double(tokens) / seconds : nil
    }
}
