import ChatCompletions
import Foundation
import Support
import Testing

/// `fader send` of answers without text: never nothing at all.
struct SilenceTests {
    private func answer(_ message: String, finish: String = "stop") -> [TestStep] {
        TestStep.answer(
            200, #"{"choices":[{"index":0,"message":{\#(message)},"finish_reason":"\#(finish)"}]}"#)
    }

    private func chunk(_ delta: String, finish: String = "null") -> TestStep {
        .chunk(
            #"data: {"choices":[{"index":0,"delta":{\#(delta)},"finish_reason":\#(finish)}]}"#
                + "\n\n")
    }

    private let ending: [TestStep] = [.chunk("data: [DONE]\n\n"), .lastChunk]

    @Test(arguments: [
        (#""content":null"#, "content_filter", "The service's filter held the answer back"),
        (#""content":"""#, "stop", "The answer is empty: the model stopped at once (stop)."),
        (#""content":null,"reasoning_content":"Hm""#, "length", "raise max_tokens"),
        (#""content":null,"images":[{},{}]"#, "stop", "The answer is 2 pictures"),
        (#""content":null,"audio":{"id":"a","data":"AA"}"#, "stop", "The answer is 1 sound"),
        (#""function_call":{"name":"f","arguments":"{}"}"#, "function_call", "calls f({})"),
    ])
    func aSilentAnswerIsToldOnStandardError(
        message: String, finish: String, sentence: String
    ) async throws {
        let provider = try TestProvider(answer(message, finish: finish))
        let desk = try CommandDesk()
        let run = try await desk.send(to: provider, "--no-stream", "Hi")
        #expect(run.status == 0)
        #expect(run.text == "")
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        let session = try await desk.onlySession()
        let shown = try await desk.run("sessions", "show", session["id"]?.string ?? "")
        #expect(
            shown.text.contains("[" + (finish == "function_call" ? "the model " : "")),
            "\(shown.text)")
        #expect(shown.text.contains(sentence))
        let report = try await desk.send(to: provider, "--no-stream", "--json", "Hi")
        #expect(report.errors.contains(sentence) == (finish != "function_call"))
        #expect(try JSONValue(parsing: report.output)["outcome"] == "ok")
    }

    @Test func aRefusalIsPrintedAndCalledOne() async throws {
        let provider = try TestProvider(
            [
                .streamHead, chunk(#""refusal":"I will""#),
                chunk(#""refusal":" not.""#, finish: "\"stop\""),
            ] + ending)
        let desk = try CommandDesk()
        let run = try await desk.send(to: provider, "Hi")
        #expect(run.status == 0)
        #expect(run.text == "I will not.")
        #expect(run.errors == "fader: The model refused.\n")
        let session = try await desk.onlySession()
        #expect(session["turns"]?[1]?["content"] == "")
        #expect(session["turns"]?[1]?["refusal"] == "I will not.")
        let shown = try await desk.run("sessions", "show", session["id"]?.string ?? "")
        #expect(shown.text.contains("I will not.\n[The model refused.]"))
    }

    @Test func whatASoundSaysAndTheOldFormArePrinted() async throws {
        let old = #"{"choices":[{"index":0,"text":"Hello.","finish_reason":"stop"}]}"#
        let provider = try TestProvider(
            answer(#""content":null,"audio":{"id":"a","transcript":"Hello."}"#),
            TestStep.answer(200, old))
        let desk = try CommandDesk()
        let sound = try await desk.send(to: provider, "--no-stream", "Hi")
        #expect(sound.text == "Hello.")
        #expect(sound.errors.contains("also holds 1 sound"))
        let form = try await desk.send(to: provider, "--no-stream", "Hi")
        #expect(form.text == "Hello.")
        #expect(form.errors == "")
    }

    @Test func eachChoiceIsToldByItsNumber() async throws {
        let provider = try TestProvider(
            [
                .streamHead, .chunk(Streams.chunk(content: "Heads.")),
                .chunk(Streams.finish(reason: "stop")),
                .chunk(Streams.finish(reason: "content_filter", index: 1)),
            ] + ending)
        let run = try await CommandDesk().send(to: provider, "-p", "n=2", "Hi")
        #expect(run.errors.contains("choice 2: The service's filter held"))
        #expect(!run.errors.contains("choice 1"))
    }

    @Test func anEndAndNothingBeforeItIsTold() async throws {
        let provider = try TestProvider([.streamHead] + ending)
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.status == 0)
        #expect(run.errors == "fader: The answer is empty: nothing came but its end.\n")
    }

    @Test(arguments: [("--stream", "truncated"), ("--no-stream", "malformed")])
    func anEmptyBodyIsAFailure(option: String, kind: String) async throws {
        let provider = try TestProvider(TestStep.answer(200, ""))
        let desk = try CommandDesk()
        let run = try await desk.send(to: provider, option, "Hi")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("fader: The server sent nothing.\n"))
        #expect(!run.errors.contains("go on"))
        let report = try await desk.send(to: provider, option, "--json", "Hi")
        #expect(try JSONValue(parsing: report.output)["error"]?["kind"] == .string(kind))
    }

    @Test func aBadStatusWithAStreamIsNoAnswerThatBrokeOff() async throws {
        let provider = try TestProvider([
            .head(503, ["Content-Type: text/event-stream", "Transfer-Encoding: chunked"]),
            .chunk(#"data: {"error":{"message":"no worker"}}"# + "\n\n"), .lastChunk,
        ])
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("fader: HTTP 503 Service Unavailable: no worker.\n"))
    }

    // MARK: Figures

    @Test(arguments: ["--library", "--no-library"])
    func whatCameAtOnceHasNoSpeed(option: String) async throws {
        let chunks = (1...300).map { _ in Streams.chunk(content: "x") }.joined()
        let end = Streams.finish(reason: "stop") + "data: [DONE]\n\n"
        let usage = #"data: {"choices":[],"usage":{"completion_tokens":300}}"# + "\n\n"
        let provider = try TestProvider(
            TestStep.answer(200, chunks + usage + end, headers: ["Content-Type: text/event-stream"])
        )
        let desk = try CommandDesk()
        let library = desk.home.appending(path: "l.sqlite").path
        let options = option == "--library" ? [option, library] : [option]
        let run = try await desk.run(
            ["send", "--base-url", provider.baseURL, "--model", "tiny", "--json", "Hi"] + options)
        let timings = try JSONValue(parsing: run.output)["timings"]
        #expect(timings?["tokens_per_second"] == .null)
        #expect(timings?["first_token"]?.double != nil)
    }

    @Test func anAnswerThatFlowsHasItsGapsInTheReport() async throws {
        let run = try await CommandDesk().run("send", "--json", "-p", "max_tokens=20", "Hi")
        let timings = try JSONValue(parsing: run.output)["timings"]
        let gaps = try #require(timings?["gaps"])
        #expect(gaps.members?.map(\.name) == ["p50", "p95", "longest", "pauses"])
        let median = try #require(gaps["p50"]?.double)
        let high = try #require(gaps["p95"]?.double)
        #expect(try median <= high && high <= #require(gaps["longest"]?.double))
        #expect(timings?["tokens_per_second"]?.double != nil)
    }

    // MARK: Advice

    @Test func adviceOnTheCommandLineNamesOptionsAndSettings() async throws {
        let provider = try TestProvider(
            TestStep.answer(422, #"{"detail":[{"loc":["body","stream_options"],"msg":"extra"}]}"#),
            TestStep.answer(400, #"{"error":{"message":"'top_k' is not supported"}}"#),
            TestStep.answer(400, "Client sent an HTTP request to an HTTPS server."))
        let desk = try CommandDesk()
        let usage = try await desk.send(to: provider, "Hi")
        #expect(usage.errors.contains(#"stream_usage = "never" under [providers.generic]"#))
        let knob = try await desk.send(to: provider, "-p", "top_k=3", "Hi")
        #expect(knob.errors.contains("Change -p top_k=…, or leave it out."))
        let plain = try await desk.send(to: provider, "Hi")
        #expect(plain.errors.contains("make the base URL https://127.0.0.1:"))
    }

    /// The advice must work: with the setting, the member is not sent.
    @Test func theAdvisedSettingHelps() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let desk = try CommandDesk()
        try desk.writeConfiguration("[providers.generic]\nstream_usage = \"never\"\n")
        let run = try await desk.run(
            "send", "--base-url", provider.baseURL, "--model", "m", "--dry-run", "Hi")
        #expect(!run.text.contains("stream_options"))
    }
}
