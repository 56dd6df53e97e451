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
        $0.uncheckedFacts = .portAndNoKey
        $0.reasoning = .templateSwitch
        $0.thinkingPlaces = [.reasoningContent]
        // sgl-project/sglang, entrypoints/openai/protocol.py.
        $0.continuation = .finalMessage
        $0.parameters = [
            .temperature, .topP, .topK.byDefault(-1).slid(-1...128, by: 1, 10),
            .minP.byDefault(0.0), .maxTokens, .maxCompletionTokens, .presencePenalty,
            .frequencyPenalty, .repetitionPenalty.byDefault(1.0), .stop,
            // structural_tag too.
            .schemaFormat.amongOthers(),
            .reasoning, .reasoningEffort,
            ParameterSpec("separate_reasoning", .boolean).byDefault(true)
                .hinted(.thinkingIntoContent),
            .seed, .n, .logitBias, .logprobs, .topLogprobs,
            ParameterSpec("stop_regex", .text)
                .hinted(.stopRegex),
            ParameterSpec("no_stop_trim", .boolean)
                .hinted(.keepsStop),
            ParameterSpec("stream_reasoning", .boolean)
                .hinted(.streamsThinking),
            ParameterSpec("regex", .text).hinted(.regex),
            ParameterSpec("ebnf", .text).hinted(.grammar),
        ]
    }
}
