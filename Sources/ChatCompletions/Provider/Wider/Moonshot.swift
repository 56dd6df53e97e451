extension Provider {
    /// Moonshot's Kimi. Source: platform.kimi.com/docs/api/chat, the keys' regions second hand.
    public static let moonshot = Provider(
        id: "moonshot",
        title: "Moonshot (Kimi)",
        endpoints: [
            Endpoint(
                "https://api.moonshot.cn/v1", note: .chinaOnlyKeys),
            Endpoint("https://api.moonshot.ai/v1", note: .international),
        ]
    ).with {
        $0.keyVariable = "MOONSHOT_API_KEY"
        $0.documentation = "https://platform.kimi.com/docs/api/chat"
        $0.uncheckedFacts = .regionsAndTemperature
        $0.reasoning = .thinkingType
        $0.thinkingPlaces = [.reasoningContent]
        // Kept with tools.
        $0.reasoningHistory = .withToolCalls
        // platform.moonshot.cn/docs/api/partial.
        $0.continuation = .partial
        $0.parameters = [
            // Fixed on K2.5 and K2.6.
            .temperature, .topP,
            .maxCompletionTokens, .presencePenalty, .frequencyPenalty,
            .stop.atMost(5, bytes: 32).stayingInAnswer(false),
            .schemaFormat, .reasoning, .n.within(.closed(1, 5)).slid(1...5, by: 1, 2),
        ]
    }
}
