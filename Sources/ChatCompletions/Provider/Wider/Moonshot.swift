extension Provider {
    /// Moonshot's Kimi. Source: platform.kimi.com/docs/api/chat, the keys' regions second hand.
    public static let moonshot = Provider(
        id: "moonshot",
        title: "Moonshot (Kimi)",
        endpoints: [
            Endpoint(
                "https://api.moonshot.cn/v1", note: "China; keys do not work in the other region"),
            Endpoint("https://api.moonshot.ai/v1", note: "international"),
        ]
    ).with {
        $0.keyVariable = "MOONSHOT_API_KEY"
        $0.documentation = "https://platform.kimi.com/docs/api/chat"
        $0.isChecked = false
        $0.reasoning = .thinkingType
        // Kept with tools.
        $0.reasoningHistory = .sentBack
        $0.parameters = [
            // Fixed on K2.5 and K2.6.
            .temperature, .topP,
            .maxCompletionTokens, .presencePenalty, .frequencyPenalty,
            // Each at most 32 bytes.
            ParameterSpec.stop.kind(.strings(max: 5)),
            .schemaFormat, .reasoning, .n.within(.closed(1, 5)).byDefault(1).slid(1...5, by: 1, 2),
        ]
    }
}
