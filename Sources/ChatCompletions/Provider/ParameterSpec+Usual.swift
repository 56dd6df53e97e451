/// The parameters as most services know them: kind, slider and a sentence, and no claims about
/// ranges or defaults, which are each document's own.
extension ParameterSpec {
    static let temperature = ParameterSpec("temperature", .number)
        .slid(0...2, by: 0.05, 0.25, decimals: 2)
        .hinted("Higher is more surprising, 0 takes the likeliest token; change this or top_p.")

    static let topP = ParameterSpec("top_p", .number)
        .slid(0...1, by: 0.01, 0.1, decimals: 2)
        .hinted(
            "Keeps the likeliest tokens whose probabilities sum to this; change this or temperature."
        )

    static let topK = ParameterSpec("top_k", .integer)
        .slid(1...128, by: 1, 10)
        .hinted("Keeps so many of the likeliest tokens.")

    static let minP = ParameterSpec("min_p", .number)
        .slid(0...1, by: 0.01, 0.1, decimals: 2)
        .hinted("Keeps tokens that have at least this share of the likeliest one's probability.")

    static let presencePenalty = ParameterSpec("presence_penalty", .number)
        .slid(-2...2, by: 0.1, 0.5, decimals: 2)
        .hinted("Above 0, tokens that the text already has become less likely.")

    static let frequencyPenalty = ParameterSpec("frequency_penalty", .number)
        .slid(-2...2, by: 0.1, 0.5, decimals: 2)
        .hinted("Above 0, tokens become less likely each time the text has them.")

    static let repetitionPenalty = ParameterSpec("repetition_penalty", .number)
        .slid(0...2, by: 0.05, 0.25, decimals: 2)
        .hinted("Above 1, tokens of prompt and answer become less likely; 1 changes nothing.")

    static let maxTokens = ParameterSpec("max_tokens", .integer)
        .slid(1...8192, by: 16, 256)
        .hinted("The answer ends after so many tokens.")

    static let maxCompletionTokens = ParameterSpec("max_completion_tokens", .integer)
        .slid(1...16384, by: 64, 1024)
        .hinted("The answer, its thinking included, ends after so many tokens.")

    static let n = ParameterSpec("n", .integer)
        .slid(1...8, by: 1, 2)
        .hinted("So many answers to the same prompt.")

    static let seed = ParameterSpec("seed", .integer)
        .hinted("The same seed gives the same answer, as far as the service can.")

    static let stop = ParameterSpec("stop", .strings(max: nil))
        .hinted("The answer ends before any of these texts.")

    static let logitBias = ParameterSpec("logit_bias", .json)
        .hinted("Makes tokens more or less likely: {\"token id\": -100 to 100}.")

    static let logprobs = ParameterSpec("logprobs", .boolean)
        .hinted("Tells how likely each token of the answer was.")

    static let topLogprobs = ParameterSpec("top_logprobs", .integer)
        .slid(0...20, by: 1, 5)
        .hinted("Tells so many likely alternatives for each token; needs logprobs.")

    static let responseFormat = ParameterSpec("response_format", .choice(["text", "json_object"]))
        .hinted("json_object makes the answer a JSON object.")

    static let schemaFormat = ParameterSpec(
        "response_format",
        .choice(["text", "json_object", "json_schema"])
    )
    .hinted("json_object makes the answer JSON; a json_schema is given as an object.")

    static let reasoning = ParameterSpec("reasoning", .boolean)
        .hinted("Asks the model to think before it answers.")

    static let reasoningEffort = ParameterSpec(
        "reasoning_effort",
        .choice(["none", "low", "medium", "high"])
    )
    // Which of them a model takes is the model's own, and some take others.
    .amongOthers()
    .hinted("How much the model thinks before it answers.")

    static let stream = ParameterSpec("stream", .boolean)
        .hinted("Sends the answer token by token.")
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
