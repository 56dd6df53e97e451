extension Provider {
    /// Together. Source: the request types of its Go SDK.
    public static let together = Provider(
        id: "together",
        title: "Together",
        endpoints: [
            Endpoint("https://api.together.xyz/v1")
        ]
    ).with {
        $0.keyVariable = "TOGETHER_API_KEY"
        $0.uncheckedFacts = .allButTypes
        $0.reasoning = ReasoningControl(
            on: [.init("reasoning", ["enabled": true])],
            off: [.init("reasoning", ["enabled": false])]
        )
        // By model.
        $0.thinkingPlaces = [.reasoning, .reasoningContent]
        $0.parameters = [
            // As printed.
            .temperature.within(.closed(0, 1)).slid(0...1, by: 0.05, 0.25, decimals: 2),
            .topP, .topK, .minP, .maxTokens, .presencePenalty, .frequencyPenalty,
            .repetitionPenalty, .stop.asArray(),
            // json_schema is hearsay.
            ParameterSpec("response_format", .choice(["json_object"])).amongOthers()
                .hinted(ParameterSpec.responseFormat.hint),
            .reasoning, .reasoningEffort, .seed, .n, .logitBias,
            // A number here, not a switch.
            ParameterSpec("logprobs", .integer).within(.closed(0, 20)).slid(0...20, by: 1, 5)
                .hinted(.alternatives),
            ParameterSpec("context_length_exceeded_behavior", .choice(["truncate", "error"]))
                .hinted(.contextExceeded),
        ]
    }
}
