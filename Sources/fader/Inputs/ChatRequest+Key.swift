import ChatClient
import ChatCompletions

extension ChatRequest {
    /// Tells when the key stands in what is said: somebody pasted it, and the server may keep it.
    func warn(of key: Secret?) {
        guard let key, self != hiding(key) else { return }
        StandardStream.tell(.warning(.holdsTheKey))
    }

    /// The request as it may be recorded.
    func hiding(_ key: Secret?) -> ChatRequest {
        guard let key else { return self }
        let redactor = Redactor([key])
        var request = self
        request.baseURL = baseURL.map(redactor.redacted)
        request.model = redactor.redacted(model)
        request.messages = messages.map { $0.mappingTexts(redactor.redacted) }
        request.parameters = Parameters(
            parameters.members.map { $0.mappingTexts(redactor.redacted) })
        request.givenBody = givenBody.map(redactor.redacted)
        return request
    }
}
