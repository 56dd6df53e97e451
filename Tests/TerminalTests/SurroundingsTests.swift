import Glibc
import ScreenKit
import Support
import Terminal
import Testing

extension TerminalSuite {
    /// Every terminal gets what it understands, or one clear sentence.
    @Suite struct Places {
        @Test func noColorSendsNoColor() throws {
            let pty = try ProbeProgram.open(["NO_COLOR": "1"])
            #expect(pty.text.contains("colours 0"))
            pty.type("q")
            #expect(try pty.end() == .exit(0))
            let colors = OutputReader.read(pty.output).renditions.filter { $0 >= 30 }
            #expect(colors.isEmpty)
        }

        @Test(arguments: [("xterm-256color", 256), ("xterm", 8), ("screen", 8), ("vt100", 0)])
        func eachTerminalGetsItsColors(_ name: String, _ count: Int) throws {
            let pty = try ProbeProgram.open(["TERM": name, "COLORTERM": "truecolor"])
            #expect(pty.text.contains("colours \(count)"))
        }

        @Test func directColorsAreSentWhereTheyAreDescribed() throws {
            let folder = try TerminalDatabase(
                """
                xterm-direct|for the test,
                \tRGB, colors#0x1000000, pairs#0x10000,
                \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
                \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
                \tuse=xterm-256color,
                """
            )
            let pty = try ProbeProgram.open(["TERMINFO": folder.path, "COLORTERM": "truecolor"])
            #expect(pty.text.contains("colours 16777216"))
            #expect(pty.text.contains("38:2::250:120:10"))
            #expect(pty.text.contains("\u{1B}[44m"))
        }

        @Test(arguments: [("dumb", "cannot show a full screen"), ("", "TERM is not set")])
        func anUnfitTerminalIsRefusedInOneLine(_ name: String, _ reason: String) throws {
            let variables = ProbeProgram.environment.merging(["TERM": name]) { $1 }
            let pty = try Pty([ProbeProgram.path], environment: variables)
            #expect(try pty.end() == .exit(2))
            #expect(pty.text.contains(reason))
            #expect(pty.text.split(separator: "\r\n").count == 1)
            #expect(!pty.text.contains("\u{1B}"))
        }

        @Test func aPipeIsRefused() throws {
            let shell = ["/bin/sh", "-c", "\(ProbeProgram.path) | cat; exit 7"]
            let pty = try Pty(shell, environment: ProbeProgram.environment)
            #expect(try pty.end() == .exit(7))
            #expect(pty.text.contains("needs a terminal"))
            #expect(!pty.text.contains("\u{1B}"))
        }

        @Test func anUnknownTerminalIsTakenForXtermAndTold() throws {
            let pty = try ProbeProgram.open(["TERM": "brand-new-terminal"])
            try pty.wait(for: "brand-new-terminal is unknown here; xterm-256color is used")
        }

        @Test func aPlainLocaleStillShowsEveryLanguage() throws {
            let pty = try ProbeProgram.open(["LANG": "C", "LC_ALL": "C"])
            try pty.wait(for: "The locale is not UTF-8")
            #expect(pty.text.contains("中文，宽度"))
        }
    }
}

@Test func theEntryForDirectColorsComesFirst() throws {
    func entries(_ term: String, _ colorTerm: String? = "truecolor") throws -> [String] {
        let variables = ["TERM": term, "COLORTERM": colorTerm]
        return try Surroundings { variables[$0] ?? nil }.entries
    }
    #expect(try entries("xterm-256color").first == "xterm-direct")
    #expect(try entries("tmux-256color").first == "tmux-direct")
    #expect(try entries("xterm-kitty").first == "kitty-direct")
    #expect(try entries("xterm-256color", nil).first == "xterm-256color")
    #expect(try entries("screen-256color").first == "screen-256color")
    #expect(try entries("linux").first == "linux")
    #expect(try entries("xterm-direct").first == "xterm-direct")
}

@Test func theEntryThatIsKnownIsChosen() throws {
    let surroundings = try Surroundings { $0 == "TERM" ? "foot" : "truecolor" }
    #expect(try surroundings.entry { $0 == "foot" ? .known : .unknown } == "foot")
    #expect(
        try surroundings.entry { $0 == "xterm-256color" ? .known : .unknown } == "xterm-256color")
    #expect(throws: TerminalProblem.unknown("foot")) { try surroundings.entry { _ in .unknown } }
    #expect(throws: TerminalProblem.unfit("foot")) { try surroundings.entry { _ in .unfit } }
    #expect(throws: TerminalProblem.unnamed) { try Surroundings { _ in nil } }
}
