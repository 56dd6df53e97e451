extension Provider {
    /// An SGLang server. Source: the OpenAI protocol in sgl-project/sglang.
    public static let sgLang = Provider(
        id: "sglang",
        title: "SGLang",
        endpoints: [
            Endpoint("http://localhost:30000/v1")
        ]
    ).with {
        $0.needsKey = false
        $0.documentation = "https://docs.sglang.ai"
        // Its port is known only by hearsay.
        $0.isChecked = false
        $0.reasoning = .templateSwitch
        $0.parameters = [
            .temperature, .topP, .topK.byDefault(-1).slid(-1...128, by: 1, 10),
            .minP.byDefault(0.0), .maxTokens, .maxCompletionTokens, .presencePenalty,
            .frequencyPenalty, .repetitionPenalty.byDefault(1.0), .stop, .schemaFormat,
            .reasoning, .reasoningEffort,
            ParameterSpec("separate_reasoning", .boolean).byDefault(true)
                .hinted("Puts the thinking into reasoning_content."),
            .seed, .n, .logitBias, .logprobs, .topLogprobs,
            ParameterSpec("regex", .text).hinted("The answer matches this regular expression."),
            ParameterSpec("ebnf", .text).hinted("The answer follows this grammar."),
        ]
    }
}
