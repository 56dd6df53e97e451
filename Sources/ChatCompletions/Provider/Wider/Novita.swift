extension Provider {
    /// Novita, PPIO's sister service. Source: novita.ai/docs, "Create chat completion".
    public static let novita = Provider(
        id: "novita",
        title: "Novita",
        endpoints: [
            Endpoint("https://api.novita.ai/openai/v1"),
            Endpoint("https://api.novita.ai/v3/openai", note: "older pages"),
        ]
    ).with {
        $0.keyVariable = "NOVITA_API_KEY"
        $0.documentation =
            "https://novita.ai/docs/api-reference/model-apis-llm-create-chat-completion"
        $0.isChecked = false
        $0.reasoning = ppio.reasoning
        $0.wantsJSONAskedFor = true
        // The page has the same text and ranges as PPIO's.
        $0.parameters = ppio.parameters
    }
}
