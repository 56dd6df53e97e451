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
        request.messages = messages.map { $0.redacted(by: redactor) }
        request.parameters = Parameters(parameters.members.map { $0.redacted(by: redactor) })
        request.givenBody = givenBody.map(redactor.redacted)
        return request
    }
}

extension Message {
    fileprivate func redacted(by redactor: Redactor) -> Message {
        var message = self
        message.content = redactor.redacted(content)
        message.reasoning = redactor.redacted(reasoning)
        message.toolCallID = toolCallID.map(redactor.redacted)
        message.toolCalls = toolCalls.map { call in
            ToolCall(
                id: redactor.redacted(call.id), name: redactor.redacted(call.name),
                arguments: redactor.redacted(call.arguments))
        }
        message.original = original?.redacted(by: redactor)
        return message
    }
}

extension JSONValue {
    /// Value by value, so that what is left is JSON whatever stood in it.
    fileprivate func redacted(by redactor: Redactor) -> JSONValue {
        switch self {
        case .null, .bool: return self
        case .integer, .number, .spelled:
            let written = redactor.redacted(text)
            return written == text ? self : .string(written)
        case .string(let text): return .string(redactor.redacted(text))
        case .array(let elements): return .array(elements.map { $0.redacted(by: redactor) })
        case .object(let members): return .object(members.map { $0.redacted(by: redactor) })
        }
    }
}

extension JSONValue.Member {
    fileprivate func redacted(by redactor: Redactor) -> JSONValue.Member {
        JSONValue.Member(redactor.redacted(name), value.redacted(by: redactor))
    }
}
