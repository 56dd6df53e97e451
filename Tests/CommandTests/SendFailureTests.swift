import ChatCompletions
import Foundation
import Support
import Testing

struct SendFailureTests {
    @Test func anErrorOfTheServerIsToldAndExitsWithOne() async throws {
        let provider = try TestProvider(
            TestStep.answer(401, #"{"error":{"message":"Incorrect API key","code":"bad_key"}}"#)
        )
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.status == 1)
        #expect(run.output == [])
        #expect(run.errors.contains("Incorrect API key"))
        #expect(run.errors.split(separator: "\n").count <= 2)
    }

    @Test func aCutStreamKeepsWhatCameAndExitsWithOne() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk(Streams.chunk(content: "half an ans")), .close,
        ])
        let desk = try CommandDesk()
        let run = try await desk.send(to: provider, "--json", "Hi")
        #expect(run.status == 1)
        let report = try JSONValue(parsing: run.output)
        #expect(report["outcome"] == "error")
        #expect(report["error"]?["kind"] == "truncated")
        #expect(report["choices"]?[0]?["content"] == "half an ans")
        let session = try await desk.onlySession()
        #expect(session["turns"]?[1]?["content"] == "half an ans")
        #expect(session["turns"]?[1]?["state"] == "failed")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n", "HTTP/1.1 500 Trouble\r\n",
    ])
    func aHeadThatBreaksOffIsNoAnswer(head: String) async throws {
        let provider = try TestProvider([.text(head), .close])
        let desk = try CommandDesk()
        let run = try await desk.send(to: provider, "--json", "Hi")
        #expect(run.status == 1)
        #expect(try JSONValue(parsing: run.output)["outcome"] == "error")
        #expect(run.errors.contains("whether it was answered and billed"))
        #expect(!run.errors.contains("The answer is empty"))
        #expect(try await desk.onlySession()["turns"]?[1]?["state"] == "failed")
    }

    /// A log is shown on a terminal some day.
    @Test func whatAServerSaysIsSafeOnStandardErrorWhereverThatGoes() async throws {
        let message = #"no\u001b]0;owned\u0007 \u001b[2J\u009b31m \u202e"#
        let provider = try TestProvider(
            TestStep.answer(400, #"{"error":{"message":"\#(message)"}}"#))
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.status == 1)
        #expect(run.errors.contains("owned"))
        let controls = run.errors.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
                || $0.properties.generalCategory == .format
        }
        #expect(controls.isEmpty)
    }

    @Test func aLibraryThatCannotBeReachedCostsNoAnswer() async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let run = try await CommandDesk().send(
            to: provider, "--library", "/proc/nowhere/l.sqlite", "Hi")
        #expect(run.status == 1)
        #expect(run.text == "Hello.")
        #expect(run.errors.contains("cannot be used"))
        #expect(run.errors.contains("This answer is not in the library."))
        #expect(provider.requests.count == 1)
    }

    @Test func whatWasTriedIsNotAdvised() async throws {
        let busy = TestStep.answer(
            503, "busy", headers: ["Content-Type: text/plain", "retry-after-ms: 1"])
        let provider = try TestProvider(busy)
        let run = try await CommandDesk().send(to: provider, "--retries", "1", "Hi")
        #expect(run.errors.contains("send it again"))
        #expect(!run.errors.contains("--retries"))
        let once = try await CommandDesk().send(to: provider, "Hi")
        #expect(once.errors.contains("--retries 3 does so by itself"))
    }

    @Test func nobodyListeningExitsWithOne() async throws {
        let run = try await CommandDesk().run(
            "send", "--base-url", "http://127.0.0.1:1/v1", "--model", "x", "Hi"
        )
        #expect(run.status == 1)
        #expect(run.errors.contains("connection refused"))
    }

    @Test(arguments: [
        ["send", "--no-such-option"], ["send"], ["send", ""],
        ["send", "--provider", "nosuch", "Hi"],
        ["send", "-p", "temperature", "Hi"], ["send", "--json", "--raw", "Hi"],
        ["send", "--provider", "neolink", "--model", "m", "-p", "stop=", "Hi"],
        ["send", "--provider", "ppio", "Hi"],
        ["send", "--provider", "generic", "--model", "m", "Hi"],
        ["send", "--retries", "-1", "Hi"], ["send", "--config", "/nowhere.toml", "Hi"],
        ["send", "--messages", "/nowhere.json", "Hi"],
        ["send", "--library", "/tmp", "Hi"], ["send", "--library", "/etc/passwd", "Hi"], ["nosuch"],
        ["sessions", "show", "x"], ["send", "-p", "model=x", "Hi"],
        ["send", "-p", "messages=[]", "Hi"], ["send", "--base-url", "ftp://x", "Hi"],
        ["models", "--base-url", "x"], ["models", "--provider", "coreshub"], ["inspect", "/tmp"],
        ["inspect", "/nowhere"], ["send", "--messages", "/tmp"], ["send", "--retries", "x", "Hi"],
        ["send", "--key-env", "NOPE", "--base-url", "http://127.0.0.1:1/v1", "Hi"],
        ["practice", "--speed", "0"], ["open"], [],
    ]) func whatCannotBeUsedExitsWithTwoAndSaysWhy(arguments: [String]) async throws {
        let run = try await CommandDesk().run(arguments)
        #expect(run.status == 2)
        #expect(run.output == [])
        #expect((1...2).contains(run.errors.split(separator: "\n").count), "\(run.errors)")
        #expect(run.errors.hasPrefix("fader: "))
    }

    /// Else the library, the next file to be opened, would be written to in its place.
    @Test(arguments: [">&-", ">/dev/full"])
    func whatCannotBePrintedIsToldAndTheLibraryIsWhole(output: String) async throws {
        let provider = try TestProvider(Streams.answer(["Hello."]))
        let desk = try CommandDesk()
        let line =
            "\(RunningCommand.binary) send --base-url \(provider.baseURL) --model tiny Hi \(output)"
        let shell = try RunningCommand("/bin/sh", ["-c", line], environment: desk.environment)
        let run = await shell.end()
        #expect(run.status == 2)
        #expect(run.errors.contains("what was printed cannot be written"))
        let session = try await desk.onlySession()
        #expect(session["turns"]?[0]?["content"] == "Hi")
    }

    @Test func anInterruptionEndsTheWaitForAnotherTry() async throws {
        let command = try CommandDesk().start([
            "send", "--retries", "5", "--base-url", "http://127.0.0.1:1/v1", "--model", "x", "Hi",
        ])
        await command.printed(errors: "(1 of 5)")
        command.send(SIGINT)
        #expect(await command.end().status == 130)
    }

    @Test func anInterruptionEndsAKeyCommandThatWaits() async throws {
        let desk = try CommandDesk()
        let script = "echo $$ > \(desk.home.path)/asked; echo waiting >&2; exec sleep 1000"
        try desk.writeConfiguration(
            """
            [providers.here]
            base_url = "http://127.0.0.1:1/v1"
            model = "tiny"
            key_command = ["/bin/sh", "-c", '\(script)']
            """)
        let command = try desk.start(["send", "--provider", "here", "Hi"])
        var helper: pid_t?
        while helper == nil {
            await Task.yield()
            helper = try? pid_t(desk.text(of: "asked").filter(\.isNumber))
        }
        command.send(SIGINT)
        let run = await command.end()
        #expect(run.status == 130)
        #expect(kill(helper ?? 0, 0) != 0)
    }

    @Test func aBusyServerIsTriedAgainWhenAskedFor() async throws {
        let busy = TestStep.answer(
            503,
            "busy",
            headers: ["Content-Type: text/plain", "retry-after-ms: 1"]
        )
        let provider = try TestProvider(busy, busy, Streams.answer(["at last"]))
        let run = try await CommandDesk().send(to: provider, "--retries", "2", "Hi")
        #expect(run.status == 0)
        #expect(run.text == "at last")
        #expect(run.errors.contains("(2 of 2)"))
        #expect(provider.requests.count == 3)
    }

    @Test func nothingIsTriedAgainUnasked() async throws {
        let provider = try TestProvider(TestStep.answer(503, "busy"))
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.status == 1)
        #expect(provider.requests.count == 1)
    }

    @Test func anAnswerThatHasBegunIsNotAskedForAgain() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk(Streams.chunk(content: "half")), .close,
        ])
        let run = try await CommandDesk().send(to: provider, "--retries", "3", "Hi")
        #expect(run.status == 1)
        #expect(provider.requests.count == 1)
    }

    @Test func rawBytesAreThoseOfTheLastAttempt() async throws {
        let busy = TestStep.answer(
            503, "busy", headers: ["Content-Type: text/plain", "Retry-After-Ms: 1"])
        let bad = TestStep.answer(400, #"{"error":{"message":"bad"}}"#)
        let provider = try TestProvider(busy, bad)
        let run = try await CommandDesk().send(to: provider, "--raw", "--retries", "2", "Hi")
        #expect(run.status == 1)
        #expect(run.text == #"{"error":{"message":"bad"}}"#)
        #expect(run.errors.contains("trying again in 0.0 s (1 of 2)"))
    }

    @Test func whatCouldNotBeReadIsTold() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk("data: {broken\n\n"), .chunk(Streams.chunk(content: "hi")),
            .chunk("data: [DONE]\n\n"), .lastChunk,
        ])
        let run = try await CommandDesk().send(to: provider, "Hi")
        #expect(run.status == 0)
        #expect(run.text == "hi")
        #expect(run.errors.contains("1 event of the stream could not be read"))
    }

    @Test func theNetworksSettingsCount() async throws {
        let provider = try TestProvider([.pause(until: Gate())])
        let desk = try CommandDesk()
        try desk.writeConfiguration("[network]\nheaders = 0.05\n")
        let run = try await desk.send(to: provider, "Hi")
        #expect(run.status == 1)
        #expect(run.errors.contains("no answer within 50 ms"))
    }

    @Test func aSignalIsHeardHoweverEarlyItComes() async throws {
        for _ in 0..<8 {
            let provider = try TestProvider([.pause(until: Gate())])
            let desk = try CommandDesk()
            let command = try desk.start([
                "send", "--base-url", provider.baseURL, "--model", "x", "--no-library", "Hi",
            ])
            _ = await provider.request()
            command.send(SIGINT)
            #expect(await command.end().status == 130)
        }
    }

    @Test func anInterruptionKeepsWhatCame() async throws {
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk(Streams.chunk(content: "so far")), .pause(until: gate),
        ])
        let desk = try CommandDesk()
        let command = try desk.start([
            "send", "--base-url", provider.baseURL, "--model", "tiny", "Hi",
        ])
        await command.printed("so far")
        command.send(SIGINT)
        let run = await command.end()
        #expect(run.status == 130)
        #expect(run.text == "so far")
        await provider.clientClosed()
        let session = try await desk.onlySession()
        #expect(session["turns"]?[1]?["content"] == "so far")
        #expect(session["turns"]?[1]?["state"] == "stopped")
    }
}
