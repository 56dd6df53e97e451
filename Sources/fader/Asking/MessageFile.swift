import ChatCompletions

/// How does a JSON array of messages become messages?
enum MessageFile {
    static func read(_ file: String) throws -> [Message] {
        guard let values = try value(in: file).array else {
            throw CommandProblem("\(file): messages are a JSON array")
        }
        return try values.enumerated().map { place, value in
            guard let message = message(value) else {
                throw CommandProblem("\(file): message \(place + 1) needs a role and a content")
            }
            return message
        }
    }

    private static func value(in file: String) throws -> JSONValue {
        let bytes = try InputBytes(file: file).readAll()
        do throws(JSONProblem) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw CommandProblem("\(file): \(error.description)")
        }
    }

    private static func message(_ value: JSONValue) -> Message? {
        guard let role = value["role"]?.string else { return nil }
        let calls = value["tool_calls"]?.array?.map(toolCall) ?? []
        guard let content = text(value["content"]) ?? (calls.isEmpty ? nil : "") else { return nil }
        return Message(
            Role(rawValue: role),
            content,
            reasoning: value["reasoning_content"]?.string ?? "",
            toolCalls: calls,
            toolCallID: value["tool_call_id"]?.string
        )
    }

    /// A string, or the text parts of a list.
    private static func text(_ content: JSONValue?) -> String? {
        if let parts = content?.array {
            return parts.compactMap { $0["text"]?.string }.joined()
        }
        return content?.string
    }

    private static func toolCall(_ value: JSONValue) -> ToolCall {
        ToolCall(
            id: value["id"]?.string ?? "",
            name: value["function"]?["name"]?.string ?? "",
            arguments: value["function"]?["arguments"]?.string ?? ""
        )
    }
}
