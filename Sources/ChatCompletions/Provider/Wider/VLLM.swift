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
        $0.uncheckedFacts = "the key's variable"
        $0.reasoning = .templateSwitch
        // The second in older versions.
        $0.thinkingPlaces = [.reasoning, .reasoningContent]
        $0.parameters = [
            .temperature, .topP, .topK, .minP, .maxTokens, .maxCompletionTokens,
            .presencePenalty, .frequencyPenalty, .repetitionPenalty,
            ParameterSpec("length_penalty", .number).hinted("Favours longer or shorter beams."),
            ParameterSpec("min_tokens", .integer).hinted("The answer has at least so many tokens."),
            .stop.asArray().stayingInAnswer(false),
            ParameterSpec("include_stop_str_in_output", .boolean).byDefault(false)
                .hinted("Whether the stop text stays part of the answer."),
            ParameterSpec("ignore_eos", .boolean).hinted("Goes on after the model's own end."),
            ParameterSpec("stop_token_ids", .json)
                .hinted("The answer ends before these tokens: [2]."),
            ParameterSpec("bad_words", .json).hinted("Words that the answer must not have."),
            // structural_tag too.
            .schemaFormat.amongOthers(), .reasoning, .reasoningEffort,
            ParameterSpec("thinking_token_budget", .integer)
                .hinted("The thinking ends after so many tokens."),
            ParameterSpec("include_reasoning", .boolean)
                .hinted("Whether the thinking comes at all."),
            .seed, .n, .logitBias, .logprobs,
            .topLogprobs,
            ParameterSpec("structured_outputs", .json)
                .hinted("A grammar for the answer: {\"regex\": …}, {\"choice\": […]}."),
        ]
    }
}
