import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

extension EndToEnd.Reliability {
    /// A terminal that does not read holds up the picture and nothing else.
    @Suite struct Stalls {
        private static let words = Script.words(Scale.isFull ? 30_000 : 3_000)
        private static var text: String { words.joined() }

        @Test func everyPieceIsOnTheDiskThoughNobodyReadsTheScreen() async throws {
            let (desk, pty) = try await stalledWorkbench()
            try await eventually("the whole answer on the disk") { try isSaved(desk) }
            let memory = try Processes.peakMemory(of: pty.process)
            #expect(memory <= 120)
            kill(pty.process, SIGKILL)
            try await eventually("the end") { pty.endingUnread() != nil }
            #expect(try desk.latestSession().turns.last?.message.content == Self.text)
        }

        @Test func theScreenIsRightWhenTheTerminalReadsAgain() async throws {
            let (desk, pty) = try await stalledWorkbench()
            try await eventually("the whole answer on the disk") { try isSaved(desk) }
            // What changes in a line comes in pieces; painted anew it comes whole.
            var painted = ContinuousClock.now
            try pty.wait(within: .seconds(60)) {
                if .now - painted > .seconds(1) {
                    painted = .now
                    pty.type("\u{0C}")
                }
                return pty.text.contains("[DONE]") && pty.text.contains("word-\(Self.words.count)")
            }
            pty.type("\u{11}")
            #expect(try pty.end(within: .seconds(30)) == .exit(0))
        }

        @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
        func aSignalEndsItAndAllIsSaved(signal: Int32) async throws {
            let gate = Gate()
            let half = Self.words.count / 2
            let (desk, pty) = try await stalledWorkbench(
                Script.answer(
                    Array(Self.words[..<half]), until: gate, then: Array(Self.words[half...])))
            try await eventually("half the answer on the disk") {
                try content(desk)?.hasSuffix("word-\(half) ") == true
            }
            let sent = ContinuousClock.now
            kill(pty.process, signal)
            var ending: Ending?
            try await eventually("the end") {
                ending = pty.endingUnread()
                return ending != nil
            }
            #expect(ending == .exit(128 + signal))
            // A second is promised; machines that run tests are busy.
            #expect(ContinuousClock.now - sent < .seconds(10))
            let turn = try #require(try desk.latestSession().turns.last)
            #expect(turn.state == .stopped)
            #expect(turn.message.content == Self.words[..<half].joined())
            #expect(try desk.spools.isEmpty)
            let plain = try Pty(["/bin/cat"], environment: [:])
            #expect(pty.settings == plain.settings)
        }

        /// A workbench that has been asked something on a terminal that reads no more.
        private func stalledWorkbench(
            _ script: [TestStep] = Script.answer(words)
        ) async throws -> (CommandDesk, Pty) {
            let provider = try TestProvider(script)
            let desk = try CommandDesk()
            let environment = desk.environment.merging(["TERM": "xterm-256color"]) { $1 }
            let arguments = [RunningCommand.binary, "--new"] + TmuxScreen.target(provider)
            let pty = try Pty(arguments, environment: environment, rows: 40, columns: 120)
            try pty.wait(within: .seconds(30)) { pty.text.contains("type a prompt") }
            pty.type("Count!\r")
            return (desk, pty)
        }

        private func isSaved(_ desk: CommandDesk) throws -> Bool {
            try content(desk) == Self.text
        }

        private func content(_ desk: CommandDesk) throws -> String? {
            guard FileManager.default.fileExists(atPath: desk.library.path) else { return nil }
            let library = try desk.openLibrary()
            return try library.sessions(limit: 1).first
                .flatMap { try library.session($0.id)?.turns.last?.message.content }
        }
    }
}
