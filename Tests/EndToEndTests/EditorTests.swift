import Foundation
import Support
import Testing

extension EndToEnd {
    /// The person's own editor has the terminal for a while.
    @Suite struct Editors {
        private func screen(
            _ editor: String, to provider: TestProvider? = nil, in desk: CommandDesk? = nil
        ) async throws -> TmuxScreen {
            let environment = ["VISUAL": editor]
            if let provider { return try await TmuxScreen(to: provider, environment: environment) }
            return try await TmuxScreen(in: desk ?? CommandDesk(), environment: environment)
        }

        @Test func whatItSavesIsThePrompt() async throws {
            let screen = try await screen("sed -i 's/half/whole 完整/'")
            try await screen.type("half a thought")
            try await screen.shows("› half a thought")
            try await screen.press("C-x")
            try await screen.shows("› whole 完整 a thought", "Parameters")
            // The keys are ours again.
            try await screen.type("!")
            try await screen.shows("› whole 完整 a thought!")
            #expect(try screen.desk.editorFiles == [])
        }

        @Test func itHasTheWholeTerminalAndItsKeys() async throws {
            let screen = try await screen(
                "sh -c 'stty -a; echo at work; read line; echo $line > $1' x")
            try await screen.press("C-x")
            let text = try await screen.shows("at work", "icanon")
            #expect(!text.contains("-icanon") && !text.contains("Parameters"))
            try await screen.type("typed there")
            try await screen.press("Enter")
            try await screen.shows("› typed there", "Parameters")
        }

        @Test func anAnswerGoesOnArrivingMeanwhile() async throws {
            let provider = try TestProvider(Script.answer(["Yes", ".", " And", " no."]))
            let screen = try await screen("sh -c 'echo at work; read line' x", to: provider)
            try await screen.send("Which?")
            try await screen.press("C-x")
            try await screen.shows("at work")
            try await eventually("the answer is saved") {
                try screen.desk.libraryHolds("Yes. And no.")
            }
            try await screen.press("Enter")
            try await screen.shows("Yes. And no.")
            try await screen.quit()
        }

        @Test(arguments: [("false", "status 1"), ("no-such-editor", "status 127")])
        func oneThatFailsIsTold(editor: String, words: String) async throws {
            let screen = try await screen(editor)
            try await screen.type("half a thought")
            try await screen.shows("› half a thought")
            try await screen.press("C-x")
            try await screen.shows("› half a thought", words)
        }

        @Test func itSeesNoKey() async throws {
            let screen = try await TmuxScreen(
                in: CommandDesk(),
                environment: ["VISUAL": "sh -c 'env > $1' x", "FADER_API_KEY": Canary.key])
            try await screen.press("C-x")
            let text = try await screen.shows("HOME=")
            #expect(!text.contains(Canary.key))
            #expect(try screen.desk.filesWithCanary() == [])
        }

        @Test func whatWasSavedOutlivesAKill() async throws {
            let screen = try await screen(
                "sh -c 'echo saved there > $1; echo at work; sleep 100' x")
            try await screen.press("C-x")
            try await screen.shows("at work")
            kill(try screen.fader, SIGKILL)
            let again = try await TmuxScreen(in: screen.desk)
            try await again.shows("› saved there", "What you were writing is back")
        }

        @Test func aSignalEndsBoth() async throws {
            let screen = try await screen("sh -c 'echo at work; exec sleep 100' x")
            try await screen.type("half a thought")
            try await screen.shows("› half a thought")
            try await screen.press("C-x")
            try await screen.shows("at work")
            kill(try screen.fader, SIGTERM)
            try await screen.ends()
            let again = try await TmuxScreen(in: screen.desk)
            try await again.shows("› half a thought")
        }
    }
}

extension CommandDesk {
    fileprivate var editorFiles: [String] {
        get throws {
            let files = FileManager.default.enumerator(atPath: home.path)
            return (files?.allObjects as? [String] ?? []).filter { $0.contains("editing-") }
        }
    }
}
