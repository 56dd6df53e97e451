extension Provider {
    /// OpenAI. Source: the request types of openai/openai-python.
    public static let openAI = Provider(
        id: "openai",
        title: "OpenAI",
        endpoints: [
            Endpoint("https://api.openai.com/v1")
        ]
    ).with {
        $0.keyVariable = "OPENAI_API_KEY"
        $0.documentation = "https://platform.openai.com/docs/api-reference/chat"
        // JSON mode demands it of the messages.
        $0.wantsJSONAskedFor = true
        // Which values a model takes is the model's own. Thinking does not come back.
        $0.reasoning = .effort
        $0.parameters = [
            .temperature.within(.closed(0, 2)),
            .topP,
            // Counts the thinking; `max_tokens` is deprecated and not for the o-series.
            .maxCompletionTokens,
            .presencePenalty.within(.closed(-2, 2)),
            .frequencyPenalty.within(.closed(-2, 2)),
            // Not on o3 and o4-mini.
            .stop.atMost(4).stayingInAnswer(false),
            .schemaFormat,
            .reasoning,
            ParameterSpec.reasoningEffort.kind(
                .choice(["none", "minimal", "low", "medium", "high", "xhigh", "max"])
            ),
            .seed, .n.within(.closed(1, 128)),
            .logitBias.within(.closed(-100, 100)), .logprobs, .topLogprobs.within(.closed(0, 20)),
        ]
    }
}
