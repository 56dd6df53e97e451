extension Provider {
    /// StepFun. Source: second hand.
    public static let stepFun = Provider(
        id: "stepfun",
        title: "StepFun",
        endpoints: [
            Endpoint("https://api.stepfun.com/v1")
        ]
    ).with {
        $0.keyVariable = "STEPFUN_API_KEY"
        $0.uncheckedFacts = .allSecondHand
        // In every chunk, unasked.
        $0.streamUsage = .always
        $0.thinkingPlaces = [.reasoning, .reasoningContent]
        $0.parameters = [
            .temperature.byDefault(0.5), .topP.byDefault(0.9), .maxTokens.unboundedByDefault(),
            .n, .stop, .schemaFormat, .reasoningEffort,
            ParameterSpec("reasoning_format", .choice(["general", "deepseek-style"]))
                .hinted(.thinkingMember),
        ]
    }
}
