import Foundation
import ScreenKit
import Support
import Testing

extension TerminalSuite {
    /// What a model writes as Markdown, on a real terminal; in full with `make torture`.
    @Suite struct MarkdownReliability {
        private static let isFull = ProcessInfo.processInfo.environment["FADER_TORTURE"] != nil

        /// A million in full.
        @Test(arguments: isFull ? 1...10 : 1...1)
        func hostileMarkdownNeverDrivesTheTerminal(seed: Int) throws {
            let count = Self.isFull ? 100_000 : 10_000
            let pty = try ProbeProgram.open(["STORM_SEED": "\(seed)", "STORM_COUNT": "\(count)"])
            pty.type("h")
            #expect(try pty.end(within: .seconds(600)) == .exit(0))
            #expect(pty.output.count > count * 10)
            #expect(OutputReader.read(pty.output).strays.prefix(5) == [])
        }

        /// All of eight thousand sequences in full, else some.
        @Test func noRowShiftsWhateverStandsInListsQuotesAndTables() throws {
            let tmux = try Tmux(ProbeProgram.path, rows: 300, columns: 60)
            try tmux.wait(for: "widths")
            var (page, pages, looks) = (1, 1, 0)
            try tmux.type("r")
            while page <= pages {
                pages = try lookForShifts(in: tmux, page)
                looks += 1
                let step = Self.isFull ? 1 : 9
                page += step
                for _ in 0..<step where page <= pages { try tmux.type("r") }
            }
            #expect(looks > (Self.isFull ? 80 : 8))
        }

        /// Returns how many pages there are.
        private func lookForShifts(in tmux: Tmux, _ page: Int) throws -> Int {
            try tmux.waitForLastLine("page \(page) of ")
            let numbers = try tmux.lines()[0].matches(of: /\d+/).compactMap { Int($0.output) }
            try #require(numbers.count == 4)
            let marks = (numbers[2]...numbers[3]).map { String(format: "#%04d", $0) }
            // Beside them stand blank rows, and the rule below the table's heading.
            let shown = try tmux.text(inColumns: 40..<45).filter { $0.contains { $0.isASCII } }
            #expect(shown.count == marks.count * 3)
            let shifted = zip(shown, marks + marks + marks).filter { $0 != $1 }
            #expect(shifted.isEmpty, "page \(page)")
            return numbers[1]
        }
    }
}
