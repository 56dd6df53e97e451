extension Provider {
    /// DeepSeek. Source: api-docs.deepseek.com, "Create chat completion" and "Thinking mode".
    public static let deepSeek = Provider(
        id: "deepseek",
        title: "DeepSeek",
        endpoints: [
            Endpoint("https://api.deepseek.com"),
            Endpoint("https://api.deepseek.com/beta", note: .strictTools),
        ]
    ).with {
        $0.keyVariable = "DEEPSEEK_API_KEY"
        $0.documentation = "https://api-docs.deepseek.com/api/create-chat-completion"
        $0.reasoning = .thinkingType
        $0.thinkingPlaces = [.reasoningContent]
        // With tool calls, thinking that is not sent back is answered with HTTP 400.
        $0.reasoningHistory = .withToolCalls
        $0.wantsJSONAskedFor = true
        // api-docs.deepseek.com/guides/chat_prefix_completion.
        $0.continuation = .prefix
        $0.continuationAddress = "https://api.deepseek.com/beta"
        $0.parameters = [
            // In thinking mode temperature and the penalties are ignored.
            .temperature,
            .topP,
            .maxTokens.within(.closed(1, 393_216)).slid(1...65536, by: 64, 1024),
            .presencePenalty,
            .frequencyPenalty,
            .stop.atMost(16),
            .responseFormat, .reasoning,
            ParameterSpec.reasoningEffort.kind(.choice(["none", "low", "high", "max"])),
            .logprobs, .topLogprobs,
        ]
    }
}
