extension Provider {
    /// Zhipu GLM. Source: docs.bigmodel.cn, "Chat completion".
    public static let zhipu = Provider(
        id: "zhipu",
        title: "Zhipu GLM",
        endpoints: [
            Endpoint("https://open.bigmodel.cn/api/paas/v4", note: .china),
            Endpoint("https://api.z.ai/api/paas/v4", note: .international),
        ]
    ).with {
        $0.keyVariable = "ZHIPU_API_KEY"
        $0.documentation = "https://docs.bigmodel.cn"
        $0.uncheckedFacts = .internationalAddress
        $0.modelsPath = nil
        $0.reasoning = .thinkingType
        $0.thinkingPlaces = [.reasoningContent]
        // Usage rides on a chunk unasked.
        $0.streamUsage = .always
        $0.parameters = [
            .temperature.within(.closed(0, 1)).slid(0...1, by: 0.05, 0.25, decimals: 2),
            .topP.within(.closed(0.01, 1)).slid(0.01...1, by: 0.01, 0.1, decimals: 2),
            .maxTokens.within(.closed(1, 131_072)).slid(1...32768, by: 64, 1024),
            // An array only.
            .stop.atMost(4).asArray(), .responseFormat, .reasoning, .reasoningEffort,
            ParameterSpec("do_sample", .boolean)
                .hinted(.doSample),
            ParameterSpec("request_id", .text).hinted(.requestID),
            ParameterSpec("user_id", .text).hinted(.userID),
        ]
    }
}
