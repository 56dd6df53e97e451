package import ChatCompletions

/// What came of an exchange, in the form in which the cases say what they expect.
package func caseResult(_ answer: Answer, _ end: ExchangeEnd) -> JSONValue {
    let tokens = answer.choices.map { $0.logprobs.map { JSONValue.string($0.token) } }
    return [
        "outcome": end.failure == nil ? "ok" : "error",
        "choices": .array(answer.choices.map(result)),
        "usage": answer.usage.map(result) ?? .null,
        "error": end.failure.map(result) ?? .null,
        "done": JSONValue(end.done),
        "skipped": .integer(end.skipped),
        "model": JSONValue(answer.model),
        "request_id": JSONValue(end.requestID ?? end.failure?.requestID),
        "retry_after_ms": JSONValue(end.failure?.retryAfterMilliseconds),
        "logprob_tokens": tokens.contains { !$0.isEmpty }
            ? .array(tokens.map(JSONValue.array)) : .null,
    ]
}

private func result(_ choice: Choice) -> JSONValue {
    let calls = choice.toolCalls.map { call -> JSONValue in
        [
            "id": .string(call.id), "name": .string(call.name),
            "arguments": .string(call.arguments),
        ]
    }
    var json: JSONValue = [
        "index": .integer(choice.index), "content": .string(choice.content),
        "reasoning": .string(choice.reasoning), "tool_calls": .array(calls),
        "finish_reason": JSONValue(choice.finishReason),
    ]
    if !choice.refusal.isEmpty { json["refusal"] = .string(choice.refusal) }
    return json
}

private func result(_ usage: Usage) -> JSONValue {
    var json: JSONValue = [
        "prompt_tokens": JSONValue(usage.promptTokens),
        "completion_tokens": JSONValue(usage.completionTokens),
        "total_tokens": JSONValue(usage.totalTokens),
    ]
    json["reasoning_tokens"] = usage.reasoningTokens.map(JSONValue.integer)
    json["cached_tokens"] = usage.cachedTokens.map(JSONValue.integer)
    return json
}

private func result(_ failure: Failure) -> JSONValue {
    var json: JSONValue = [
        "kind": .string(failure.kind.rawValue), "message": .string(failure.message),
    ]
    json["code"] = failure.code.map(JSONValue.string)
    json["type"] = failure.type.map(JSONValue.string)
    return json
}
