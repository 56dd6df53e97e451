extension Provider {
    /// Mistral. Source: mistralai/client-python and docs.mistral.ai.
    public static let mistral = Provider(
        id: "mistral",
        title: "Mistral",
        endpoints: [
            Endpoint("https://api.mistral.ai/v1")
        ]
    ).with {
        $0.keyVariable = "MISTRAL_API_KEY"
        $0.documentation = "https://docs.mistral.ai/api"
        $0.uncheckedFacts = .usageInStreams
        $0.streamUsage = .always
        $0.thinkingPlaces = [.parts]
        // mistralai/client-python, models/assistantmessage.py.
        $0.continuation = .prefix
        $0.parameters = [
            // 0 to 0.7 is advised; the default is each model's own.
            .temperature, .topP, .maxTokens, .presencePenalty, .frequencyPenalty, .stop,
            .schemaFormat,
            ParameterSpec("random_seed", .integer).hinted(ParameterSpec.seed.hint),
            .n, .reasoningEffort,
            ParameterSpec("safe_prompt", .boolean)
                .hinted(.safePrompt),
        ]
    }
}
