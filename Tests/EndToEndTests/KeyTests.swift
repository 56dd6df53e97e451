import Support
import Testing

extension EndToEnd {
    @Suite struct Keys {
        private static let canary = "sk-canary-7f3a9e2b1c"

        /// The server repeats the key in all that it says.
        @Test(arguments: [[], ["--key-env", "MINE"]])
        func aKeyIsSeenByItsServerOnly(arguments: [String]) async throws {
            let provider = try TestProvider(
                Script.answer(["your key is \(Self.canary), ha"]),
                TestStep.answer(
                    401, #"{"error":{"message":"bad key \#(Self.canary)"}}"#,
                    headers: ["Content-Type: application/json", "X-Key: \(Self.canary)"]),
                [.streamHead] + Script.chunks(["so far \(Self.canary)"]) + [.close])
            let name = arguments.last ?? "FADER_API_KEY"
            let screen = try await TmuxScreen(
                to: provider, arguments, environment: [name: Self.canary])
            for (number, ending) in ["finish stop", "finish api", "finish truncated"].enumerated() {
                try await screen.press("M-1")
                try await screen.send("prompt \(number)")
                try await screen.isAnswered(ending)
                try await screen.expectNoKeyAnywhere(Self.canary)
                let received = await provider.request(number + 1)
                #expect(received.value(of: "Authorization") == "Bearer \(Self.canary)")
            }
            try await screen.quit()
            #expect(!(try screen.desk.allBytes()).contains(Self.canary))
        }
    }
}

extension TmuxScreen {
    /// On no tab of the traffic, in no file, in no command line.
    fileprivate func expectNoKeyAnywhere(_ key: String) async throws {
        try await press("M-4")
        for tab in ["Usage", "POST ", "HTTP/1.1 "] {
            #expect(!(try await shows(tab)).contains(key))
            try await press("Right")
        }
        #expect(!(try desk.allBytes()).contains(key))
        #expect(!Processes.commandLines.contains { $0.contains(key) })
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool {
        split(separator: Array(text.utf8), maxSplits: 1, omittingEmptySubsequences: false).count > 1
    }
}
