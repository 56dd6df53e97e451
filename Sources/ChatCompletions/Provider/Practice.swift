extension Provider {
    /// The built-in practice server: a small language model on the own machine, on which every
    /// control works. Its ranges are those that the server itself checks.
    public static let practice = Provider(id: "practice", title: "Practice", endpoints: [])
        .with {
            $0.needsKey = false
            $0.keyHeader = nil
            $0.documentation = "fader practice --help"
            $0.models = ["practice", "practice-thinking", "practice-bigram"]
            $0.reasoning = .enableThinking
            $0.thinkingPlaces = [.reasoningContent]
            $0.continuation = .trailing
            $0.parameters = [
                .temperature.within(.closed(0, 2)).byDefault(0.8),
                .topP.within(.closed(0, 1)).byDefault(1.0),
                .topK.within(.closed(-1, 100_000)).byDefault(0).slid(0...100, by: 1, 10)
                    .hinted(.practiceTopK),
                .minP.within(.closed(0, 1)).byDefault(0.0),
                .maxTokens.within(.closed(1, 1_000_000)).byDefault(256).slid(1...1024, by: 8, 64),
                .presencePenalty.within(.closed(-2, 2)).byDefault(0.0),
                .frequencyPenalty.within(.closed(-2, 2)).byDefault(0.0),
                .repetitionPenalty.within(.closed(0.01, 10)).byDefault(1.0)
                    .slid(0.05...2, by: 0.05, 0.25, decimals: 2),
                .stop.atMost(16).stayingInAnswer(false),
                .responseFormat.byDefault("text"), .reasoning.byDefault(false), .seed,
                .n.within(.closed(1, 8)).byDefault(1),
                .logitBias.within(.closed(-100, 100))
                    .hinted(.practiceLogitBias),
                .logprobs.byDefault(false), .topLogprobs.within(.closed(0, 20)),
            ]
        }
}
