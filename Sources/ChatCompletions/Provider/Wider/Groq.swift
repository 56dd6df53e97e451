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
        $0.parameters = [
            .temperature, .topP,
            // max_completion_tokens is known only by hearsay.
            .maxTokens,
            .stop, .responseFormat, .seed,
            // logprobs, top_logprobs and logit_bias are answered with HTTP 400.
            .n.within(.closed(1, 1)).slid(1...1, by: 1, 1),
            .reasoningEffort,
            ParameterSpec("reasoning_format", .choice(["parsed", "raw", "hidden"]))
                .hinted("parsed gives the thinking apart, raw within <think> tags."),
        ]
    }
}
