import ChatCompletions
import Conversations
import Foundation
import Support
import Testing

extension EndToEnd {
    /// Whatever ends the workbench while an answer arrives: nothing is left running, the terminal
    /// is as it was, and what had come is kept.
    @Suite struct WaysOut {
        enum Ending: CaseIterable {
            case quit, terminated, hungUp, crashed

            /// How the shell says that the program ended.
            var status: Int32 {
                switch self {
                case .quit: 0
                case .terminated: 128 + SIGTERM
                case .hungUp: 128 + SIGHUP
                case .crashed: 128 + SIGSEGV
                }
            }
        }

        @Test(arguments: Ending.allCases)
        func theTerminalIsAsItWasAndNothingIsLeft(_ ending: Ending) async throws {
            let provider = try TestProvider(Script.answer(["so far "], until: Gate()))
            let desk = try CommandDesk()
            let screen = try await TmuxScreen(Self.script(for: provider), in: desk)
            try await screen.shows("Fader")
            let fader = try screen.fader
            try await screen.send("How far?")
            try await screen.shows("so far")
            #expect(try await screen.modes != Self.plainModes)
            try await end(screen, ending)

            try await screen.shows("left \(ending.status)")
            #expect(try await screen.modes == Self.plainModes)
            #expect(!Processes.all(inSession: screen.tmux.leader).contains(fader))
            #expect(screen.faders == [])
            try await screen.expectNoBracketedPaste()
            let settings = { (name: String) in try Data(contentsOf: desk.home.appending(path: name))
            }
            #expect(try settings("before") == settings("after"))
            await provider.clientClosed()
            #expect(!(try await screen.text).contains("rogram crashed"))
            let answer = try #require(try desk.latestSession().turns.last)
            #expect([.interrupted, .stopped].contains(answer.state))
            #expect(answer.message.content == "so far ")
        }

        @Test func aClosedTerminalEndsItToo() async throws {
            let provider = try TestProvider(Script.answer(["so far "], until: Gate()))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("How far?")
            try await screen.shows("so far")
            try await screen.tmux("kill-session")
            try await eventually("the end") {
                Processes.all(inSession: screen.tmux.leader).isEmpty
            }
            await provider.clientClosed()
            let answer = try #require(try screen.desk.latestSession().turns.last)
            #expect(answer.message.content == "so far ")
            #expect([.interrupted, .stopped].contains(answer.state))
        }

        @Test func ctrlZGivesTheShellItsTerminalAndFgComesBack() async throws {
            let screen = try await TmuxScreen("exec sh -i", in: CommandDesk())
            try await screen.type(TmuxScreen.line([]))
            try await screen.press("Enter")
            try await screen.shows("type a prompt")
            try await screen.type("half a thought")
            try await screen.shows("› half a thought")
            try await screen.press("C-z")
            try await eventually("the shell") { try await screen.modes == Self.plainModes }
            try await screen.type("echo back in the $((40 + 2))nd shell; fg")
            try await screen.shows("fg")
            try await screen.press("Enter")
            try await screen.shows("› half a thought", "Conversation")
            try await screen.type(", and the other")
            try await screen.shows("› half a thought, and the other")
            try await screen.press("C-q", "y")
            try await eventually("the shell") { try await screen.modes == Self.plainModes }
            try await screen.shows("back in the 42nd shell")
            #expect(screen.faders == [])
        }

        private func end(_ screen: TmuxScreen, _ ending: Ending) async throws {
            switch ending {
            case .quit:
                try await screen.press("C-q")
                try await screen.shows("y or enter quits")
                try await screen.press("y")
            case .terminated: kill(try screen.fader, SIGTERM)
            case .hungUp: kill(try screen.fader, SIGHUP)
            case .crashed: kill(try screen.fader, SIGSEGV)
            }
        }

        /// The workbench between two looks at the terminal's settings, and a reader afterwards.
        private static func script(for provider: TestProvider) -> String {
            let line = TmuxScreen.line(TmuxScreen.target(provider))
            return
                "stty -a >$HOME/before; \(line); echo \"left $?\"; stty -a >$HOME/after; exec cat"
        }

        /// No other screen, a cursor, no mouse.
        private static let plainModes = "0 1 0 0 0 0"
    }
}

extension TmuxScreen {
    /// What the terminal has been told to be.
    fileprivate var modes: String {
        get async throws {
            try await facts(
                "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_sgr_flag} "
                    + "#{keypad_flag} #{keypad_cursor_flag}")
        }
    }

    /// A paste arrives bare: the terminal puts no brackets around it any more.
    fileprivate func expectNoBracketedPaste() async throws {
        try await tmux("set-buffer", "pasted here")
        try await tmux("paste-buffer", "-p")
        let text = try await shows("pasted here")
        #expect(!text.contains("200~"))
    }
}
