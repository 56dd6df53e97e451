import ChatCompletions
import Sending

extension AdviceScene {
    /// On the command line, after a request.
    init(sending request: ChatRequest, to destination: Sender.Destination, offersRetries: Bool) {
        self.init(
            .commandLine,
            baseURL: destination.baseURL ?? request.provider.endpoints.first?.baseURL,
            provider: request.provider,
            parameters: request.parameters
        )
        self.offersRetries = offersRetries
    }
}
