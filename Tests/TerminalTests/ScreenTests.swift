import Support
import Testing

extension TerminalSuite {
    /// What a person sees.
    @Suite struct OnTheScreen {
        @Test func everyColumnIsWhereTheGridSays() throws {
            let tmux = try Tmux(ProbeProgram.path)
            try tmux.wait(for: "widths")
            let lines = try tmux.lines()
            #expect(lines[2].hasPrefix("中文，宽度"))
            for row in 2...5 {
                #expect(try tmux.column(of: "mark\(row)") == 60, "\(lines[row])")
            }
        }

        @Test func theTerminalSaysHowItMeasures() throws {
            let tmux = try Tmux(ProbeProgram.path)
            // tmux counts U+FE0F as nothing.
            try tmux.wait(for: "widths vs16 false zwj false flags true")
            #expect(try tmux.lines().last { !$0.isEmpty }?.contains("mark5") == true)
        }

        @Test func controlCharactersAreShownAndNeverObeyed() throws {
            let tmux = try Tmux(ProbeProgram.path)
            try tmux.wait(for: "evil ^[]52;c;AAAA^G<9B>2J<U+202E>|")
        }

        @Test func keysReachTheProgram() throws {
            let tmux = try Tmux(ProbeProgram.path)
            try tmux.wait(for: "widths")
            try tmux.type("x")
            try tmux.wait(for: "last x")
            try tmux.type("Up")
            try tmux.wait(for: "last <up>")
            try tmux.type("C-x")
            try tmux.wait(for: "last <c-x>")
            try tmux.type("Escape")
            try tmux.wait(for: "last <esc>")
        }

        @Test func anotherThemeRepaintsWhatIsThere() throws {
            let tmux = try Tmux(ProbeProgram.path)
            try tmux.wait(for: "widths")
            #expect(try tmux.lines(escapes: true)[1].contains("38;5;208"))
            try tmux.type("n")
            try tmux.wait(for: "last n")
            #expect(try !tmux.lines(escapes: true).joined().contains("38;5;208"))
        }

        @Test func aResizedTerminalGetsAWholeScreen() throws {
            let pty = try ProbeProgram.open()
            for step in 1...60 { pty.resize(rows: step * 7 % 50 + 1, columns: step * 31 % 200 + 1) }
            pty.resize(rows: 31, columns: 101)
            try pty.wait(for: "size 31x101")
            pty.type("q")
            #expect(try pty.end() == .exit(0))
        }
    }
}
