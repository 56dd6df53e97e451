/// Why a JSON value is no message that could be sent.
public enum MessageProblem: Error, Sendable, Hashable {
    case notAnObject
    case noRole
    /// Nothing but a role.
    case nothingSaid
    /// A content that is neither a text, nor a list of parts, nor null.
    case badContent
}

extension Message {
    /// A message as somebody wrote it: every member goes out as it is, in the same order. Text,
    /// thinking and calls are read out of it for titles and turns.
    ///
    /// ```swift
    /// let message = try Message(given: ["role": "user", "content": [picture], "name": "Ann"])
    /// message.original?["name"]   // .string("Ann")
    /// ```
    ///
    /// - Throws: `MessageProblem` when no server could take it.
    public init(given value: JSONValue) throws(MessageProblem) {
        guard let members = value.members else { throw .notAnObject }
        guard let role = value["role"]?.string, !role.isEmpty else { throw .noRole }
        if members.allSatisfy({ $0.name == "role" }) { throw .nothingSaid }
        self.init(
            Role(rawValue: role),
            try Self.text(value["content"]),
            reasoning: value["reasoning_content"]?.string ?? "",
            toolCalls: (value["tool_calls"]?.array ?? []).map(ToolCall.init(given:)),
            toolCallID: value["tool_call_id"]?.string
        )
        original = value
    }

    /// A string, or the text parts of a list.
    private static func text(_ content: JSONValue?) throws(MessageProblem) -> String {
        switch content {
        case nil, .null?: ""
        case .string(let text)?: text
        case .array(let parts)?: parts.compactMap { $0["text"]?.string }.joined()
        default: throw .badContent
        }
    }
}

extension ToolCall {
    /// Arguments that are an object and no text are shown as their JSON.
    fileprivate init(given value: JSONValue) {
        let function = value["function"]
        let arguments = function?["arguments"]
        self.init(
            id: value["id"]?.string ?? "",
            name: function?["name"]?.string ?? "",
            arguments: arguments?.string ?? arguments?.text ?? ""
        )
    }
}
