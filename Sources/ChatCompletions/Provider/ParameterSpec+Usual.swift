/// The parameters as most services know them: kind, slider and a sentence, and no claims about
/// ranges or defaults, which are each document's own.
extension ParameterSpec {
    static let temperature = ParameterSpec("temperature", .number)
        .slid(0...2, by: 0.05, 0.25, decimals: 2)
        .hinted(.temperature)

    static let topP = ParameterSpec("top_p", .number)
        .slid(0...1, by: 0.01, 0.1, decimals: 2)
        .hinted(.topP)

    static let topK = ParameterSpec("top_k", .integer)
        .slid(1...128, by: 1, 10)
        .hinted(.topK)

    static let minP = ParameterSpec("min_p", .number)
        .slid(0...1, by: 0.01, 0.1, decimals: 2)
        .hinted(.minP)

    static let presencePenalty = ParameterSpec("presence_penalty", .number)
        .slid(-2...2, by: 0.1, 0.5, decimals: 2)
        .hinted(.presencePenalty)

    static let frequencyPenalty = ParameterSpec("frequency_penalty", .number)
        .slid(-2...2, by: 0.1, 0.5, decimals: 2)
        .hinted(.frequencyPenalty)

    static let repetitionPenalty = ParameterSpec("repetition_penalty", .number)
        .slid(0...2, by: 0.05, 0.25, decimals: 2)
        .hinted(.repetitionPenalty)

    static let maxTokens = ParameterSpec("max_tokens", .integer)
        .slid(1...8192, by: 16, 256)
        .hinted(.maxTokens)

    static let maxCompletionTokens = ParameterSpec("max_completion_tokens", .integer)
        .slid(1...16384, by: 64, 1024)
        .hinted(.maxCompletionTokens)

    static let n = ParameterSpec("n", .integer)
        .slid(1...8, by: 1, 2)
        .hinted(.n)

    static let seed = ParameterSpec("seed", .integer)
        .hinted(.seed)

    static let stop = ParameterSpec("stop", .strings(max: nil))
        .hinted(.stop)

    static let logitBias = ParameterSpec("logit_bias", .json)
        .hinted(.logitBias)

    static let logprobs = ParameterSpec("logprobs", .boolean)
        .hinted(.logprobs)

    static let topLogprobs = ParameterSpec("top_logprobs", .integer)
        .slid(0...20, by: 1, 5)
        .hinted(.topLogprobs)

    static let responseFormat = ParameterSpec("response_format", .choice(["text", "json_object"]))
        .hinted(.responseFormat)

    static let schemaFormat = ParameterSpec(
        "response_format",
        .choice(["text", "json_object", "json_schema"])
    )
    .hinted(.schemaFormat)

    static let reasoning = ParameterSpec("reasoning", .boolean)
        .hinted(.reasoning)

    static let reasoningEffort = ParameterSpec(
        "reasoning_effort",
        .choice(["none", "low", "medium", "high"])
    )
    // Which of them a model takes is the model's own, and some take others.
    .amongOthers()
    .hinted(.reasoningEffort)

    static let stream = ParameterSpec("stream", .boolean)
        .hinted(.stream)
}

extension ParameterSpec {
    /// The parameter that most services know under that wire name; `nil` for a name that is no
    /// usual one.
    package static func usual(_ name: String) -> ParameterSpec? {
        [
            temperature, topP, topK, minP, presencePenalty, frequencyPenalty, repetitionPenalty,
            maxTokens, maxCompletionTokens, n, seed, stop, logitBias, logprobs, topLogprobs,
            responseFormat, reasoning, reasoningEffort,
        ].first { $0.name == name }
    }
}

extension Provider.ReasoningControl {
    /// `enable_thinking`, as Qwen's and Zhipu's models know it.
    static let enableThinking = Self(
        on: [.init("enable_thinking", true)],
        off: [.init("enable_thinking", false)]
    )

    /// `thinking: {"type": "enabled"}`.
    static let thinkingType = Self(
        on: [.init("thinking", ["type": "enabled"])],
        off: [.init("thinking", ["type": "disabled"])]
    )

    /// `reasoning_effort`, where `none` is one of its values.
    static let effort = Self(
        on: [.init("reasoning_effort", "medium")],
        off: [.init("reasoning_effort", "none")]
    )

    /// `chat_template_kwargs`, which servers hand to the model's template.
    static let templateSwitch = Self(
        on: [.init("chat_template_kwargs", ["enable_thinking": true])],
        off: [.init("chat_template_kwargs", ["enable_thinking": false])]
    )
}
