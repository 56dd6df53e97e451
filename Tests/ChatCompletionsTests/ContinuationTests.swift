import ChatCompletions
import Testing

/// An answer at the end of the messages that is to be continued, in each provider's own form.
@Suite struct ContinuationTests {
    private func body(_ provider: Provider, continues: Bool = true) -> JSONValue {
        var request = ChatRequest(
            provider: provider, model: "m",
            messages: [Message(.user, "Count."), Message(.assistant, "one")])
        request.continuesAnswer = continues
        return request.body()
    }

    private static let forms: [String: Provider.Continuation] = [
        "practice": .trailing, "llamacpp": .trailing, "moonshot": .partial, "dashscope": .partial,
        "mistral": .prefix, "deepseek": .prefix, "vllm": .finalMessage, "sglang": .finalMessage,
        "siliconflow": .besideMessages,
    ]

    @Test(arguments: Provider.all.map(\.id)) func eachHasItsOwnFormOrNone(id: String) throws {
        let provider = try #require(Provider.named(id))
        #expect(provider.continuation == Self.forms[id])
        let (body, plain) = (body(provider), body(provider, continues: false))
        let said = plain[provider.messagesName]?.array ?? []
        #expect(said.last == ["role": "assistant", "content": "one"])
        var expected = plain
        switch provider.continuation {
        case nil, .trailing: break
        case .partial:
            expected[provider.messagesName] = .array(
                [said[0], ["role": "assistant", "content": "one", "partial": true]])
        case .prefix:
            expected[provider.messagesName] = .array(
                [said[0], ["role": "assistant", "content": "one", "prefix": true]])
        case .finalMessage:
            #expect(body["continue_final_message"] == true)
            #expect(body["add_generation_prompt"] == false)
            expected["continue_final_message"] = true
            expected["add_generation_prompt"] = false
        case .besideMessages:
            expected[provider.messagesName] = .array([said[0]])
            expected["prefix"] = "one"
        }
        for name in Set((body.members ?? []).map(\.name) + (expected.members ?? []).map(\.name)) {
            #expect(body[name] == expected[name], "\(name)")
        }
    }

    @Test func deepSeekContinuesAtOneOfItsAddresses() {
        let address = Provider.deepSeek.continuationAddress
        #expect(Provider.deepSeek.endpoints.map(\.baseURL).contains(address ?? ""))
        #expect(Provider.all.compactMap(\.continuationAddress) == [address])
    }
}
