import ChatCompletions
import Support
import Testing

struct CheckTests {
    private let models = TestStep.answer(200, #"{"data":[{"id":"first"},{"id":"tiny"}]}"#)
    private let plain = TestStep.answer(
        200,
        #"{"choices":[{"index":0,"message":{"content":"a"},"finish_reason":"length"}],"#
            + #""usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}"#)

    @Test func thePracticeProviderWorks() async throws {
        let desk = try CommandDesk()
        let run = try await desk.run("providers", "check", "practice")
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        let lines = run.text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("ok ") }, "\(run.text)")
        for subject in ["address", "key", "models", "answer", "stream", "usage", "http", "cost"] {
            #expect(run.text.contains("ok  \(subject)"), "\(subject)")
        }
        #expect(try desk.allBytes() == [])
    }

    @Test func theSmallestRequestsAreSentAndEachIsJudged() async throws {
        let provider = try TestProvider(models, plain, Streams.answer(["a"]))
        let run = try await check(provider, "--model", "tiny", "--json")
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        let report = try JSONValue(parsing: run.output)
        #expect(report["outcome"] == "ok")
        #expect(report["models"] == 2)
        #expect(report["tokens"] == 7)
        #expect(report["http_version"] == "HTTP/1.1")
        #expect(report["reused_connection"] == true)
        #expect(report["timings"]?["connected"]?.double != nil)
        let bodies = try provider.requests.dropFirst().map { try JSONValue(parsing: $0.body) }
        #expect(bodies.map { $0["max_tokens"] } == [1, 1])
        #expect(bodies.map { $0["stream"] } == [false, true])
        #expect(bodies.allSatisfy { $0["model"] == "tiny" })
    }

    @Test func withoutAModelTheFirstOfTheListIsAsked() async throws {
        let provider = try TestProvider(models, plain, Streams.answer(["a"], usage: false))
        let run = try await check(provider)
        #expect(run.status == 0)
        #expect(run.text.contains("2 models; first is among them"))
        #expect(run.text.contains("note  usage    with plain answers"))
    }

    @Test func aMissingListIsNoFailureAndAStrangeModelIsTold() async throws {
        let none = TestStep.answer(404, "{}")
        let without = try await check(TestProvider(none, plain, plain), "--model", "x")
        #expect(without.status == 0, "\(without.text)")
        #expect(without.text.contains("note  models"))
        #expect(without.text.contains("a plain answer came where a stream was asked for"))
        let strange = try await check(
            TestProvider(models, plain, Streams.answer(["a"])), "--model", "x")
        #expect(strange.status == 0)
        #expect(strange.text.contains("x is not among them"))
    }

    @Test func aRefusedKeyIsToldWithAdviceAndNotTriedAgain() async throws {
        let refused = TestStep.answer(401, #"{"error":{"message":"Incorrect API key"}}"#)
        let provider = try TestProvider(refused)
        let run = try await check(provider, "--model", "tiny", environment: ["FADER_API_KEY": "k"])
        #expect(run.status == 1)
        #expect(run.text.contains("FAILED  answer   HTTP 401"))
        #expect(
            run.text.contains("Check the key: it should be generic’s own, whole, in FADER_API_KEY"))
        #expect(run.text.contains("in the environment variable FADER_API_KEY"))
        #expect(provider.requests.count == 2)
    }

    /// The check has no option for that.
    @Test func noRetriesAreAdvisedWhereThereAreNone() async throws {
        let busy = TestStep.answer(503, "busy")
        let run = try await check(TestProvider(busy, busy, busy), "--model", "tiny")
        #expect(run.status == 1)
        #expect(run.text.contains("send it again"))
        #expect(!(run.text + run.errors).contains("--retries"))
    }

    @Test func aBrokenStreamFailsThoughAPlainAnswerWorks() async throws {
        let cut: [TestStep] = [.streamHead, .chunk(Streams.chunk(content: "a")), .close]
        let run = try await check(TestProvider(models, plain, cut), "--model", "tiny")
        #expect(run.status == 1)
        #expect(run.text.contains("ok      answer"))
        #expect(run.text.contains("FAILED  stream   The answer was cut off"))
    }

    @Test func nobodyThereIsSaidOnce() async throws {
        let run = try await CommandDesk().run(
            "providers", "check", "--base-url", "http://127.0.0.1:1/v1")
        #expect(run.status == 1)
        #expect(run.text.split(separator: "FAILED").count == 1)
        #expect(run.text.contains("Start the server, or check the port in the base URL"))
    }

    @Test(arguments: [["ppio"], ["generic"], ["nosuch"]])
    func whatCannotBeAskedExitsWithTwo(arguments: [String]) async throws {
        let run = try await CommandDesk().run(["providers", "check"] + arguments)
        #expect(run.status == 2)
        #expect(!(run.text + run.errors).isEmpty)
    }

    @Test func withoutAnyModelThereIsNothingToAskWith() async throws {
        let run = try await check(TestProvider(TestStep.answer(200, #"{"data":[]}"#)))
        #expect(run.status == 2)
        #expect(run.errors.contains("--model"))
    }

    private func check(
        _ provider: TestProvider, _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await CommandDesk().run(
            ["providers", "check", "--base-url", provider.baseURL] + arguments,
            environment: environment)
    }
}
