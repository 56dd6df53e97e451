extension Provider {
    /// Groq. Source: console.groq.com/docs (OpenAI compatibility, reasoning).
    public static let groq = Provider(
        id: "groq",
        title: "Groq",
        endpoints: [
            Endpoint("https://api.groq.com/openai/v1")
        ]
    ).with {
        $0.keyVariable = "GROQ_API_KEY"
        $0.documentation = "https://console.groq.com/docs/openai"
        $0.uncheckedFacts = .usageAndCompletionTokens
        // parsed and raw.
        $0.thinkingPlaces = [.reasoning, .thinkTags]
        // Answered with HTTP 400.
        $0.rejects = ["logprobs", "top_logprobs", "logit_bias"]
        $0.parameters = [
            .temperature, .topP,
            // max_completion_tokens and json_schema are known only by hearsay.
            .maxTokens, .maxCompletionTokens, .stop.atMost(4).stayingInAnswer(false),
            .responseFormat.amongOthers(),
            .seed,
            .n.within(.closed(1, 1)).slid(1...1, by: 1, 1),
            .reasoningEffort,
            ParameterSpec("reasoning_format", .choice(["parsed", "raw", "hidden"]))
                .hinted(.reasoningFormat),
            ParameterSpec("include_reasoning", .boolean)
                .hinted(.includeReasoningInstead),
        ]
    }
}
