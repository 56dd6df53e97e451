extension Provider {
    /// LM Studio. Source: lmstudio-ai/docs, chat completions.
    public static let lmStudio = Provider(
        id: "lmstudio",
        title: "LM Studio",
        endpoints: [
            Endpoint("http://localhost:1234/v1")
        ]
    ).with {
        $0.keyVariable = "LMSTUDIO_API_KEY"
        $0.needsKey = false
        $0.documentation = "https://lmstudio.ai/docs"
        $0.uncheckedFacts = .schemaUsageKey
        $0.parameters = [
            .temperature, .topP, .topK, .maxTokens, .presencePenalty, .frequencyPenalty,
            ParameterSpec("repeat_penalty", .number).slid(0...2, by: 0.05, 0.25, decimals: 2)
                .hinted(ParameterSpec.repetitionPenalty.hint),
            .stop, .seed, .logitBias,
            ParameterSpec("response_format", .choice(["json_schema"])).amongOthers()
                .hinted(.schemaAsObject),
        ]
    }
}
