import ChatCompletions

/// Reads the messages of a request.
enum MessageReader {
    private static let roles: Set = [
        "system", "developer", "user", "assistant", "tool", "function",
    ]

    static func messages(_ members: Members) throws(PracticeProblem) -> [Conversation.Message] {
        guard let value = members["messages"] else {
            throw .invalid("messages", .messagesMissing)
        }
        guard let elements = value.array else { throw members.wrongType("messages", .anArray) }
        guard !elements.isEmpty else {
            throw .invalid("messages", .messagesEmpty)
        }
        var messages: [Conversation.Message] = []
        for (place, element) in elements.enumerated() {
            messages.append(try message(element, "messages[\(place)]"))
        }
        return messages
    }

    private static func message(
        _ value: JSONValue,
        _ place: String
    ) throws(PracticeProblem) -> Conversation.Message {
        guard value.members != nil else {
            throw .invalid(place, .wrongType(place, .anObject))
        }
        guard let role = value["role"]?.string, roles.contains(role) else {
            throw .invalid(
                "\(place).role",
                .badRole(place, roles: "\(roles.sorted())")
            )
        }
        let content = try content(value["content"] ?? .null, "\(place).content")
        return Conversation.Message(role: role, content: content)
    }

    /// A string, the text parts of an array, or nothing.
    private static func content(
        _ value: JSONValue,
        _ place: String
    ) throws(PracticeProblem) -> String {
        if value.isNull { return "" }
        if let text = value.string { return text }
        guard let parts = value.array else {
            throw .invalid(place, .wrongType(place, .aStringOrArray))
        }
        return parts.compactMap { $0["text"]?.string }.joined(separator: "\n")
    }
}
