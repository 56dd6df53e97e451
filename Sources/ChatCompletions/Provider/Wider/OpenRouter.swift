extension Provider {
    /// OpenRouter. Source: openrouter.ai/docs (parameters, reasoning tokens, usage accounting).
    public static let openRouter = Provider(
        id: "openrouter",
        title: "OpenRouter",
        endpoints: [
            Endpoint("https://openrouter.ai/api/v1")
        ]
    ).with {
        $0.keyVariable = "OPENROUTER_API_KEY"
        $0.documentation = "https://openrouter.ai/docs/api-reference/parameters"
        // Always in the last message; the switches have no effect any more.
        $0.streamUsage = .always
        $0.reasoning = ReasoningControl(
            on: [.init("reasoning", ["enabled": true])],
            off: [.init("reasoning", ["enabled": false])]
        )
        $0.thinkingPlaces = [.reasoning, .reasoningDetails]
        $0.parameters = [
            .temperature, .topP, .topK.within(.atLeast(0)).slid(0...128, by: 1, 10), .minP,
            ParameterSpec("top_a", .number).slid(0...1, by: 0.01, 0.1, decimals: 2)
                .hinted(.topA),
            .maxTokens, .maxCompletionTokens,
            .presencePenalty, .frequencyPenalty, .repetitionPenalty,
            // By model.
            .stop, .schemaFormat.amongOthers(), .reasoning, .seed, .logitBias,
            .logprobs, .topLogprobs,
            ParameterSpec("provider", .json)
                .hinted(.routing),
        ]
    }
}
