import ChatCompletions
import Support
import Testing

/// Requests as Python, run by Python.
struct PythonRequestTests {
    private static let odd =
        "it's \"so\" \\ \\n $HOME {} %s '''\"\"\" \u{7}\u{202E}\u{2028}\u{FEFF} tab\t\r\nend 温度 👩‍👩‍👧‍👦"

    private func body(streams: Bool) -> JSONValue {
        [
            "model": "tiny", "stream": .bool(streams), "temperature": 0.7, "seed": 18446744,
            "stop": ["\n", "。", .string(Self.odd)], "logit_bias": [:], "tools": [], "user": nil,
            "messages": [["role": "user", "content": .string(Self.odd)]],
        ]
    }

    private func run(_ request: HTTPRequest) async throws -> CommandRun {
        let desk = try CommandDesk()
        let text = request.asPython(keyVariable: "MINE")
        #expect(!Canary.isIn(text))
        return try await RunningCommand(
            "/usr/bin/env", ["python3", "-"], input: Array(text.utf8),
            environment: desk.environment.merging(["MINE": Canary.key, "ORG": "o'rg"]) { $1 }
        ).end()
    }

    private func request(to provider: TestProvider, _ body: [UInt8]) throws -> HTTPRequest {
        HTTPRequest(
            method: "POST", url: provider.baseURL + "/chat/completions",
            headers: [Header("Content-Type", "application/json"), Header("X-Odd", "it's \"odd\"")],
            body: body, keyHeader: Header("Authorization", "Bearer "),
            templates: [try HeaderTemplate("X-Org", "a ${ORG} b")])
    }

    @Test(arguments: [true, false])
    func itSendsTheSameAndPrintsTheAnswer(streams: Bool) async throws {
        let answer = "A \"b\"\n温度 👩‍👩‍👧‍👦"
        let document: JSONValue = ["choices": [["message": ["content": .string(answer)]]]]
        let chunks = [Chunk.content("A \"b\"\n"), Chunk.content("温度 👩‍👩‍👧‍👦"), Chunk.finish()]
        let provider = try TestProvider(
            streams
                ? [.streamHead] + (chunks + [Chunk.done]).map { .chunk($0) } + [.lastChunk]
                : TestStep.answer(200, document.text))
        let body = body(streams: streams)
        let run = try await run(request(to: provider, Array(body.text.utf8)))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text == answer + "\n")
        let received = await provider.request()
        #expect(try JSONValue(parsing: received.body) == body)
        #expect(received.value(of: "Authorization") == "Bearer \(Canary.key)")
        #expect(received.value(of: "X-Odd") == "it's \"odd\"")
        #expect(received.value(of: "X-Org") == "a o'rg b")
    }

    @Test func whatIsNoObjectIsSentAsItStands() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let body = Array("{\"a\": 1, oops '\"\\ 温度\n".utf8)
        let run = try await run(request(to: provider, body))
        #expect(run.status == 0, "\(run.errors)")
        #expect(await provider.request().body == body)
    }

    @Test func aRefusalIsPrinted() async throws {
        let provider = try TestProvider(TestStep.answer(400, "no 温度"))
        let run = try await run(request(to: provider, Array(body(streams: true).text.utf8)))
        #expect(run.status == 1)
        #expect(run.errors.contains("400"))
        #expect(run.errors.contains("no 温度"))
    }

    /// The key would go along.
    @Test func aRedirectIsNotFollowed() async throws {
        let other = try TestProvider(TestStep.answer(200, "{}"))
        let provider = try TestProvider(
            TestStep.answer(302, "", headers: ["Location: \(other.baseURL)/elsewhere"]))
        let run = try await run(request(to: provider, Array(body(streams: true).text.utf8)))
        #expect(run.status == 1)
        #expect(run.errors.contains("302"))
        #expect(other.requests.isEmpty)
    }
}
