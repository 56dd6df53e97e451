extension Provider {
    /// Fireworks. Source: second hand.
    public static let fireworks = Provider(
        id: "fireworks",
        title: "Fireworks",
        endpoints: [
            Endpoint("https://api.fireworks.ai/inference/v1")
        ]
    ).with {
        $0.keyVariable = "FIREWORKS_API_KEY"
        $0.uncheckedFacts = .allSecondHand
        // On the last chunk, unasked.
        $0.streamUsage = .always
        $0.thinkingPlaces = [.reasoningContent]
        $0.takesSchemaBesideType = true
        $0.parameters = [
            .temperature, .topP, .topK.within(.closed(0, 100)).slid(0...100, by: 1, 10), .minP,
            ParameterSpec("typical_p", .number).slid(0...1, by: 0.01, 0.1, decimals: 2)
                .hinted(.typicalP),
            .maxTokens, .maxCompletionTokens, .presencePenalty, .frequencyPenalty,
            .repetitionPenalty.within(.closed(0, 2)), .stop,
            ParameterSpec("response_format", .choice(["json_object", "json_schema"]))
                .hinted(ParameterSpec.schemaFormat.hint),
            .reasoningEffort,
            ParameterSpec("context_length_exceeded_behavior", .choice(["truncate", "error"]))
                .byDefault("truncate")
                .hinted(.contextExceeded),
        ]
    }
}
