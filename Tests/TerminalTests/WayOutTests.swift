import Foundation
import Support
import Testing

extension TerminalSuite {
    /// Whatever ends the program, the terminal comes back as it was.
    @Suite struct WayOut {
        struct Death: CustomTestStringConvertible, Sendable {
            var key: String
            var signal: Int32
            var testDescription: String { key }
        }

        #if arch(arm64)
        static let trapSignal = SIGTRAP
        #else
        static let trapSignal = SIGILL
        #endif

        static let deaths = [
            Death(key: "trap", signal: trapSignal), Death(key: "detached task", signal: trapSignal),
            Death(key: "abort", signal: SIGABRT),
            Death(key: "segv", signal: SIGSEGV), Death(key: "overflow", signal: SIGSEGV),
        ]

        @Test func quittingRestoresTheTerminal() throws {
            let pty = try ProbeProgram.open()
            let before = try settings(whenTakenBy: pty)
            pty.type("q")
            #expect(try pty.end() == .exit(0))
            expectRestored(pty, settings: before)
        }

        @Test(arguments: deaths) func aCrashRestoresTheTerminalAndKeepsItsSignal(_ death: Death)
            throws
        {
            let pty = try ProbeProgram.open()
            let before = try settings(whenTakenBy: pty)
            pty.type(String(death.key.prefix(1)))
            #expect(try pty.end() == .signal(death.signal))
            expectRestored(pty, settings: before)
            #expect(!pty.text.contains("Press space to interact"))
        }

        /// After a stop and a crash too, the keys are the shell's own.
        @Test func keysThatWereAskedForAreGivenUpOnEveryWay() throws {
            let pty = try ProbeProgram.openInShell()
            pty.type("\u{1B}[?0u" + Answers.modern)
            try pty.wait(for: "\u{1B}[>5u")
            pty.type("z")
            try pty.wait(for: "stopped")
            #expect(pty.text.isAfter("\u{1B}[<u", "\u{1B}[>5u"))
            pty.forgetOutput()
            pty.type("\n")
            try pty.wait(for: "\u{1B}[>5u")
            #expect(pty.text.isAfter("\u{1B}[>5u", "\u{1B}[?1049h"))
            pty.type("a")
            try pty.wait(for: "over")
            #expect(pty.text.isAfter("\u{1B}[<u", "\u{1B}[>5u"))
            #expect(pty.text.isAfter("\u{1B}[?1049l", "\u{1B}[<u"))
        }

        @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
        func aSignalLetsTheProgramFinish(_ signal: Int32) throws {
            let pty = try ProbeProgram.open()
            let before = try settings(whenTakenBy: pty)
            kill(pty.process, signal)
            #expect(try pty.end() == .exit(128 + signal))
            expectRestored(pty, settings: before)
        }

        @Test func theProgramEndsWithItsTerminal() throws {
            let pty = try ProbeProgram.open()
            pty.hangUp()
            // Either it reads the end of file first or the signal comes first.
            #expect([.exit(3), .exit(128 + SIGHUP)].contains(try pty.end()))
        }

        @Test func noCoreFileIsWritten() throws {
            let pty = try ProbeProgram.open()
            let limits = try String(contentsOfFile: "/proc/\(pty.process)/limits", encoding: .utf8)
            let core = try #require(
                limits.split(separator: "\n").first { $0.contains("core file") })
            #expect(core.split(separator: " ").filter { $0 == "0" }.count == 2)
        }

        @Test func standardErrorIsKeptOffTheScreenAndPrintedAfterwards() throws {
            let pty = try ProbeProgram.open()
            pty.type("wm")
            try pty.wait(for: "main actor")
            #expect(!pty.text.contains("a stray line"))
            pty.type("q")
            #expect(try pty.end() == .exit(0))
            let screenEnd = try #require(pty.text.range(of: "\u{1B}[?1049l"))
            #expect(pty.text[screenEnd.upperBound...].contains("a stray line"))
        }

        @Test func ctrlZStopsAndComesBack() throws {
            let pty = try ProbeProgram.openInShell()
            try expectStop(pty) { pty.type("z") }
        }

        @Test func aStopFromOutsideIsTheSame() throws {
            let pty = try ProbeProgram.openInShell()
            try expectStop(pty) { kill(try pty.foregroundProcess, SIGTSTP) }
        }

        private func expectStop(_ pty: Pty, by stop: () throws -> Void) throws {
            let taken = pty.settings
            try stop()
            try pty.wait(for: "stopped \(128 + SIGTSTP)")
            #expect(pty.settings != taken)
            expectModesOff(pty)
            pty.forgetOutput()
            pty.type("\n")
            try pty.wait(for: "last")
            #expect(pty.settings == taken)
            #expect(pty.text.contains("\u{1B}[?2004h"))
            pty.type("q")
            try pty.wait(for: "over 0")
        }

        @Test func anEditorGetsTheTerminalAndGivesItBack() throws {
            let pty = try ProbeProgram.open()
            pty.type("e")
            try pty.wait(for: "an editor")
            try pty.wait { pty.text.components(after: "an editor").contains("last") }
            pty.type("q")
            #expect(try pty.end() == .exit(0))
        }

        /// What the settings were before is only known to the program; a pty's are always the same.
        private func settings(whenTakenBy pty: Pty) throws -> [UInt32] {
            let fresh = try Pty(["/bin/cat"], environment: [:])
            #expect(pty.settings != fresh.settings)
            return fresh.settings
        }

        private func expectRestored(_ pty: Pty, settings: [UInt32]) {
            #expect(pty.settings == settings)
            expectModesOff(pty)
        }

        private func expectModesOff(_ pty: Pty) {
            for mode in ["2004", "1002", "1006", "1004", "1049"] {
                #expect(pty.text.isAfter("\u{1B}[?\(mode)l", "\u{1B}[?\(mode)h"), "mode \(mode)")
            }
        }
    }
}

extension String {
    func components(after mark: String) -> Substring {
        range(of: mark).map { self[$0.upperBound...] } ?? ""
    }

    /// Whether the last of one text comes after the last of another.
    func isAfter(_ one: String, _ other: String) -> Bool {
        guard let last = ranges(of: one).last else { return false }
        return ranges(of: other).last.map { $0.lowerBound < last.lowerBound } ?? true
    }
}

extension StringProtocol {
    func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
