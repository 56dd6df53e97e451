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
        $0.reasoning = ReasoningControl(
            on: [.init("reasoning_effort", "medium")],
            off: [.init("reasoning_effort", "none")]
        )
        $0.parameters = [
            .temperature, .topP, .maxTokens, .presencePenalty, .frequencyPenalty, .stop,
            .schemaFormat,
            ParameterSpec.reasoningEffort,
            .seed,
        ]
    }
}
