import ChatClient
import ChatCompletions

extension ChatRequest {
    /// Tells when the key stands in what is said: somebody pasted it, and the server may keep it.
    func warn(of key: Secret?) {
        guard let key, self != hiding(key) else { return }
        StandardStream.tell(
            "warning: what is sent holds the key itself; it goes out as written, and is recorded "
                + "as \(Secret.mask)"
        )
    }

    /// The request as it may be recorded.
    func hiding(_ key: Secret?) -> ChatRequest {
        guard let key else { return self }
        let redactor = Redactor([key])
        var request = self
        request.baseURL = baseURL.map(redactor.redacted)
        request.messages = messages.map { message in
            var message = message
            message.content = redactor.redacted(message.content)
            message.reasoning = redactor.redacted(message.reasoning)
            for place in message.toolCalls.indices {
                let arguments = message.toolCalls[place].arguments
                message.toolCalls[place].arguments = redactor.redacted(arguments)
            }
            return message
        }
        for member in parameters.members {
            let text = redactor.redacted(member.value.text)
            guard let value = try? JSONValue(parsing: text) else { continue }
            request.parameters[member.name] = value
        }
        return request
    }
}
