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
        $0.reasoning = .templateSwitch
        $0.parameters = [
            .temperature, .topP, .topK, .minP, .maxTokens, .maxCompletionTokens,
            .presencePenalty, .frequencyPenalty, .repetitionPenalty,
            ParameterSpec("length_penalty", .number).hinted("Favours longer or shorter beams."),
            ParameterSpec("min_tokens", .integer).hinted("The answer has at least so many tokens."),
            .stop,
            ParameterSpec("include_stop_str_in_output", .boolean).byDefault(false)
                .hinted("Whether the stop text stays part of the answer."),
            ParameterSpec("ignore_eos", .boolean).hinted("Goes on after the model's own end."),
            .schemaFormat, .reasoning, .reasoningEffort, .seed, .n, .logitBias, .logprobs,
            .topLogprobs,
            ParameterSpec("structured_outputs", .json)
                .hinted("A grammar for the answer: {\"regex\": …}, {\"choice\": […]}."),
        ]
    }
}
