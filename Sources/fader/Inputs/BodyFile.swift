import ChatCompletions

/// How does a whole body become a request? It is sent byte for byte; what is read out of it is for
/// the record, for what the dialect has to say, and for how the answer is read.
enum BodyFile {
    static func request(_ file: String, to target: Target) throws -> ChatRequest {
        let input = file == "-" ? InputBytes.standard : try InputBytes(file: file)
        let (body, bytes) = try JSONFile.read(input)
        guard let members = body.members else {
            throw CommandProblem(.bodyWanted(input.name))
        }
        let messagesName = target.provider.messagesName
        var request = ChatRequest(
            provider: target.provider,
            baseURL: target.baseURL,
            model: body["model"]?.string ?? "",
            messages: (body[messagesName]?.array ?? []).compactMap { try? Message(given: $0) }
        )
        for member in members where member.name != "model" && member.name != messagesName {
            request.parameters[member.name] = member.value
        }
        request.givenBody = bytes
        return request
    }
}
