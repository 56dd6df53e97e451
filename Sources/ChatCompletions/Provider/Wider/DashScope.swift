extension Provider {
    /// Alibaba's Bailian, through DashScope's compatible mode. Source: copies of the pages at
    /// help.aliyun.com/zh/model-studio.
    public static let dashScope = Provider(
        id: "dashscope",
        title: "Alibaba Bailian (DashScope)",
        endpoints: [
            Endpoint(
                "https://dashscope.aliyuncs.com/compatible-mode/v1",
                note: .chinaOwnKeys),
            Endpoint(
                "https://dashscope-intl.aliyuncs.com/compatible-mode/v1", note: .international),
        ]
    ).with {
        $0.keyVariable = "DASHSCOPE_API_KEY"
        $0.documentation = "https://help.aliyun.com/zh/model-studio"
        $0.uncheckedFacts = .allFromPagesCopies
        $0.modelsPath = nil
        // Thinking may demand streaming.
        $0.reasoning = .enableThinking
        $0.thinkingPlaces = [.reasoningContent]
        // alibabacloud.com/help/en/model-studio/partial-mode, without thinking.
        $0.continuation = .partial
        $0.parameters = [
            .temperature.within(.from(0, below: 2)).slid(0...1.95, by: 0.05, 0.25, decimals: 2),
            .topP.within(.above(0, to: 1)).slid(0.01...1, by: 0.01, 0.1, decimals: 2),
            .maxTokens, .presencePenalty.within(.closed(-2, 2)), .stop,
            // json_schema is hearsay.
            .responseFormat.amongOthers(),
            .reasoning,
            // On some models.
            .reasoningEffort,
            ParameterSpec("thinking_budget", .integer)
                .hinted(.thinkingBudget),
            // On one model only.
            .n.within(.closed(1, 4)).slid(1...4, by: 1, 1),
        ]
    }
}
