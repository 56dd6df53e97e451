extension Provider {
    /// Ollama. Source: its page on OpenAI compatibility and openai.go. `logit_bias` and `n` are not
    /// supported; what exceeds the context is cut silently.
    public static let ollama = Provider(
        id: "ollama",
        title: "Ollama",
        endpoints: [
            Endpoint("http://localhost:11434/v1")
        ]
    ).with {
        $0.keyVariable = "OLLAMA_API_KEY"
        $0.needsKey = false
        $0.documentation = "https://github.com/ollama/ollama/blob/main/docs/openai.md"
        $0.uncheckedFacts = .contextOverflow
        $0.reasoning = .effort
        $0.thinkingPlaces = [.reasoning]
        // "Not supported"; tool_choice and user too.
        $0.ignores = ["logit_bias", "n", "tool_choice", "user"]
        $0.parameters = [
            .temperature, .topP, .maxTokens, .presencePenalty, .frequencyPenalty, .stop,
            .schemaFormat,
            .reasoning,
            ParameterSpec("reasoning_effort", .choice(["none", "low", "medium", "high"]))
                .hinted(ParameterSpec.reasoningEffort.hint),
            .seed,
        ]
    }
}
