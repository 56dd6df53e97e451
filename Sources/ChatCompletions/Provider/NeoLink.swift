extension Provider {
    /// NeoLink (neolink.ai). Source: its page "Create chat completion" in Chinese, revision of
    /// 2024-08-02, and where said its later revisions (matrixorigin/neolink.ai-docs).
    public static let neolink = Provider(
        id: "neolink",
        title: "NeoLink",
        endpoints: [
            // The page names three hosts in its revisions; a key never changes hosts by itself.
            Endpoint("https://neolink-ai.com/model/api/v1", note: .laterRevisions),
            Endpoint("https://ai.neolink.com/model/api/v1", note: .pageExample),
            Endpoint("https://ai-neolink.com/model/api/v1", note: .pageHeading),
        ]
    ).with {
        // The example posts to the first, the heading names the second.
        $0.paths = ["/chat/completions", "/chat/completion_messages"]
        $0.modelsPath = nil
        $0.keyVariable = "NEOLINK_API_KEY"
        $0.documentation = "https://github.com/matrixorigin/neolink.ai-docs"
        // The example's model.
        $0.models = ["Qwen/Qwen2-7B-Instruct"]
        // Only the later revisions have `stream`, ended by [DONE].
        $0.streaming = .undocumented
        // No document has `stream_options`.
        $0.streamUsage = .never
        $0.parameters = neolinkParameters
    }

    private static let neolinkParameters: [ParameterSpec] = [
        // "between 0 and 1", default 0.7; the ends are not said to belong to it or not.
        .temperature.within(.between(0, 1)).byDefault(0.7).slid(0...1, by: 0.05, 0.25, decimals: 2),
        // "maximum value is 1", default 0.7; no lower end.
        .topP.within(.atMost(1)).byDefault(0.7),
        // Default 200, "maximum value is 4096": always sent, since 200 cuts ordinary answers.
        .maxTokens.within(.atMost(4096)).byDefault(200).alwaysSent(2048)
            .slid(1...4096, by: 16, 256)
            .hinted(.neoLinkMaxTokens),
        .presencePenalty.within(.between(-2, 2)).byDefault(0),
        .frequencyPenalty.within(.between(-2, 2)).byDefault(0),
        // One string, no array form, "must not be empty"; the text does not contain it.
        .stop.atMost(1).neverEmpty().stayingInAnswer(false)
            .hinted(.stopBeforeText),
    ]
}
