extension Provider {
    /// SiliconFlow. Source: docs.siliconflow.cn, "Chat completions".
    public static let siliconFlow = Provider(
        id: "siliconflow",
        title: "SiliconFlow",
        endpoints: [
            Endpoint("https://api.siliconflow.cn/v1", note: .china),
            Endpoint("https://api.siliconflow.com/v1", note: .international),
        ]
    ).with {
        $0.keyVariable = "SILICONFLOW_API_KEY"
        $0.documentation = "https://docs.siliconflow.cn/cn/api-reference/chat-completions"
        $0.uncheckedFacts = .internationalAddressAndModels
        // For the models that are listed there.
        $0.reasoning = .enableThinking
        $0.thinkingPlaces = [.reasoningContent]
        // Not documented, so not asked for.
        $0.streamUsage = .never
        // docs.siliconflow.cn/features/prefix, without thinking.
        $0.continuation = .besideMessages
        $0.parameters = [
            .temperature, .topP, .topK,
            // For Qwen3.
            .minP.within(.closed(0, 1)),
            .maxTokens, .frequencyPenalty, .stop.atMost(4).stayingInAnswer(false),
            // Which kinds there are is not listed.
            .responseFormat.amongOthers(), .reasoning,
            ParameterSpec("thinking_budget", .integer).within(.closed(128, 32768)).byDefault(4096)
                .slid(128...32768, by: 128, 1024)
                .hinted(.thinkingBudget),
        ]
    }
}
