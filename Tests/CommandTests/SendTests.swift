import ChatCompletions
import Foundation
import Support
import Testing

struct SendTests {
    @Test func theAnswerGoesIntoAPipeByteForByte() async throws {
        let pieces = ["用一句话", "\u{1B}[31m red\u{7}", " 👩‍👩‍👧 \r\n", "\u{202E}end"]
        let provider = try TestProvider(Streams.answer(pieces))
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.text == pieces.joined())
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func theRequestIsWhatTheOptionsSay() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await CommandDesk().send(
            to: provider,
            "--system", "Be brief.", "-p", "temperature=0.2", "-p", "stop=[\"\\n\",\"。\"]",
            "-p", "response_format=json_object", "-p", "answer_style=odd", "为什么?"
        )
        let body = try JSONValue(parsing: await provider.request().body)
        #expect(body["model"] == "tiny")
        #expect(
            body["messages"] == [
                ["role": "system", "content": "Be brief."],
                ["role": "user", "content": "为什么?"],
            ]
        )
        #expect(body["temperature"] == 0.2)
        #expect(body["stop"] == ["\n", "。"])
        #expect(body["response_format"] == ["type": "json_object"])
        #expect(body["answer_style"] == "odd")
        #expect(body["stream"] == true)
        #expect(run.errors.contains("answer_style is unknown"))
    }

    @Test(arguments: [["-"], []])
    func thePromptComesFromStandardInput(arguments: [String]) async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let command = ["send", "--base-url", provider.baseURL, "--model", "tiny"] + arguments
        let run = try await CommandDesk().run(command, input: Array("two\nlines\n".utf8))
        #expect(run.status == 0)
        let body = try JSONValue(parsing: await provider.request().body)
        #expect(body["messages"]?[0]?["content"] == "two\nlines")
    }

    @Test func messagesComeFromAFile() async throws {
        let desk = try CommandDesk()
        let file = desk.home.appending(path: "messages.json")
        let text = #"[{"role":"user","content":"a"},{"role":"assistant","content":[{"text":"b"}]}]"#
        try Data(text.utf8).write(to: file)
        let provider = try TestProvider(Streams.answer(["ok"]))
        _ = try await desk.send(to: provider, "--messages", file.path, "--no-stream", "c")
        let body = try JSONValue(parsing: await provider.request().body)
        #expect(body["messages"]?.array?.map { $0["content"] } == ["a", [["text": "b"]], "c"])
        #expect(body["stream"] == false)
    }

    @Test func jsonHoldsEveryMemberOfTheContract() async throws {
        let provider = try TestProvider(Streams.answer(["Hel", "lo"]))
        let run = try await CommandDesk().send(to: provider, "--json", "Hi")
        #expect(run.status == 0)
        let report = try JSONValue(parsing: run.output)
        #expect(
            report.members?.map(\.name) == [
                "outcome", "choices", "usage", "error", "done", "skipped", "model", "request_id",
                "retry_after_ms", "logprob_tokens", "status", "timings", "exchange", "id",
                "system_fingerprint",
            ]
        )
        #expect(report["outcome"] == "ok")
        #expect(report["choices"]?[0]?["content"] == "Hello")
        #expect(report["choices"]?[0]?["reasoning"] == "")
        #expect(report["choices"]?[0]?["finish_reason"] == "stop")
        #expect(report["usage"]?["total_tokens"] == 5)
        #expect(report["error"] == .null)
        #expect(report["done"] == true)
        #expect(report["model"] == "tiny")
        #expect(report["status"] == 200)
        #expect(report["timings"]?["completed"]?.double != nil)
        #expect(report["exchange"]?.string != nil)
    }

    @Test func rawGivesTheBodyAsItCame() async throws {
        let body = ": hi\r\n\r\ndata: {\"choices\":[]}\n\ndata: [DONE]\n\nafter"
        let provider = try TestProvider([.head(200, ["Connection: close"]), .text(body), .close])
        let run = try await CommandDesk().send(to: provider, "--raw", "Hi")
        #expect(run.text.hasPrefix(": hi\r\n\r\ndata: {\"choices\":[]}\n\ndata: [DONE]\n\n"))
    }

    @Test func thinkingIsPrintedOnlyWhenAskedFor() async throws {
        let script: [TestStep] = [
            .streamHead, .chunk(Streams.chunk(reasoning: "Let me ")),
            .chunk(Streams.chunk(reasoning: "see.")), .chunk(Streams.chunk(content: "Yes.")),
            .chunk(Streams.finish(reason: "stop")), .chunk("data: [DONE]\n\n"), .lastChunk,
        ]
        let provider = try TestProvider(scripts: [script])
        let desk = try CommandDesk()
        #expect(try await desk.send(to: provider, "Hi").text == "Yes.")
        #expect(
            try await desk.send(to: provider, "--show-reasoning", "Hi").text
                == "Let me see.\n\nYes."
        )
    }

    @Test func severalChoicesComeOneAfterTheOtherUnderTheirNumbers() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk(Streams.chunk(content: "b", index: 1)),
            .chunk(Streams.chunk(content: "a", index: 0)),
            .chunk(Streams.chunk(content: "B", index: 1)),
            .chunk(Streams.chunk(content: "A", index: 0)),
            .chunk(Streams.finish(reason: "stop", index: 1)),
            .chunk(Streams.finish(reason: "stop", index: 0)), .chunk("data: [DONE]\n\n"),
            .lastChunk,
        ])
        let run = try await CommandDesk().send(to: provider, "-p", "n=2", "Hi")
        #expect(run.text == "── 1 ──\naA\n── 2 ──\nbB")
    }

    @Test func aDryRunNamesTheProxyOnTheWay() async throws {
        let run = try await CommandDesk().run(
            ["send", "--provider", "ppio", "--dry-run", "Hi"],
            environment: [
                "PPIO_API_KEY": "sk-0123456789", "https_proxy": "http://me:pass@proxy.test:3128",
            ])
        #expect(run.status == 0)
        #expect(run.text.contains("\nHost: api.ppinfra.com\n"))
        #expect(run.errors.contains("through the proxy http://proxy.test:3128"))
        #expect(!run.errors.contains("pass@"))
    }
}
