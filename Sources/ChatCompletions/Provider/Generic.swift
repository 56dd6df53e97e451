extension Provider {
    /// Any service that speaks the chat-completions dialect: the names that OpenAI's API made
    /// usual, and what open servers add to them. No ranges: they are each server's own.
    public static let generic = Provider(id: "generic", title: "OpenAI-compatible", endpoints: [])
        .with {
            $0.keyVariable = "FADER_API_KEY"
            $0.needsKey = false
            $0.documentation = "https://platform.openai.com/docs/api-reference/chat"
            $0.parameters = [
                .temperature, .topP, .maxTokens, .maxCompletionTokens, .presencePenalty,
                .frequencyPenalty,
                .stop, .schemaFormat.amongOthers(), .seed, .n, .logitBias, .logprobs, .topLogprobs,
                .topK.undocumented(), .minP.undocumented(), .repetitionPenalty.undocumented(),
                .reasoningEffort,
            ]
        }
}
