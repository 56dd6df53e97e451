extension Provider {
    /// Novita, PPIO's sister service. Source: novita.ai/docs, "Create chat completion".
    public static let novita = Provider(
        id: "novita",
        title: "Novita",
        endpoints: [
            Endpoint("https://api.novita.ai/openai/v1"),
            Endpoint("https://api.novita.ai/v3/openai", note: .olderPages),
        ]
    ).with {
        $0.keyVariable = "NOVITA_API_KEY"
        $0.documentation =
            "https://novita.ai/docs/api-reference/model-apis-llm-create-chat-completion"
        $0.uncheckedFacts = .rangesOfPPIO
        $0.reasoning = ppio.reasoning
        $0.thinkingPlaces = ppio.thinkingPlaces
        $0.wantsJSONAskedFor = true
        $0.takesSchemaBesideType = true
        // The page has the same text and ranges as PPIO's.
        $0.parameters =
            ppio.parameters.map {
                $0.name == "max_tokens"
                    ? $0.hinted(.novitaMaxTokens)
                    : $0.name == "repetition_penalty"
                        ? $0.hinted(ParameterSpec.repetitionPenalty.hint) : $0
            } + [
                // On later pages, for GLM 4.5 and DeepSeek V3.1 and V3.2.
                ParameterSpec("enable_thinking", .boolean).byDefault(true)
                    .hinted(.optionalThinking)
            ]
    }
}
