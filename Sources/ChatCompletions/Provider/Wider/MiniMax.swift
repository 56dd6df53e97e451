extension Provider {
    /// MiniMax. Source: second hand.
    public static let miniMax = Provider(
        id: "minimax",
        title: "MiniMax",
        endpoints: [
            Endpoint("https://api.minimax.io/v1", note: .international),
            Endpoint("https://api.minimaxi.com/v1", note: .china),
        ]
    ).with {
        $0.keyVariable = "MINIMAX_API_KEY"
        $0.uncheckedFacts = .allSecondHand
        $0.modelsPath = nil
        $0.reasoning = ReasoningControl(
            on: [.init("thinking", ["type": "adaptive"])],
            off: [.init("thinking", ["type": "disabled"])]
        )
        // <think> unless reasoning_split is on.
        $0.thinkingPlaces = [.thinkTags, .reasoningContent, .reasoningDetails]
        $0.ignores = ["presence_penalty", "frequency_penalty", "logit_bias"]
        $0.parameters = [
            // Else an error.
            .temperature.within(.closed(0, 2)), .topP,
            // Preferred to the other name.
            .maxCompletionTokens, .maxTokens, .reasoning,
            ParameterSpec("reasoning_split", .boolean)
                .hinted(.reasoningSplit),
            .n.within(.closed(1, 1)).slid(1...1, by: 1, 1),
        ]
    }
}
