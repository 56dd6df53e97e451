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
        $0.isChecked = false
        // On the last chunk, unasked.
        $0.streamUsage = .always
        $0.parameters = [
            .temperature, .topP, .topK.within(.closed(0, 100)).slid(0...100, by: 1, 10), .minP,
            .maxTokens, .presencePenalty, .frequencyPenalty,
            .repetitionPenalty.within(.closed(0, 2)), .stop, .schemaFormat, .reasoningEffort,
            ParameterSpec("context_length_exceeded_behavior", .choice(["truncate", "error"]))
                .byDefault("truncate")
                .hinted("What happens when prompt and answer exceed the context."),
        ]
    }
}
