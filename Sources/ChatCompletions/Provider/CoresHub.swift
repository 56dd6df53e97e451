extension Provider {
    /// CoresHub (基石智算). Source: its page "Chat completions" (docs.coreshub.cn, model
    /// management), and where said its later pages.
    public static let coreshub = Provider(
        id: "coreshub",
        title: "CoresHub",
        endpoints: [Endpoint("https://openapi.coreshub.cn/v1", note: .pageExample)]
    ).with {
        $0.modelsPath = nil
        $0.keyVariable = "CORESHUB_API_KEY"
        $0.documentation =
            "https://docs.coreshub.cn/console/model_manage/api_key/api_list/chat_completions"
        // The table's and the examples' models.
        $0.models = ["Qwen2-7B-Instruct", "Qwen2-0.5B-Instruct"]
        // No page has `stream_options`.
        $0.streamUsage = .never
        // Page on reasoning models: it comes beside the content, and sent back it is answered
        // with HTTP 400.
        $0.thinkingPlaces = [.reasoningContent]
        $0.reasoningHistory = .stripped
        $0.parameters = coreshubParameters
    }

    private static let coreshubParameters: [ParameterSpec] = [
        // "between 0 ~ 2".
        .temperature.within(.between(0, 2)).byDefault(1),
        // Default 1, no range printed.
        .topP.byDefault(1),
        // Default "inf". The later page has 1 to 8192, default 4096, and differs per model.
        .maxTokens.unboundedByDefault(),
        // "between -2.0~2.0"; described with frequency_penalty's words.
        .presencePenalty.within(.between(-2, 2)).byDefault(0),
        .frequencyPenalty.within(.between(-2, 2)).byDefault(0),
        // A string or an array, at most 4; default null. The later page takes 16.
        .stop.atMost(4).byDefault(nil),
        // Default 1, no range printed.
        .n.byDefault(1),
        // A "dict", default null; neither keys nor values are described.
        .logitBias.byDefault(nil),
        // Only on the later page.
        .responseFormat.undocumented(),
    ]
}
