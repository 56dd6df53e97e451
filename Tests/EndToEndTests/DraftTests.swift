import Foundation
import Support
import Testing

extension EndToEnd {
    /// What was written and not sent outlives the program, whatever ended it.
    @Suite struct Drafts {
        @Test(arguments: [SIGHUP, SIGTERM])
        func aPromptSurvivesASignal(signal: Int32) async throws {
            let screen = try await TmuxScreen()
            try await screen.type("half a thought, 半个想法")
            try await screen.shows("› half a thought")
            kill(try screen.fader, signal)
            try await screen.ends()
            let again = try await TmuxScreen(in: screen.desk)
            try await again.shows("› half a thought, 半个想法", "What you were writing is back")
        }

        @Test func aPromptAndASystemPromptSurviveAKill() async throws {
            let screen = try await TmuxScreen()
            try await screen.type("half a thought")
            try await screen.shows("› half a thought")
            try await screen.press("M-y")
            try await screen.type("You are a careful teacher.")
            try await eventually("both are kept") {
                try screen.desk.libraryHolds("half a thought", "You are a careful teacher.")
            }
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            let again = try await TmuxScreen(in: screen.desk)
            try await again.shows("System prompt", "You are a careful teacher.")
            try await again.press("C-s")
            try await again.shows("› half a thought")
        }

        @Test func twoWorkbenchesKeepTheirOwn() async throws {
            let first = try await TmuxScreen("--new")
            let line = "exec " + TmuxScreen.line(["--new"])
            let second = try await TmuxScreen(line, in: first.desk)
            try await second.shows("Fader")
            for (screen, text) in [(first, "from the first"), (second, "from the second")] {
                try await screen.type(text)
                try await screen.shows("› \(text)")
                kill(try screen.fader, SIGTERM)
                try await screen.ends()
            }
            let third = try await TmuxScreen(in: first.desk)
            try await third.shows("› from the second")
            let fourth = try await TmuxScreen(line, in: first.desk)
            try await fourth.shows("› from the first")
        }

        @Test func aKeyInADraftIsHidden() async throws {
            let key = ["FADER_API_KEY": Canary.key]
            let screen = try await TmuxScreen(in: CommandDesk(), environment: key)
            try await screen.type("why is \(Canary.key) refused?")
            try await screen.shows("› why is", "refused?")
            kill(try screen.fader, SIGTERM)
            try await screen.ends()
            #expect(try screen.desk.filesWithCanary() == [])
            let again = try await TmuxScreen(in: screen.desk, environment: key)
            try await again.shows("› why is ••• refused?")
        }

        @Test func withoutALibraryNothingIsKept() async throws {
            let screen = try await TmuxScreen("--no-library")
            try await screen.type("half a thought")
            try await screen.shows("› half a thought")
            kill(try screen.fader, SIGTERM)
            try await screen.ends()
            let again = try await TmuxScreen(in: screen.desk)
            try await again.shows("type a prompt")
        }
    }

    /// Text that comes without brackets around it.
    @Suite struct Pastes {
        @Test func aProgramPastedWithoutBracketsIsNotSent() async throws {
            let provider = try TestProvider(Script.answer(["Yes."]))
            let screen = try await TmuxScreen(to: provider)
            try await screen.tmux("set-buffer", "def f(x):\n    return x\n")
            try await screen.tmux("paste-buffer")
            try await screen.shows("› def f(x):", "return x", "Pasted; enter sends.")
            try await screen.press("Enter")
            try await screen.isAnswered()
            let body = await provider.request().body
            #expect(String(decoding: body, as: UTF8.self).contains(#"def f(x):\n    return x\n"#))
        }

        @Test func shiftEnterBreaksTheLineWhereTheTerminalReportsIt() async throws {
            let screen = try await TmuxScreen()
            try await screen.type("one")
            try await screen.shows("› one")
            try await screen.type("\u{1B}[13;2u")
            try await screen.type("two")
            let text = try await screen.shows("› one", "two")
            #expect(!text.contains("onetwo"))
            #expect(!text.contains("assistant"))
        }

        @Test func aBracketedPasteThatPausesIsNotSent() async throws {
            let screen = try await TmuxScreen()
            try await screen.type("\u{1B}[200~first line\r")
            // It is shown when nothing came for two seconds.
            try await screen.shows("› first line")
            try await screen.type("second line\rthird\r\u{1B}[201~")
            let text = try await screen.shows("second line", "third")
            #expect(!text.contains("assistant"))
            try await screen.press("Enter")
            try await screen.isAnswered("finish ")
        }
    }
}

extension CommandDesk {
    /// Whether the library's file has these texts in it.
    func libraryHolds(_ texts: String...) throws -> Bool {
        let bytes = try Data(contentsOf: library)
        return texts.allSatisfy { bytes.range(of: Data($0.utf8)) != nil }
    }
}
