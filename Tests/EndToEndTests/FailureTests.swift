import ChatCompletions
import Conversations
import Support
import Testing

extension EndToEnd {
    @Suite struct Failures {
        @Test func nobodyListeningIsSaid() async throws {
            let screen = try await TmuxScreen("--base-url", "http://127.0.0.1:1/v1", "--model", "x")
            try await screen.send("Anybody?")
            try await screen.shows(
                "✗ No connection could be made", "refused", "Start the server, or check the port")
            try await screen.expectAnswer("", after: "Anybody?")
        }

        @Test func aRefusedKeyIsSaidInTheServersWords() async throws {
            let body = #"{"error":{"message":"Incorrect API key provided","code":"bad_key"}}"#
            let provider = try TestProvider(TestStep.answer(401, body))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Let me in")
            try await screen.shows(
                "401", "✗", "Incorrect API key provided.", "Check the key: it should be")
            try await screen.expectAnswer("", after: "Let me in")
        }

        @Test func aCutStreamKeepsWhatCameAndSaysSo() async throws {
            let provider = try TestProvider(
                [.streamHead] + Script.chunks(["half an ", "ans"]) + [.close])
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Whole?")
            try await screen.shows(
                "half an ans", "✗ The answer was cut off, what had come is kept",
                "Send it again with ctrl-r")
            try await screen.expectAnswer("half an ans", after: "Whole?")
        }

        @Test func aRedirectIsShownAndNotFollowed() async throws {
            let other = try TestProvider(Script.answer(["wrong house"]))
            let provider = try TestProvider(
                TestStep.answer(307, "", headers: ["Location: \(other.baseURL)/chat/completions"]))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Where?")
            try await screen.shows(
                "✗", "127.0.0.1:\(other.port)", "which is never followed", "make it the base URL")
            #expect(other.connectionCount == 0)
            try await screen.expectAnswer("", after: "Where?")
        }
    }
}

extension TmuxScreen {
    /// After a failure the prompt and what came are in the library, and the workbench goes on; a
    /// prompt without an answer is there to be changed.
    fileprivate func expectAnswer(_ content: String, after prompt: String) async throws {
        try await type("still here")
        try await shows("› \(content.isEmpty ? prompt : "")still here")
        let turns = try desk.latestSession().turns
        #expect(turns.map(\.message.content) == [prompt, content])
        #expect(turns.last?.state == .failed)
    }
}
