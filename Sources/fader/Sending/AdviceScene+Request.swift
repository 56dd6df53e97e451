import ChatCompletions

extension AdviceScene {
    /// On the command line, after a request.
    init(sending request: ChatRequest, hasRetried: Bool) {
        self.init(
            .commandLine,
            baseURL: request.baseURL ?? request.provider.endpoints.first?.baseURL,
            provider: request.provider,
            parameters: request.parameters
        )
        self.hasRetried = hasRetried
    }
}
