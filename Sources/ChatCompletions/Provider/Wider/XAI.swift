extension Provider {
    /// xAI. Source: docs.x.ai, which calls chat completions deprecated in favour of Responses.
    public static let xAI = Provider(
        id: "xai",
        title: "xAI",
        endpoints: [
            Endpoint("https://api.x.ai/v1")
        ]
    ).with {
        $0.keyVariable = "XAI_API_KEY"
        $0.documentation = "https://docs.x.ai"
        // On few models.
        $0.thinkingPlaces = [.reasoningContent]
        $0.parameters = [
            .temperature, .topP, .maxCompletionTokens,
            // Errors on reasoning models.
            .presencePenalty, .frequencyPenalty, .stop.atMost(4),
            .schemaFormat,
            // An error on models that do not think.
            .reasoningEffort,
            .seed, .n, .logprobs, .topLogprobs,
        ]
    }
}
