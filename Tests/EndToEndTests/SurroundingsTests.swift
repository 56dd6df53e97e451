import Support
import Testing

extension EndToEnd {
    @Suite struct Surroundings {
        @Test(arguments: [true, false])
        func coloursAreLeftOutWhereTheyAreNotWanted(wanted: Bool) async throws {
            let provider = try TestProvider(Script.answer(["Yes."]))
            let screen = try await TmuxScreen(
                to: provider, environment: wanted ? [:] : ["NO_COLOR": "1"])
            try await screen.send("Colours?")
            try await screen.isAnswered()
            #expect(try await screen.colouredText.hasColours == wanted)
        }

        @Test(arguments: [("", "1"), ("mouse = false", "0")])
        func theMouseIsTakenUnlessItIsNotWanted(configuration: String, taken: String) async throws {
            let desk = try CommandDesk()
            try desk.writeConfiguration(configuration)
            let screen = try await TmuxScreen(in: desk)
            #expect(try await screen.facts("#{mouse_any_flag}") == taken)
            try await screen.quit()
        }

        @Test func aTerminalThatCannotShowAScreenIsToldInALine() async throws {
            let line = "TERM=dumb " + TmuxScreen.line([])
            let screen = try await TmuxScreen(
                "\(line); echo \"left $?\"; exec cat", in: CommandDesk())
            let text = try await screen.shows("left 2")
            #expect(text.split(separator: "\n").count == 2)
            #expect(text.contains("a terminal of type dumb cannot show a full screen"))
        }

        @Test func withoutATerminalALineSaysWhatToDo() async throws {
            let run = try await CommandDesk().run()
            #expect(run.status == 2)
            #expect(run.output == [])
            #expect(run.errors.contains("needs a terminal"))
            #expect(run.errors.split(separator: "\n").count == 1)
        }

        @Test func withoutATerminalAPromptIsAnswered() async throws {
            let run = try await CommandDesk().run(
                "send", "--provider", "practice", "--no-library", "What is nucleus sampling?")
            #expect(run.status == 0)
            #expect(!run.text.isEmpty)
        }
    }
}

extension String {
    /// Whether any SGR sequence sets a foreground or background colour (ECMA-48, 8.3.117).
    fileprivate var hasColours: Bool {
        matches(of: #/\x{1B}\[([0-9;:]*)m/#).contains { match in
            match.1.split { ";:".contains($0) }.compactMap { Int($0) }.contains { code in
                (30...38).contains(code) || (40...48).contains(code) || code >= 90
            }
        }
    }
}
