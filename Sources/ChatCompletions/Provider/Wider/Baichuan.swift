extension Provider {
    /// Baichuan. Source: copies of its page.
    public static let baichuan = Provider(
        id: "baichuan",
        title: "Baichuan",
        endpoints: [
            Endpoint("https://api.baichuan-ai.com/v1")
        ]
    ).with {
        $0.keyVariable = "BAICHUAN_API_KEY"
        $0.uncheckedFacts = .allFromPageCopies
        $0.modelsPath = nil
        $0.streamUsage = .never
        $0.parameters = [
            .temperature.within(.closed(0, 1)).byDefault(0.3).slid(
                0...1, by: 0.05, 0.25, decimals: 2),
            .topP.within(.from(0, below: 1)).byDefault(0.85)
                .slid(0...0.99, by: 0.01, 0.1, decimals: 2),
            // Larger values are lowered.
            .topK.within(.closed(0, 20)).byDefault(5).slid(0...20, by: 1, 5),
            .maxTokens,
            ParameterSpec("with_search_enhance", .boolean)
                .hinted(.searchesFirst),
        ]
    }
}
