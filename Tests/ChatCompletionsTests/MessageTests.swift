import ChatCompletions
import Testing

/// A message keeps everything that it was given, whatever is read out of it or changed in it.
@Suite struct MessageTests {
    private func message(_ text: String) throws -> Message {
        try Message(given: JSONValue(parsing: text))
    }

    @Test(arguments: [
        #"{"content":"Hi","name":"Ann","role":"user"}"#,
        #"{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,x"}}],"seed":1.50}"#,
        #"{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":{"a":1}}}]}"#,
        #"{"role":"assistant","content":"a","reasoning_content":"hm","prefix":true}"#,
        #"{"role":"user","content":"a","content":"b"}"#,
        #"{"role":"tool","tool_call_id":"c","content":""}"#,
    ])
    func itReadsBackFromItsJSON(text: String) throws {
        let given = try message(text)
        #expect(given.json.text == text)
        #expect(try Message(given: given.json, reasoning: given.reasoning) == given)
    }

    @Test func anAnswersThinkingStandsBesideIt() throws {
        let answer = Message(.assistant, "4", reasoning: "2 and 2")
        #expect(answer.json == ["role": "assistant", "content": "4"])
        #expect(answer.reasoning == "2 and 2")
        #expect(try Message(given: answer.json, reasoning: answer.reasoning) == answer)
        #expect(answer != Message(.assistant, "4"))
    }

    @Test func settingWhatItSaysAlreadyChangesNothing() throws {
        let text =
            #"{"content":[{"text":"a"},{"type":"text","text":"b"}],"role":"assistant","#
            + #""tool_calls":[{"id":"c","function":{"arguments":{"a":1},"name":"f"}}]}"#
        var message = try message(text)
        message.content = message.content
        message.toolCalls = message.toolCalls
        message.toolCallID = message.toolCallID
        message.reasoning = message.reasoning
        #expect(message.json.text == text)
    }

    @Test func anotherTextLeavesEverythingElse() throws {
        var named = try message(#"{"content":"Hi","name":"Ann","role":"user"}"#)
        named.content = "Ho"
        #expect(named.json.text == #"{"content":"Ho","name":"Ann","role":"user"}"#)
        var seen = try message(
            #"{"role":"user","content":[{"type":"text","text":"a","x":1},{"y":2},{"text":"b"}]}"#)
        seen.content = "c"
        #expect(
            seen.json.text
                == #"{"role":"user","content":[{"type":"text","text":"c","x":1},{"y":2}]}"#)
        #expect(seen.content == "c")
        var silent = try message(#"{"role":"user","content":[{"y":2}]}"#)
        silent.content = "c"
        #expect(
            silent.json.text
                == #"{"role":"user","content":[{"y":2},{"type":"text","text":"c"}]}"#)
    }

    @Test func callsThatStayKeepTheirMembers() throws {
        var message = try message(
            #"{"role":"assistant","content":null,"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}},"#
                + #"{"id":"b","extra":{"signature":"s"},"function":{"name":"g","arguments":"{}"}}]}"#
        )
        message.toolCalls.removeFirst()
        #expect(
            message.json["tool_calls"]?.text
                == #"[{"id":"b","extra":{"signature":"s"},"function":{"name":"g","arguments":"{}"}}]"#
        )
        message.toolCalls = []
        #expect(message.json.text == #"{"role":"assistant","content":""}"#)
    }

    @Test func whatIsMadePieceByPieceIsTheSameAsWhatIsMadeAtOnce() {
        let call = ToolCall(id: "c", name: "f", arguments: "{}")
        var message = Message(.assistant, "")
        message.toolCalls = [call]
        #expect(message == Message(.assistant, "", toolCalls: [call]))
        #expect(message.json["content"] == .some(.null))
        message.content = "Well."
        #expect(message == Message(.assistant, "Well.", toolCalls: [call]))
        message.content = ""
        message.toolCalls = []
        message.toolCallID = "d"
        #expect(message == Message(.assistant, "", toolCallID: "d"))
    }

    /// A record keeps the JSON of the others only.
    @Test func plainMessagesAreThoseThatFaderMakes() throws {
        let call = ToolCall(id: "c", name: "f", arguments: "{}")
        #expect(Message(.assistant, "", reasoning: "hm", toolCalls: [call]).isPlain)
        #expect(Message(.tool, "7", toolCallID: "c").isPlain)
        #expect(try message(#"{"role":"user","content":"Hi"}"#).isPlain)
        for text in [
            #"{"content":"Hi","role":"user"}"#, #"{"role":"user","content":"Hi","name":"Ann"}"#,
            #"{"role":"user","content":[{"type":"text","text":"Hi"}]}"#,
            #"{"role":"assistant","audio":{"id":"x"}}"#,
            #"{"role":"assistant","content":"a","reasoning_content":"hm"}"#,
        ] {
            #expect(try !message(text).isPlain, "\(text)")
        }
    }
}
