import Support
import Testing

extension TerminalSuite {
    /// What goes between the program and the terminal besides pictures and keys.
    @Suite struct Answers {
        /// The columns that a terminal with full knowledge of Unicode 17 reports.
        static let modern = [4, 4, 2, 2, 4, 2].map { "\u{1B}[24;\($0 + 1)R" }.joined()

        @Test func aHundredThousandHostileStringsNeverDriveTheTerminal() throws {
            let pty = try ProbeProgram.open()
            pty.type("f")
            #expect(try pty.end(within: .seconds(120)) == .exit(0))
            #expect(pty.output.count > 1_000_000)
            #expect(OutputReader.read(pty.output).strays.prefix(5) == [])
        }

        @Test func theReaderFindsWhatDoesNotBelong() {
            let evil = ["\u{1B}]52;c;AA\u{7}", "\u{9B}2J", "\u{7}", "\u{1B}[?1000h", "\u{202E}"]
            for text in evil {
                #expect(!OutputReader.read(Array("a\(text)b".utf8)).strays.isEmpty)
            }
        }

        @Test func whatTheTerminalMeasuresRightIsShownAsItIs() throws {
            let pty = try ProbeProgram.open()
            pty.type(Self.modern)
            try pty.wait(for: "\u{2764}\u{FE0F}|1\u{FE0F}\u{20E3}|👨‍👩‍👧|👍🏽|🏳️‍🌈|🇨🇳|\u{1FAE8}|")
        }

        @Test func aPictureComesAtOnceWhereTheTerminalCanDoThat() throws {
            let pty = try ProbeProgram.open()
            pty.type("\u{1B}[?2026;2$y" + Self.modern)
            try pty.wait(for: "\u{1B}[?2026h")
            try pty.wait { pty.text.isAfter("\u{1B}[?2026l", "\u{1B}[?2026h") }
        }

        @Test func answersThatComeLateAreNotTypedIntoTheShell() throws {
            let pty = try ProbeProgram.open()
            pty.type("q")
            try pty.wait { pty.text.contains("6n") }
            pty.type(Self.modern)
            #expect(try pty.end() == .exit(0))
            #expect(pty.unreadInput == 0)
        }

        @Test func theClipboardIsSentAsBase64() throws {
            let pty = try ProbeProgram.open()
            pty.type("y")
            // base64 of "copied ✓"
            try pty.wait(for: "\u{1B}]52;c;Y29waWVkIOKckw==\u{7}")
        }

        @Test func aPasteWithoutBracketsIsNoKeysEither() throws {
            let pty = try ProbeProgram.open()
            pty.type("q q\rq q\r")
            try pty.wait(for: "burst")
            pty.type("\r")
            try pty.wait(for: "<enter>")
            pty.type("q")
            #expect(try pty.end() == .exit(0))
        }

        @Test func keysAreToldApartWhereTheTerminalCanDoThat() throws {
            let pty = try ProbeProgram.open()
            pty.type("\u{1B}[?0u" + Self.modern)
            try pty.wait(for: "\u{1B}[>5u")
            pty.type("\u{1B}[13;2u")
            try pty.wait(for: "<s-enter>")
            pty.type("q")
            #expect(try pty.end() == .exit(0))
            #expect(pty.text.isAfter("\u{1B}[<u", "\u{1B}[>5u"))
            // Each screen has its own: it is given up before the screen goes.
            #expect(pty.text.isAfter("\u{1B}[?1049l", "\u{1B}[<u"))
        }

        @Test func elsewhereNoKeysAreAskedFor() throws {
            let pty = try ProbeProgram.open()
            pty.type(Self.modern)
            try pty.wait(for: "widths")
            pty.type("q")
            #expect(try pty.end() == .exit(0))
            #expect(!pty.text.contains("\u{1B}[>5u"))
            #expect(!pty.text.contains("\u{1B}[<u"))
        }

        @Test func pastedTextIsNoKeys() throws {
            let pty = try ProbeProgram.open()
            pty.type("\u{1B}[200~qqq\u{1B}[201~")
            try pty.wait(for: "paste")
            pty.type("q")
            #expect(try pty.end() == .exit(0))
        }
    }
}
