import ChatCompletions
import Testing

/// What somebody wrote goes out as it was written.
@Suite struct GivenMessageTests {
    private func body(_ message: String, _ provider: Provider = .generic) throws -> JSONValue? {
        let given = try Message(given: JSONValue(parsing: message))
        return ChatRequest(provider: provider, model: "m", messages: [given])
            .body()["messages"]?[0]
    }

    @Test(arguments: [
        #"{"content":"Hi","name":"Ann","role":"user"}"#,
        #"{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,x"}}]}"#,
        #"{"role":"user","content":[{"type":"text","text":"Hi","cache_control":{"type":"e"}}]}"#,
        #"{"role":"assistant","content":"He","prefix":true}"#,
        #"{"role":"assistant","content":null,"tool_calls":[{"id":"c","function":{"name":"f","arguments":{"a":1.50}}}]}"#,
        #"{"role":"assistant","content":"a","reasoning_content":"hm"}"#,
        #"{"role":"tool","tool_call_id":"c","content":"7","seed":18446744073709551615}"#,
        #"{"role":"assistant","audio":{"id":"x"}}"#,
        #"{"role":"function","name":"f","content":""}"#,
    ])
    func everyMemberGoesOutInItsOrder(message: String) throws {
        #expect(try body(message)?.text == message)
        #expect(try body(message, .coreshub)?.text == message)
    }

    @Test func textAndCallsAreReadOutOfIt() throws {
        let message = try Message(
            given: JSONValue(
                parsing:
                    #"{"role":"assistant","content":[{"type":"text","text":"a"},{"x":1},{"text":"b"}],"#
                    + #""tool_calls":[{"id":"c","function":{"name":"f","arguments":{"a":1}}}]}"#))
        #expect(message.content == "ab")
        #expect(message.toolCalls == [ToolCall(id: "c", name: "f", arguments: #"{"a":1}"#)])
    }

    @Test(arguments: [
        ("[]", MessageProblem.notAnObject), ("1", .notAnObject), ("{}", .noRole),
        (#"{"role":1,"content":""}"#, .noRole), (#"{"role":"","content":""}"#, .noRole),
        (#"{"role":"user"}"#, .nothingSaid), (#"{"role":"user","content":7}"#, .badContent),
        (#"{"role":"user","content":{"text":"Hi"}}"#, .badContent),
    ])
    func whatNoServerTakesIsRefused(message: String, problem: MessageProblem) throws {
        let value = try JSONValue(parsing: message)
        #expect(throws: problem) { try Message(given: value) }
    }

    @Test func thinkingThatIsGivenIsToldOf() throws {
        let given = try Message(
            given: ["role": "assistant", "content": "a", "reasoning_content": "hm"])
        let request = ChatRequest(provider: .coreshub, model: "m/m", messages: [given])
        #expect(request.findings().map(\.severity) == [.note])
    }

    // MARK: A whole body

    @Test func aWholeBodyGoesOutByteForByte() throws {
        let bytes = Array(#"{ "stop" : "", "model":"m","seed":1.0e0 }"#.utf8)
        var request = ChatRequest(provider: .neolink, model: "m", messages: [])
        request.parameters["stop"] = ""
        request.givenBody = bytes
        #expect(try request.httpRequest().body == bytes)
        #expect(request.body()["seed"]?.text == "1.0e0")
        #expect(!request.streams)
        #expect(!request.findings().isEmpty)
        #expect(request.findings().allSatisfy { $0.severity < .refusal })
        request.parameters["stream"] = true
        #expect(try request.httpRequest().headers.contains(Header("Accept", "text/event-stream")))
    }
}
