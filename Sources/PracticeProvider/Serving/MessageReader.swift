import ChatCompletions

/// Reads the messages of a request.
enum MessageReader {
    private static let roles: Set = [
        "system", "developer", "user", "assistant", "tool", "function",
    ]

    static func messages(_ members: Members) throws(PracticeProblem) -> [Conversation.Message] {
        guard let value = members["messages"] else {
            throw .invalid("messages", "Missing required parameter: 'messages'.")
        }
        guard let elements = value.array else { throw members.wrongType("messages", "an array") }
        guard !elements.isEmpty else {
            throw .invalid("messages", "'messages' must hold at least one message.")
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
            throw .invalid(place, "Invalid type for '\(place)': expected an object.")
        }
        guard let role = value["role"]?.string, roles.contains(role) else {
            throw .invalid(
                "\(place).role",
                "Invalid value for '\(place).role': expected one of \(roles.sorted())."
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
            throw .invalid(place, "Invalid type for '\(place)': expected a string or an array.")
        }
        return parts.compactMap { $0["text"]?.string }.joined(separator: "\n")
    }
}
