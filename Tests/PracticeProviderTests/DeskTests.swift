import ChatCompletions
import PracticeProvider
import Testing

@Suite struct DeskTests {
    private let desk = PracticeDesk(tokensPerSecond: nil)

    private func document(
        _ body: JSONValue,
        method: String = "POST",
        path: String = "/v1/chat/completions"
    ) throws -> (status: Int, JSONValue) {
        let reply = desk.reply(method: method, path: path, body: Array(body.text.utf8))
        guard case .document(let status, let json, _) = reply else { return (0, .null) }
        return (status, try JSONValue(parsing: json))
    }

    private func chunks(_ body: JSONValue) throws -> [JSONValue] {
        let reply = desk.reply(
            method: "POST",
            path: "/v1/chat/completions",
            body: Array(body.text.utf8)
        )
        guard case .events(var events, _) = reply else { return [] }
        var text = ""
        while let more = events.next() { text += more }
        let lines = text.split(separator: "\n\n").map { $0.dropFirst("data: ".count) }
        #expect(lines.last == "[DONE]")
        return try lines.dropLast().map { try JSONValue(parsing: String($0)) }
    }

    @Test(
        arguments: [
            (["model": nil], 400, "model"), (["model": "gpt"], 404, "model"),
            (["messages": nil], 400, "messages"), (["messages": "hi"], 400, "messages"),
            (["messages": []], 400, "messages"), (["messages": [7]], 400, "messages[0]"),
            (["messages": [["role": "king"]]], 400, "messages[0].role"),
            (["messages": [["role": "user", "content": 7]]], 400, "messages[0].content"),
            (["temperature": 2.1], 400, "temperature"), (["temperature": "1"], 400, "temperature"),
            (["top_p": -0.1], 400, "top_p"), (["top_k": 1.5], 400, "top_k"),
            (["min_p": 2], 400, "min_p"), (["n": 9], 400, "n"), (["n": 0], 400, "n"),
            (["presence_penalty": 3], 400, "presence_penalty"),
            (["frequency_penalty": -3], 400, "frequency_penalty"),
            (["repetition_penalty": 0], 400, "repetition_penalty"),
            (["max_tokens": 0], 400, "max_tokens"), (["seed": "x"], 400, "seed"),
            (["stop": [1]], 400, "stop"), (["stop": ""], 400, "stop"),
            (["stream": "yes"], 400, "stream"), (["top_logprobs": 3], 400, "top_logprobs"),
            (["logit_bias": ["5": 101]], 400, "logit_bias"),
            (["logit_bias": []], 400, "logit_bias"),
            (["response_format": ["type": "xml"]], 400, "response_format"),
        ] as [(JSONValue, Int, String)])
    func aBadMemberIsRefusedByName(change: JSONValue, status: Int, name: String) throws {
        let (given, document) = try document(body("Hi", change))
        #expect(given == status)
        #expect(document["error"]?["param"]?.string == name)
        #expect(document["error"]?["message"]?.string?.isEmpty == false)
        #expect(document["error"]?["type"]?.string == "invalid_request_error")
    }

    @Test func whatIsNoJSONIsRefusedWithThePlace() throws {
        let reply = desk.reply(method: "POST", path: "/v1/chat/completions", body: Array("{".utf8))
        guard case .document(400, let json, _) = reply else {
            Issue.record("not refused")
            return
        }
        #expect(try JSONValue(parsing: json)["error"]?["code"] == "invalid_json")
    }

    @Test func unknownPathsAndWrongMethodsAreRefused() throws {
        #expect(try document(.null, method: "GET", path: "/v2").status == 404)
        #expect(try document(.null, method: "GET").status == 405)
        #expect(try document(.null, method: "POST", path: "/v1/models").status == 405)
    }

    @Test func theModelsAreListed() throws {
        let (status, list) = try document(.null, method: "GET", path: "/v1/models")
        #expect(status == 200)
        #expect(list["data"]?[0]?["id"] == "practice")
    }

    @Test func unknownMembersAndNullsAreIgnored() throws {
        let (status, _) = try document(body("Hi", ["tools": [], "user": "me", "stop": nil]))
        #expect(status == 200)
    }

    @Test func aWholeAnswerHasTheFormOfOpenAI() throws {
        let (status, document) = try document(
            body("Hi", ["max_tokens": 12, "logprobs": true, "top_logprobs": 2, "n": 3])
        )
        #expect(status == 200)
        #expect(document["object"] == "chat.completion")
        #expect(document["choices"]?.array?.map { $0["index"] } == [0, 1, 2])
        let choice = try #require(document["choices"]?[2])
        #expect(choice["message"]?["role"] == "assistant")
        #expect(choice["finish_reason"] == "length")
        let logprobs = try #require(choice["logprobs"]?["content"]?.array)
        let text = logprobs.compactMap { $0["token"]?.string }.joined()
        #expect(text == choice["message"]?["content"]?.string)
        #expect(logprobs.allSatisfy { $0["top_logprobs"]?.array?.count == 2 })
        #expect(document["usage"]?["completion_tokens"] == 36)
        #expect(document["usage"]?["total_tokens"] == 38)
    }

    @Test func aStreamIsTheWholeAnswerInPieces() throws {
        let wanted = body("Explain top_p", ["seed": 11, "n": 2, "max_tokens": 40])
        let (_, whole) = try document(wanted)
        var streamed = wanted
        streamed["stream"] = true
        let chunks = try chunks(streamed)
        for number in 0...1 {
            let deltas = chunks.compactMap { $0["choices"]?[0] }
                .filter { $0["index"]?.int == number }
            #expect(deltas.first?["delta"]?["role"] == "assistant")
            let text = deltas.compactMap { $0["delta"]?["content"]?.string }.joined()
            #expect(text == whole["choices"]?[number]?["message"]?["content"]?.string)
            #expect(deltas.last?["finish_reason"] == whole["choices"]?[number]?["finish_reason"])
            #expect(deltas.dropLast().allSatisfy { $0["finish_reason"]?.isNull == true })
        }
        #expect(chunks.allSatisfy { $0["usage"] == nil })
        #expect(Set(chunks.map { $0["id"] }).count == 1)
        #expect(chunks.prefix(6).map { $0["choices"]?[0]?["index"]?.int } == [0, 1, 0, 1, 0, 1])
    }

    @Test func usageComesInAChunkOfItsOwnWhenItIsAskedFor() throws {
        let chunks = try chunks(
            body(
                "Hi", ["stream": true, "stream_options": ["include_usage": true], "max_tokens": 9])
        )
        let last = try #require(chunks.last)
        #expect(last["choices"] == [])
        #expect(last["usage"]?["completion_tokens"] == 9)
        #expect(chunks.dropLast().allSatisfy { $0["usage"] == .some(.null) })
    }

    @Test(
        arguments: [
            ["model": "practice-thinking"], ["reasoning_effort": "low"], ["enable_thinking": true],
            ["thinking": ["type": "enabled"]], ["separate_reasoning": true],
        ] as [JSONValue])
    func thinkingShowsHowTheWordsWereWeighed(way: JSONValue) throws {
        let wanted = body("What is a seed?", way)
        let (_, document) = try document(wanted)
        let message = try #require(document["choices"]?[0]?["message"])
        let reasoning = try #require(message["reasoning_content"]?.string)
        #expect(reasoning.contains("seed") && reasoning.contains("%"))
        let details = document["usage"]?["completion_tokens_details"]
        #expect((details?["reasoning_tokens"]?.int ?? 0) > 10)
        var streamed = wanted
        streamed["stream"] = true
        let deltas = try chunks(streamed).compactMap { $0["choices"]?[0]?["delta"] }
        #expect(deltas.compactMap { $0["reasoning_content"]?.string }.joined() == reasoning)
        let firstWord = deltas.firstIndex { $0["content"]?.string?.isEmpty == false } ?? 0
        #expect(!deltas[firstWord...].contains { $0["reasoning_content"] != nil })
    }

    @Test func chineseThinkingQuotesAsChineseIsWritten() throws {
        let (_, document) = try document(body("什么是温度？", ["model": "practice-thinking"]))
        let message = try #require(document["choices"]?[0]?["message"])
        let reasoning = try #require(message["reasoning_content"]?.string)
        #expect(reasoning.contains("第一个词：「"))
        #expect(!reasoning.contains { "“”".contains($0) })
    }

    @Test func thinkingCanBeTurnedOff() throws {
        let (_, document) = try document(
            body("Hi", ["model": "practice-thinking", "reasoning_effort": "none"])
        )
        #expect(document["choices"]?[0]?["message"]?["reasoning_content"] == nil)
    }

    @Test func aBiasNamesAWordByItsIdOrByItsText() throws {
        let id = try #require(PracticeModel.shared.vocabulary.token(" practice")).id
        for name in ["\(id)", " practice", "practice"] {
            let bias: JSONValue = .object([.init(name, -100)])
            let (_, document) = try document(body("Hi", ["logit_bias": bias, "seed": 1]))
            let text = document["choices"]?[0]?["message"]?["content"]?.string
            #expect(text?.isEmpty == false)
            #expect(text?.contains(" practice") == false)
        }
    }

    @Test func theBigramModelGoesAnotherWay() throws {
        func answer(_ model: JSONValue) throws -> String? {
            let wanted = body("Explain usage", ["model": model, "seed": 5, "temperature": 1])
            return try document(wanted).1["choices"]?[0]?["message"]?["content"]?.string
        }
        #expect(try answer("practice") != answer("practice-bigram"))
    }

    @Test(arguments: [1e-320, 1e-300, 1e6])
    func anySpeedHasAPause(speed: Double) {
        for streams in [true, false] {
            let body: JSONValue = [
                "model": "practice", "messages": [["role": "user", "content": "Hi"]],
                "stream": .bool(streams), "tokens_per_second": .number(speed), "max_tokens": 2,
            ]
            let reply = desk.reply(
                method: "POST", path: "/v1/chat/completions", body: Array(body.text.utf8))
            switch reply {
            case .events(_, let interval): #expect(interval.map { $0 > .zero } == true)
            case .document(let status, _, let time): #expect(status == 200 && time > .zero)
            }
        }
    }
}
