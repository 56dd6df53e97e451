extension Provider {
    /// llama.cpp's server. Source: the server's README in ggml-org/llama.cpp.
    public static let llamaCpp = Provider(
        id: "llamacpp",
        title: "llama.cpp",
        endpoints: [
            Endpoint("http://localhost:8080/v1")
        ]
    ).with {
        $0.keyVariable = "LLAMA_API_KEY"
        $0.needsKey = false
        $0.documentation = "https://github.com/ggml-org/llama.cpp/tree/master/tools/server"
        $0.uncheckedFacts = .keyVariable
        $0.reasoning = .templateSwitch
        $0.thinkingPlaces = [.reasoningContent]
        $0.takesSchemaBesideType = true
        // ggml-org/llama.cpp, tools/server: on by default, without thinking.
        $0.continuation = .trailing
        $0.parameters = [
            .temperature, .topP, .topK, .minP,
            ParameterSpec("typical_p", .number).slid(0...1, by: 0.01, 0.1, decimals: 2)
                .hinted(.typicalP),
            // -1 is unlimited.
            .maxTokens.slid(-1...8192, by: 16, 256),
            .presencePenalty, .frequencyPenalty,
            ParameterSpec("repeat_penalty", .number).slid(0...2, by: 0.05, 0.25, decimals: 2)
                .hinted(ParameterSpec.repetitionPenalty.hint),
            .stop.asArray(),
            ParameterSpec("response_format", .choice(["json_object", "json_schema"]))
                .hinted(ParameterSpec.schemaFormat.hint),
            .reasoning,
            ParameterSpec("reasoning_format", .text).hinted(.thinkingPlace),
            .seed, .logitBias, .logprobs, .topLogprobs,
            ParameterSpec("grammar", .text).hinted(.gbnfGrammar),
        ]
    }
}
