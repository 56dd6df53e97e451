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
        $0.uncheckedFacts = "its port, and that it wants no key"
        $0.reasoning = .templateSwitch
        $0.thinkingPlaces = [.reasoningContent]
        $0.parameters = [
            .temperature, .topP, .topK.byDefault(-1).slid(-1...128, by: 1, 10),
            .minP.byDefault(0.0), .maxTokens, .maxCompletionTokens, .presencePenalty,
            .frequencyPenalty, .repetitionPenalty.byDefault(1.0), .stop,
            // structural_tag too.
            .schemaFormat.amongOthers(),
            .reasoning, .reasoningEffort,
            ParameterSpec("separate_reasoning", .boolean).byDefault(true)
                .hinted("Puts the thinking into reasoning_content."),
            .seed, .n, .logitBias, .logprobs, .topLogprobs,
            ParameterSpec("stop_regex", .text)
                .hinted("The answer ends where this regular expression matches."),
            ParameterSpec("no_stop_trim", .boolean)
                .hinted("Whether the stop text stays part of the answer."),
            ParameterSpec("stream_reasoning", .boolean)
                .hinted("Whether the thinking is streamed too."),
            ParameterSpec("regex", .text).hinted("The answer matches this regular expression."),
            ParameterSpec("ebnf", .text).hinted("The answer follows this grammar."),
        ]
    }
}
