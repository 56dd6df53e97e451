import Foundation
import Support
import Testing

extension EndToEnd {
    /// The server repeats the key in all that it says, in every spelling.
    @Suite struct Keys {
        @Test(arguments: [[], ["--key-env", "MINE"]])
        func aKeyIsSeenByItsServerOnly(arguments: [String]) async throws {
            let provider = try TestProvider(scripts: Echo.scripts)
            let name = arguments.last ?? "FADER_API_KEY"
            let screen = try await TmuxScreen(
                to: provider, arguments, environment: [name: Canary.key])
            try await screen.hearAll(of: provider)
            #expect(try screen.desk.filesWithCanary() == [])
        }

        /// The helper's own environment and its parent's command line go into a file of the home,
        /// which is looked through like all others.
        @Test func aKeyOfACommandIsSeenByItsServerOnly() async throws {
            let desk = try CommandDesk()
            let provider = try TestProvider(scripts: Echo.scripts)
            let seen = desk.home.appending(path: "seen").path
            try desk.write(Canary.key + "\n", to: "vault/key")
            try desk.write(
                """
                env > \(seen)
                tr '\\0' ' ' < /proc/$PPID/cmdline >> \(seen)
                cat \(desk.home.path)/vault/key
                """, to: "helper")
            try desk.writeConfiguration(
                """
                [providers.here]
                base_url = "\(provider.baseURL)"
                model = "tiny"
                key_command = ["/bin/sh", "\(desk.home.path)/helper"]
                """)
            let copy = ["SOME_COPY": "Bearer \(Canary.key)", "OTHER_API_KEY": Canary.key]
            let screen = try await TmuxScreen("--provider", "here", in: desk, environment: copy)
            try await screen.hearAll(of: provider)
            #expect(try desk.text(of: "seen").contains("HOME="))
            #expect(try desk.filesWithCanary() == ["vault/key"])
        }

        @Test func aKeyOfTheFileIsSeenByItsServerOnly() async throws {
            let desk = try CommandDesk()
            let provider = try TestProvider(scripts: Echo.scripts)
            try desk.write("FADER_API_KEY = '\(Canary.key)'\n", to: ".config/fader/keys.toml")
            let screen = try await TmuxScreen(to: provider, in: desk)
            try await screen.hearAll(of: provider)
            #expect(try desk.filesWithCanary() == [".config/fader/keys.toml"])
        }

        /// What a debugger or a crash could bring to light stays where it is.
        @Test func noCoreIsWritten() async throws {
            let screen = try await TmuxScreen()
            let limits = "/proc/\(try screen.fader)/limits"
            let text = try String(contentsOfFile: limits, encoding: .utf8)
            #expect(text.contains(#/Max core file size +0 +0/#))
            try await screen.quit()
        }
    }
}

/// Answers that hold the key, and how the workbench says that they ended.
private enum Echo {
    private static let everything = Canary.spellings.joined(separator: " ")
    private static let echo = [
        "X-Key: \(Canary.key)", "X-\(Canary.spellings[4].filter { $0 != "=" }): 1",
    ]

    static let all: [(ending: String, script: [TestStep])] = [
        (
            "finish stop",
            [
                .head(
                    200, ["Content-Type: text/event-stream", "Transfer-Encoding: chunked"] + echo),
                .chunk(": \(everything)\n\n"),
            ] + Script.chunks(["your key is \(everything), ha"]) + Script.end
        ),
        (
            "finish api",
            TestStep.answer(
                401, #"{"error":{"message":"bad key \#(everything)"}}"#,
                headers: ["Content-Type: application/json"] + echo)
        ),
        ("finish stop", Gzip.answer(200, document)),
        ("finish http", TestStep.answer(502, "<title>\(everything)</title>\(everything)")),
        ("finish truncated", [.streamHead] + Script.chunks(["so far \(everything)"]) + [.close]),
        (
            "finish stream",
            [
                .streamHead, .chunk("data: {\"error\":{\"message\":\"\(everything)\"}}\n\n"),
                .lastChunk,
            ]
        ),
        (
            "finish redirect",
            TestStep.answer(307, "", headers: ["Location: http://127.0.0.1:1/?\(Canary.key)"])
        ),
    ]

    static let scripts = all.map(\.script)

    private static let document =
        #"{"choices":[{"index":0,"message":{"content":"\#(everything)"},"finish_reason":"stop"}]}"#
}

extension TmuxScreen {
    /// Asks for every answer, looks at every pane after each, and quits.
    fileprivate func hearAll(of provider: TestProvider) async throws {
        for (number, answer) in Echo.all.enumerated() {
            try await press("M-1")
            try await send("prompt \(number)")
            let screen = try await isAnswered(answer.ending)
            #expect(!Canary.isIn(screen), "\(answer.ending)\n\(screen)")
            try await expectNoKeyOnAnyTab(after: answer.ending)
            let received = await provider.request(number + 1)
            #expect(received.value(of: "Authorization") == "Bearer \(Canary.key)")
        }
        #expect(!Processes.commandLines.contains { Canary.isIn($0) })
        try await quit()
    }

    private func expectNoKeyOnAnyTab(after ending: String) async throws {
        try await press("M-4")
        for tab in ["Usage", "POST ", "HTTP/1.1 "] {
            let screen = try await shows(tab)
            #expect(!Canary.isIn(screen), "\(ending) \(tab)\n\(screen)")
            try await press("Right")
        }
    }
}
