extension Provider {
    /// Lanrui (lanrui.co). Source: its page "Text generation" (docs.lanrui.co, inference engine).
    public static let lanrui = Provider(
        id: "lanrui",
        title: "Lanrui",
        endpoints: [Endpoint("https://api.lanrui.co/v1", note: .pageAddressAndExample)]
    ).with {
        $0.modelsPath = nil
        $0.keyVariable = "LANRUI_API_KEY"
        $0.documentation =
            "https://docs.lanrui.co/docs/user_manual/inference-service/lanrui-inference-engine/chat/generate"
        // The name of the user's own inference service; the answer's model may differ.
        $0.modelForm = "model_name/model_version"
        // The table says `message`, the example sends `messages`.
        $0.messagesName = "messages"
        // The page prints no usage chunk and no `stream_options`.
        $0.streamUsage = .never
        $0.parameters = [
            // "[0.0, 2.0]".
            .temperature.within(.closed(0, 2)).byDefault(1),
            // "(0.0, 1.0]".
            .topP.within(.above(0, to: 1)).byDefault(1).slid(0.01...1, by: 0.01, 0.1, decimals: 2),
            // Default "inf".
            .maxTokens.unboundedByDefault(),
            // "[-2.0, 2.0]"; described with frequency_penalty's meaning.
            .presencePenalty.within(.closed(-2, 2)).byDefault(0),
            .frequencyPenalty.within(.closed(-2, 2)).byDefault(0),
            // Not on the page.
            .stop.undocumented(),
        ]
    }
}
