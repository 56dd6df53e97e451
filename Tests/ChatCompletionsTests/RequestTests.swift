import ChatCompletions
import Testing
import Words

@Suite struct RequestTests {
    private func request(
        _ provider: Provider, _ members: [JSONValue.Member] = [], _ text: String = "Hi"
    )
        -> ChatRequest
    {
        ChatRequest(
            provider: provider,
            model: "m",
            messages: [Message(.user, text)],
            parameters: Parameters(members)
        )
    }

    @Test func theRequestIsWhatGoesToTheWire() throws {
        let http = try request(.ppio, [.init("stream", false), .init("temperature", 0.5)])
            .httpRequest()
        #expect(http.method == "POST")
        #expect(http.url == "https://api.ppinfra.com/v3/openai/chat/completions")
        #expect(http.keyHeader == Header("Authorization", "Bearer "))
        #expect(http.headers.contains(Header("Content-Type", "application/json")))
        #expect(http.headers.contains(Header("Accept", "application/json")))
        let body =
            #"{"model":"m","messages":[{"role":"user","content":"Hi"}],"temperature":0.5,"#
            + #""max_tokens":4096,"stream":false}"#
        #expect(String(decoding: http.body, as: UTF8.self) == body)
        let stream = try request(.ppio).httpRequest()
        #expect(stream.headers.contains(Header("Accept", "text/event-stream")))
    }

    @Test func aBaseURLMayEndInASlashOrInThePath() throws {
        var request = request(.neolink)
        for base in ["http://h/v1", "http://h/v1/", "http://h/v1/chat/completions"] {
            request.baseURL = base
            #expect(try request.url() == "http://h/v1/chat/completions")
        }
        request.baseURL = "http://h/v1/chat/completion_messages"
        #expect(try request.url() == "http://h/v1/chat/completion_messages")
    }

    @Test func whatCannotBeSentIsRefused() {
        #expect(throws: RequestProblem.noBaseURL) { try request(.generic).httpRequest() }
        var bad = request(.generic)
        bad.baseURL = "http://u@h/v1"
        #expect(throws: RequestProblem.badURL("http://u@h/v1", .userInfo)) { try bad.httpRequest() }
        #expect(throws: RequestProblem.self) {
            try request(.neolink, [.init("stop", "")]).httpRequest()
        }
        var empty = request(.ppio)
        empty.messages = []
        #expect(throws: RequestProblem.self) { try empty.httpRequest() }
    }

    @Test func onlyOneLimitOfLengthIsSent() {
        let body = request(.ppio, [.init("max_completion_tokens", 5)]).body()
        #expect(body["max_tokens"] == nil)
        #expect(body["max_completion_tokens"] == 5)
    }

    @Test func historyGoesBackAsTheDialectWants() {
        let call = ToolCall(id: "c", name: "f", arguments: "{}")
        let messages = [
            Message(.user, "Hi"), Message(.assistant, "", reasoning: "hm", toolCalls: [call]),
            Message(.tool, "7", toolCallID: "c"),
        ]
        let answer = { (provider: Provider) in
            ChatRequest(provider: provider, model: "m", messages: messages).body()["messages"]
        }
        let calls =
            #""tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}"#
        #expect(answer(.coreshub)?[1]?.text == #"{"role":"assistant","content":null,"# + calls)
        #expect(
            answer(.deepSeek)?[1]?.text
                == #"{"role":"assistant","content":null,"reasoning_content":"hm","# + calls
        )
        #expect(answer(.coreshub)?[2]?.text == #"{"role":"tool","content":"7","tool_call_id":"c"}"#)
    }

    @Test func thinkingIsAskedForInEachProvidersWay() {
        let on = [JSONValue.Member("reasoning", true)]
        #expect(request(.practice, on).body()["enable_thinking"] == true)
        #expect(request(.ppio, on).body()["separate_reasoning"] == true)
        #expect(request(.deepSeek, on).body()["thinking"] == ["type": "enabled"])
        #expect(request(.openRouter, on).body()["reasoning"] == ["enabled": true])
        #expect(request(.neolink, on).body()["reasoning"] == nil)
        #expect(request(.neolink, on).findings().map(\.parameter) == ["reasoning"])
        let own: JSONValue = ["effort": "high"]
        #expect(request(.openRouter, [.init("reasoning", own)]).body()["reasoning"] == own)
    }

    @Test func aSwitchMayBeGivenByItselfWithMoreInIt() {
        let effort: JSONValue = ["effort": "high"]
        #expect(Provider.openRouter.findings(for: "reasoning", effort).isEmpty)
        #expect(Provider.openRouter.findings(for: "reasoning", "high").count == 1)
        let thinking: JSONValue = ["type": "enabled", "keep": "all"]
        #expect(Provider.moonshot.findings(for: "thinking", thinking).isEmpty)
        #expect(Provider.moonshot.findings(for: "thinking", true).count == 1)
        #expect(Provider.dashScope.findings(for: "enable_thinking", true).isEmpty)
        let body = request(
            .moonshot, [.init("reasoning", false), .init("thinking", thinking)]
        ).body()
        #expect(body["thinking"] == thinking)
    }

    @Test func whatAServiceRefusesOrIgnoresIsSaid() {
        let refused = Provider.groq.findings(for: "logprobs", true)
        #expect(refused.map(\.severity) == [.warning])
        #expect(refused.map(\.parameter) == ["logprobs"])
        #expect(refused.map(\.sentence.english) == ["Groq answers logprobs with an error."])
        let ignored = Provider.miniMax.findings(for: "logit_bias", [:])
        #expect(ignored.map(\.severity) == [.note])
        #expect(ignored.map(\.parameter) == ["logit_bias"])
        #expect(ignored.map(\.sentence.english) == ["MiniMax takes no notice of logit_bias."])
        var own = Provider.generic
        own.rejects = ["seed"]
        #expect(own.findings(for: "seed", 1).map(\.severity) == [.warning])
    }

    @Test func theNameOfTheLengthIsTheDialects() {
        let old = Provider.openAI.findings(for: "max_tokens", 5)
        #expect(
            old.map(\.sentence.english) == [
                "OpenAI calls it max_completion_tokens; max_tokens is sent as given."
            ])
        let new = Provider.ppio.findings(for: "max_completion_tokens", 5)
        #expect(new.first?.sentence.english.hasPrefix("PPIO calls it max_tokens") == true)
        #expect(Provider.vLLM.findings(for: "max_tokens", 5).isEmpty)
        #expect(Provider.vLLM.findings(for: "max_completion_tokens", 5).isEmpty)
    }

    @Test func aSchemaGoesThroughAsItIs() {
        let schema: JSONValue = ["type": "json_object", "schema": ["type": "object"]]
        let body = request(.ppio, [.init("response_format", schema)]).body()
        #expect(body["response_format"] == schema)
    }

    @Test func jsonMustBeAskedForInAMessageToo() {
        let format = [JSONValue.Member("response_format", "json_object")]
        #expect(request(.ppio, format).findings().map(\.severity) == [.warning])
        #expect(request(.ppio, format, "as Json please").findings().isEmpty)
        #expect(request(.practice, format).findings().isEmpty)
    }

    @Test func lanruisMessagesCanBeRenamed() {
        var provider = Provider.lanrui
        provider.messagesName = "message"
        #expect(request(provider).body()["message"] != nil)
        #expect(request(.lanrui).findings().map(\.parameter) == ["model"])
    }

    @Test func unknownNamesFollowTheKnownOnes() {
        let body = request(.practice, [.init("zeta", 1), .init("seed", 7), .init("top_p", 0.5)])
            .body()
        let names = body.members?.map(\.name)
        #expect(
            names == ["model", "messages", "top_p", "seed", "zeta", "stream", "stream_options"]
        )
    }

    @Test(arguments: [
        ("temperature=0.2", "0.2", 0), ("temperature=3", "3", 1), ("temperature=hot", #""hot""#, 1),
        ("seed=42", "42", 0), (#"stop=["\n","。"]"#, #"["\n","。"]"#, 0), ("stop=7", #""7""#, 0),
        ("response_format=json_object", #""json_object""#, 0), ("stream=off", "false", 0),
        ("reasoning=on", "true", 0),
        ("logprobs=on", "true", 0), ("max_tokens=inf", "null", 1), ("what=[1]", "[1]", 1),
        ("seed=18446744073709551615", "18446744073709551615", 0),
        ("temperature=0.70", "0.70", 0), ("max_tokens=100.0", "100.0", 0),
        ("logit_bias={\"1\":-1e1}", #"{"1":-1e1}"#, 0), ("what=1.10", "1.10", 1),
        ("what=a=b", #""a=b""#, 1), ("logit_bias={\"1\":-100}", #"{"1":-100}"#, 0),
        ("what=NaN", #""NaN""#, 1), ("what=[1,NaN]", #""[1,NaN]""#, 1),
        ("temperature=nan", #""nan""#, 1), ("temperature=NaN", #""NaN""#, 1),
        ("logit_bias=NaN", #""NaN""#, 1), ("what=[1,]", "[1]", 1),
        ("context_length_exceeded_behavior=1", #""1""#, 0), ("stop=", #""""#, 1),
    ])
    func parametersAreReadByTheirKind(text: String, value: String, findings: Int) throws {
        let parsed = try Parameters.parse(text, for: .ppio)
        #expect(parsed.value.text == value)
        let body = request(.ppio, [.init(parsed.name, parsed.value)]).body()
        if parsed.value.double?.isFinite == true { #expect(body[parsed.name]?.text == value) }
        #expect(parsed.findings.count == findings)
    }

    @Test(arguments: ["what=Infinity", "temperature=Infinity", "max_tokens=Infinity"])
    func whatHasNoBoundIsNotSentAsNull(text: String) throws {
        let parsed = try Parameters.parse(text, for: .ppio)
        let body = request(.ppio, [.init(parsed.name, parsed.value)]).body()
        #expect(body[parsed.name] == nil)
        #expect(
            parsed.findings.map(\.sentence.english).first?.hasSuffix("JSON has no infinity.")
                == true)
    }

    @Test func whatIsNoParameterSaysWhy() {
        #expect(throws: ParameterProblem.noName("=1")) { try Parameters.parse("=1", for: .ppio) }
        #expect(throws: ParameterProblem.noValue("top_p")) {
            try Parameters.parse("top_p", for: .ppio)
        }
    }

    @Test func theCurlCommandIsQuotedForAShell() throws {
        let curl = try request(.ppio, [], "it's $HOME `x` '\u{301}").asCurl()
        #expect(curl.contains(#"-H "Authorization: Bearer $PPIO_API_KEY""#))
        #expect(curl.contains(#"it'\''s $HOME `x` '\''"# + "\u{301}"))
        #expect(curl.hasPrefix("curl -sS -N 'https://api.ppinfra.com/v3/openai/chat/completions'"))
        var local = request(.practice)
        local.baseURL = "http://127.0.0.1:1/v1"
        #expect(try !local.asCurl().contains("Authorization"))
    }
}
