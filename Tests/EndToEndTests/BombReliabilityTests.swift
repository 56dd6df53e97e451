import ChatCompletions
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    /// The workbench shows and records what such a server sends, within the same bounds.
    @Suite(.timeLimit(.minutes(8)))
    struct BombReliability {
        /// In megabytes, for any server.
        private static let most = 120

        @Test(arguments: Bomb.allCases, [false, true])
        func aSmallCompressedBodyIsGivenUp(bomb: Bomb, withKey: Bool) async throws {
            let provider = try TestProvider(bomb.script)
            let keys = withKey ? ["FADER_API_KEY": "sk-not-in-the-answer-0123456789"] : [:]
            let screen = try await TmuxScreen(to: provider, environment: keys)
            try await screen.send("Hi")
            try await screen.until("the end", within: .seconds(240)) { screen in
                screen.contains("✗") && !screen.isAnswering
            }
            let memory = try Processes.peakMemory(of: screen.fader)
            #expect(memory < Self.most, "\(memory) MB")
        }

        @Test func aListOfModelsWithoutEndIsRefused() async throws {
            let piece = String(repeating: #"{"id":"model","object":"model"},"#, count: 3000)
            let endless =
                [.streamHead, .chunk(#"{"data":["#)]
                + [TestStep](repeating: .chunk(piece), count: 4000)
            let screen = try await TmuxScreen(to: TestProvider(endless))
            try await screen.press("C-g")
            try await screen.shows("longer than 16 MiB")
            let memory = try Processes.peakMemory(of: screen.fader)
            #expect(memory < Self.most, "\(memory) MB")
        }
    }
}
