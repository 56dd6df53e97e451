extension Provider {
    /// Volcengine's Ark, with Doubao. Source: volcengine.com/docs/82379/1298454 and BytePlus' page.
    public static let ark = Provider(
        id: "ark",
        title: "Volcengine Ark (Doubao)",
        endpoints: [
            Endpoint("https://ark.cn-beijing.volces.com/api/v3", note: .china),
            Endpoint("https://ark.ap-southeast.bytepluses.com/api/v3", note: .international),
        ]
    ).with {
        $0.keyVariable = "ARK_API_KEY"
        $0.documentation = "https://www.volcengine.com/docs/82379/1298454"
        $0.uncheckedFacts = .internationalAddress
        $0.modelsPath = nil
        // There is "auto" too.
        $0.reasoning = .thinkingType
        $0.thinkingPlaces = [.reasoningContent]
        $0.parameters = [
            .temperature, .topP.byDefault(0.7),
            // The answer only; never together with max_completion_tokens.
            .maxTokens.byDefault(4096),
            .maxCompletionTokens,
            // Not on Seed 1.8 and later.
            .presencePenalty, .frequencyPenalty,
            // Not on reasoning models; 16 for DeepSeek V4.
            .stop.atMost(4), .logprobs, .topLogprobs, .logitBias,
            .schemaFormat, .reasoning, .reasoningEffort,
            ParameterSpec("service_tier", .choice(["auto", "default", "fast", "flex"]))
                .hinted(.serviceQueue),
        ]
    }
}
