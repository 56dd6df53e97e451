extension Provider {
    /// PPIO (派欧云). Source: its page "Create chat completion"
    /// (ppinfra.com/docs/models/reference-llm-create-chat-completion).
    public static let ppio = Provider(
        id: "ppio",
        title: "PPIO",
        endpoints: [
            Endpoint("https://api.ppinfra.com/v3/openai", note: .page),
            Endpoint("https://api.ppio.com/openai", note: .laterPages),
        ]
    ).with {
        $0.keyVariable = "PPIO_API_KEY"
        $0.documentation = "https://ppinfra.com/docs/models/reference-llm-create-chat-completion"
        // The models that the page names.
        $0.models = ["deepseek/deepseek-r1-turbo", "deepseek/deepseek-r1"]
        // "stream_options.include_usage": an extra chunk before [DONE].
        $0.streamUsage = .onRequest
        // Otherwise thinking may come inline, within <think> tags.
        $0.reasoning = ReasoningControl(
            on: [.init("separate_reasoning", true)],
            off: [.init("separate_reasoning", false)]
        )
        // A message must ask for JSON too, else the answer may be endless white space.
        $0.wantsJSONAskedFor = true
        // "type": "json_object", "schema": [json_schema].
        $0.takesSchemaBesideType = true
        $0.thinkingPlaces = [.reasoningContent, .thinkTags]
        // The sister service's page has "| null" for all but max_tokens.
        $0.parameters = (ppioSampling + ppioRest).map { $0.name == "max_tokens" ? $0 : $0.orNull() }
    }

    private static let ppioSampling: [ParameterSpec] = [
        // "0 < x < 2", while the text says between 0 and 2.
        .temperature.within(.open(0, 2)).accepting(.closed(0, 2)).byDefault(1),
        // "0 < x <= 1".
        .topP.within(.above(0, to: 1)).slid(0.01...1, by: 0.01, 0.1, decimals: 2),
        // "1 < x < 128"; 1 would be greedy.
        .topK.within(.open(1, 128)).slid(2...127, by: 1, 10),
        // "0 <= x <= 1".
        .minP.within(.closed(0, 1)),
        // Marked required; the server lowers it to the context, so it is always sent.
        .maxTokens.alwaysSent(4096).slid(1...32768, by: 64, 1024)
            .hinted(.ppioMaxTokens),
        // "-2 < x < 2", while the text says up to 2.
        .presencePenalty.within(.open(-2, 2)).accepting(.closed(-2, 2)).byDefault(0),
        .frequencyPenalty.within(.open(-2, 2)).accepting(.closed(-2, 2)).byDefault(0),
        // "0 < x < 2"; 1.0 is neutral, 1.2 is recommended.
        .repetitionPenalty.within(.open(0, 2)).slid(0.05...1.95, by: 0.05, 0.25, decimals: 2)
            .hinted(.ppioRepetitionPenalty),
    ]

    private static let ppioRest: [ParameterSpec] = [
        // Up to 4; the returned text contains the stop text, unlike everywhere else.
        .stop.atMost(4).stayingInAnswer(true)
            .hinted(.stopAfterText),
        // `json_object`, with `schema` beside it; the later pages' json_schema is an object too.
        .schemaFormat,
        // Named for it: deepseek/deepseek-r1-turbo.
        .reasoning.hinted(.thinkingApart),
        .seed,
        // "1 < x < 128" with default 1, which that excludes.
        .n.within(.open(1, 128)).accepting(.closed(1, 128)).byDefault(1).slid(1...128, by: 1, 8),
        // "from -100 to 100", default null.
        .logitBias.within(.between(-100, 100)).byDefault(nil),
        .logprobs,
        // "0 <= x <= 20", needs logprobs.
        .topLogprobs.within(.closed(0, 20)),
        // Named in max_tokens' text only; others know the values truncate and error.
        ParameterSpec("context_length_exceeded_behavior", .text)
            .hinted(.contextExceededUndescribed),
        ParameterSpec("separate_reasoning", .boolean).byDefault(false)
            .hinted(.separateReasoning),
    ]
}
