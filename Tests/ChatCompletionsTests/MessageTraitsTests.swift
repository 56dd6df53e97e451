import ChatCompletions
import Testing

/// A conversation in two parts is written, and found fault with, as the whole.
@Suite struct MessageTraitsTests {
    private static let conversation: [Message] = {
        var messages = [
            Message(.user, "Answer in JSON."),
            Message(
                .assistant, "", reasoning: "hm",
                toolCalls: [ToolCall(id: "c", name: "f", arguments: "{}")]),
            Message(.tool, "1", toolCallID: "c"),
            Message(.assistant, "{}", reasoning: "so"),
        ]
        let thought: JSONValue = [
            "role": "assistant", "content": "{}", "reasoning_content": "written by hand",
        ]
        if let message = try? Message(given: thought) { messages.append(message) }
        return messages + [Message(.user, "And now?")]
    }()

    @Test(arguments: Provider.all)
    func whatThePartsMeanTogetherIsWhatTheWholeMeans(provider: Provider) {
        #expect(Self.conversation.count == 6)
        let format = JSONValue.Member("response_format", "json_object")
        let whole = ChatRequest(
            provider: provider, model: "a/b", messages: Self.conversation,
            parameters: Parameters([format]))
        let messages = whole.body()[provider.messagesName]?.array ?? []
        for place in 0...Self.conversation.count {
            var (first, last) = (whole, whole)
            first.messages = Array(Self.conversation[..<place])
            last.messages = Array(Self.conversation[place...])
            let (before, after) = (MessageTraits(first.messages), MessageTraits(last.messages))
            #expect(last.findings(beside: before) == whole.findings())
            #expect(
                first.body(beside: after)[provider.messagesName]?.array
                    == Array(messages[..<place]))
            #expect(
                last.body(beside: before)[provider.messagesName]?.array
                    == Array(messages[place...]))
        }
    }
}
