extension Provider {
    /// A vLLM server. Source: the chat protocol in vllm-project/vllm.
    public static let vLLM = Provider(
        id: "vllm",
        title: "vLLM",
        endpoints: [
            Endpoint("http://localhost:8000/v1")
        ]
    ).with {
        $0.keyVariable = "VLLM_API_KEY"
        $0.needsKey = false
        $0.documentation = "https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html"
        $0.uncheckedFacts = .keyVariable
        $0.reasoning = .templateSwitch
        // The second in older versions.
        $0.thinkingPlaces = [.reasoning, .reasoningContent]
        // vllm-project/vllm, entrypoints/openai/chat_completion/protocol.py.
        $0.continuation = .finalMessage
        $0.parameters = [
            .temperature, .topP, .topK, .minP, .maxTokens, .maxCompletionTokens,
            .presencePenalty, .frequencyPenalty, .repetitionPenalty,
            ParameterSpec("length_penalty", .number).hinted(.lengthPenalty),
            ParameterSpec("min_tokens", .integer).hinted(.minTokens),
            .stop.asArray().stayingInAnswer(false),
            ParameterSpec("include_stop_str_in_output", .boolean).byDefault(false)
                .hinted(.keepsStop),
            ParameterSpec("ignore_eos", .boolean).hinted(.ignoreEnd),
            ParameterSpec("stop_token_ids", .json)
                .hinted(.stopTokens),
            ParameterSpec("bad_words", .json).hinted(.badWords),
            // structural_tag too.
            .schemaFormat.amongOthers(), .reasoning, .reasoningEffort,
            ParameterSpec("thinking_token_budget", .integer)
                .hinted(.thinkingBudget),
            ParameterSpec("include_reasoning", .boolean)
                .hinted(.includeReasoning),
            .seed, .n, .logitBias, .logprobs,
            .topLogprobs,
            ParameterSpec("structured_outputs", .json)
                .hinted(.structuredOutputs),
        ]
    }
}
