import ChatCompletions
import Corpora
import Testing
import Words

/// Each contradiction of the four documents, by its name in `Corpora/facts.json`, and what is
/// made of it.
@Suite struct ContradictionTests {
    private func request(
        _ provider: Provider, _ members: [JSONValue.Member] = [], text: String = "Hi"
    ) -> ChatRequest {
        ChatRequest(
            provider: provider, model: "a/b", messages: [Message(.user, text)],
            parameters: Parameters(members))
    }

    private func findings(_ provider: Provider, _ name: String, _ value: JSONValue) -> [String] {
        provider.findings(for: name, value).map { "\($0.severity): \($0.sentence.english)" }
    }

    // MARK: NeoLink

    @Test("neolink-host, neolink-path: each can be chosen, and the key goes to all three")
    func neolinksHostsAndPaths() throws {
        for host in ["neolink-ai.com", "ai.neolink.com", "ai-neolink.com"] {
            for path in ["/chat/completions", "/chat/completion_messages"] {
                var request = request(.neolink)
                request.baseURL = "https://\(host)/model/api/v1\(path)"
                #expect(try request.url() == request.baseURL)
                #expect(Provider.neolink.owns(request.baseURL ?? ""))
            }
        }
        let url = try request(.neolink).url()
        #expect(url == "https://neolink-ai.com/model/api/v1/chat/completions")
    }

    @Test("neolink-envelope: the older answer is understood")
    func neolinksEnvelope() {
        let body =
            #"{"code":0,"message":"","result":{"id":"i","answer":"hi","usage":{"total_tokens":3}}}"#
        let reading = Reading(status: 200, [Array(body.utf8)])
        #expect(reading.content == "hi")
        #expect(reading.reader.answer.usage?.totalTokens == 3)
    }

    @Test("neolink-stream: offered, and said to be undocumented")
    func neolinksStream() {
        #expect(request(.neolink).body()["stream"] == true)
        #expect(request(.neolink).body()["stream_options"] == nil)
        #expect(
            findings(.neolink, "stream", true) == ["note: stream is not in NeoLink's document."])
    }

    @Test("neolink-stop-empty: one text, never empty, never a list")
    func neolinksStop() {
        #expect(findings(.neolink, "stop", "") == ["refusal: stop must not be empty for NeoLink."])
        #expect(findings(.neolink, "stop", ["a", "b"]).first?.hasPrefix("refusal: ") == true)
        #expect(request(.neolink, [.init("stop", ["a"])]).body()["stop"] == "a")
        #expect(request(.neolink, [.init("stop", [])]).body()["stop"] == nil)
        #expect(Provider.neolink.parameter("stop")?.staysInAnswer == false)
    }

    @Test("neolink-stop-reason: shown as a detail; empty tool calls are none")
    func neolinksStopReason() {
        let body =
            #"{"choices":[{"index":0,"message":{"role":"assistant","content":"hi","tool_calls":[]},"#
            + #""finish_reason":"stop","stop_reason":"\n"}]}"#
        let reading = Reading(status: 200, [Array(body.utf8)])
        let choice = reading.reader.answer.choices.first
        #expect(choice?.finishReason == "stop")
        #expect(choice?.toolCalls.isEmpty == true)
    }

    @Test("neolink-low-default: 200 cuts ordinary answers, so a length is always sent")
    func neolinksLength() {
        #expect(request(.neolink).body()["max_tokens"] == 2048)
        #expect(request(.neolink, [.init("max_tokens", 5)]).body()["max_tokens"] == 5)
    }

    @Test("neolink-both-sampling: temperature and top_p may be set together")
    func neolinksSampling() {
        let both = [JSONValue.Member("temperature", 0.7), .init("top_p", 0.7)]
        #expect(request(.neolink, both).findings().isEmpty)
    }

    // MARK: CoresHub and Lanrui

    @Test("coreshub-max-tokens-inf, lanrui-max-tokens-inf: infinity is never encoded")
    func infinity() throws {
        for provider in [Provider.coreshub, .lanrui] {
            #expect(provider.parameter("max_tokens")?.defaultValue == .infinite)
            #expect(request(provider).body()["max_tokens"] == nil)
            for value: JSONValue in [.number(.infinity), "inf", "Infinity"] {
                let request = request(provider, [.init("max_tokens", value)])
                #expect(request.body()["max_tokens"] == nil)
                #expect(try JSONValue(parsing: request.body().text) == request.body())
            }
        }
    }

    @Test("coreshub-stop-text: a text or at most four, and an empty list is not sent")
    func coreshubsStop() {
        #expect(request(.coreshub, [.init("stop", [])]).body()["stop"] == nil)
        #expect(request(.coreshub, [.init("stop", "a")]).body()["stop"] == "a")
        #expect(request(.coreshub, [.init("stop", ["a"])]).body()["stop"] == ["a"])
        #expect(findings(.coreshub, "stop", ["a", "b", "c", "d"]).isEmpty)
        let five = findings(.coreshub, "stop", ["a", "b", "c", "d", "e"])
        #expect(five == ["warning: CoresHub takes at most 4 texts for stop; 5 are set."])
        #expect(findings(.coreshub, "stop", nil).isEmpty)
    }

    @Test("coreshub-model-missing, coreshub-invalid-json: such answers are read")
    func coreshubsExample() {
        let body =
            #"{"choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"#
            + #""finish_reason":"stop"}],"usage":{"total_tokens":21}}"#
        let reading = Reading(status: 200, [Array(body.utf8)])
        #expect(reading.content == "Hello")
        #expect(reading.ending.failure == nil)
    }

    @Test("coreshub: thinking that is sent back is HTTP 400, so it is taken out")
    func coreshubsHistory() {
        let messages = [Message(.user, "Hi"), Message(.assistant, "Yes", reasoning: "hm")]
        let body = ChatRequest(provider: .coreshub, model: "m", messages: messages).body()
        #expect(body["messages"]?[1] == ["role": "assistant", "content": "Yes"])
    }

    @Test("coreshub-later-page: what only later pages have is marked")
    func coreshubsLaterPage() {
        let sentence = "note: response_format is not in CoresHub's document."
        #expect(findings(.coreshub, "response_format", "json_object") == [sentence])
    }

    @Test("lanrui-message-name: messages is sent, and the name can be switched")
    func lanruisMessages() {
        #expect(request(.lanrui).body()["messages"] != nil)
        var switched = Provider.lanrui
        switched.messagesName = "message"
        #expect(request(switched).body()["message"] != nil)
        #expect(request(switched).body()["messages"] == nil)
    }

    @Test("lanrui-model-form: free text, with a word when it has no slash")
    func lanruisModel() {
        var request = request(.lanrui)
        #expect(request.findings().isEmpty)
        request.model = "llama"
        let sentence = "Lanrui names its models model_name/model_version."
        #expect(request.findings().map(\.sentence.english) == [sentence])
        #expect(request.body()["model"] == "llama")
    }

    @Test("lanrui-sse-prefix: bare lines and events are both read; a finish reason ends well")
    func lanruisLines() {
        let chunks = [
            #"{"choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}"#,
            #"{"choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":null}]}"#,
            #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
        ]
        for prefix in ["", "data: "] {
            let text = chunks.map { prefix + $0 }.joined(separator: "\n\n") + "\n\n"
            for pieces in cuttings(Array(text.utf8)) {
                let reading = Reading(status: 200, pieces)
                #expect(reading.content == "Hello")
                #expect(reading.ending.failure == nil)
            }
        }
    }

    // MARK: PPIO

    @Test(
        "ppio-n-default, ppio-penalty-ends, ppio-temperature-ends: taken wider than printed",
        arguments: [
            ("n", [1, 128], [0, 129]), ("frequency_penalty", [-2, 2], [-2.1, 2.1]),
            ("presence_penalty", [-2, 2], [-2.1, 2.1]), ("temperature", [0, 2], [-0.1, 2.1]),
        ])
    func ppiosEnds(name: String, taken: [Double], outside: [Double]) throws {
        let spec = try #require(Provider.ppio.parameter(name))
        for end in taken {
            #expect(spec.range?.contains(end) == false)
            #expect(findings(.ppio, name, .number(end)).isEmpty)
        }
        for value in outside { #expect(findings(.ppio, name, .number(value)).count == 1) }
    }

    @Test("ppio-topk-ends: as printed, 1 and 128 are outside, marked and sent")
    func ppiosTopK() {
        for value in [1, 128] {
            #expect(findings(.ppio, "top_k", .integer(value)).count == 1)
            let body = request(.ppio, [.init("top_k", .integer(value))]).body()
            #expect(body["top_k"] == .integer(value))
        }
        #expect(findings(.ppio, "top_k", 2).isEmpty)
    }

    @Test("ppio-stop-included: the text stays in the answer, and up to four are taken")
    func ppiosStop() {
        #expect(Provider.ppio.parameter("stop")?.staysInAnswer == true)
        #expect(findings(.ppio, "stop", ["a", "b", "c", "d"]).isEmpty)
    }

    @Test("ppio-clb-undefined: passed through")
    func ppiosContextLength() {
        let name = "context_length_exceeded_behavior"
        #expect(request(.ppio, [.init(name, "error")]).body()[name] == "error")
        #expect(findings(.ppio, name, "whatever").isEmpty)
    }

    @Test("ppio-response-format-text: a schema beside the type, and JSON asked for in a message")
    func ppiosSchema() {
        let format: JSONValue = ["type": "json_object", "schema": ["type": "object"]]
        let members = [JSONValue.Member("response_format", format)]
        #expect(request(.ppio, members).body()["response_format"] == format)
        #expect(
            request(.ppio, members).findings().map(\.sentence.english) == [
                "PPIO wants JSON to be asked for in a message too."
            ])
        #expect(request(.ppio, members, text: "as JSON").findings().isEmpty)
        #expect(request(.openAI, members, text: "as JSON").findings().count == 1)
    }

    @Test("ppio-max-tokens-required: always sent, but never beside the other name")
    func ppiosLength() {
        #expect(request(.ppio).body()["max_tokens"] == 4096)
        let other = request(.ppio, [.init("max_completion_tokens", 9)]).body()
        #expect(other["max_tokens"] == nil)
    }

    @Test("ppio-object-in-stream, ppio-usage-opt-in: chunks may call themselves completions")
    func ppiosStream() {
        let options: JSONValue = ["include_usage": true]
        #expect(request(.ppio).body()["stream_options"] == options)
        #expect(request(.ppio, [.init("stream", false)]).body()["stream_options"] == nil)
        let text =
            #"data: {"object":"chat.completion","choices":[{"index":0,"delta":{"content":"x"},"#
            + #""finish_reason":"stop"}],"usage":null}"# + "\n\n"
            + #"data: {"object":"chat.completion","choices":[],"usage":{"total_tokens":7}}"#
            + "\n\ndata: [DONE]\n\n"
        let reading = Reading(status: 200, [Array(text.utf8)])
        #expect(reading.content == "x")
        #expect(reading.reader.answer.usage?.totalTokens == 7)
    }

    @Test("ppio-reasoning-scope: the switch asks for it by its wire name")
    func ppiosReasoning() {
        #expect(request(.ppio).body()["separate_reasoning"] == nil)
        #expect(request(.ppio, [.init("reasoning", true)]).body()["separate_reasoning"] == true)
        #expect(request(.ppio, [.init("reasoning", false)]).body()["separate_reasoning"] == false)
    }

    @Test("ppio-base-url: both addresses are PPIO's own")
    func ppiosHosts() {
        #expect(Provider.ppio.owns("https://api.ppinfra.com/v3/openai"))
        #expect(Provider.ppio.owns("https://api.ppio.com/openai"))
        #expect(!Provider.ppio.owns("https://api.novita.ai/openai"))
    }
}
