import Foundation

/// What a mouse reports, and what it is for.
extension TmuxScreen {
    enum MouseAction { case press, drag, release }

    /// The left button at a place, counted from 0, as terminals report it.
    func mouse(_ action: MouseAction, row: Int, column: Int) async throws {
        let button = action == .drag ? 32 : 0
        let end: Character = action == .release ? "m" : "M"
        try await report([(button, end)], row: row, column: column)
    }

    /// So many clicks in one go, however slow the machine.
    func click(times: Int = 1, row: Int, column: Int) async throws {
        let one: [(Int, Character)] = [(0, "M"), (0, "m")]
        try await report(
            Array(repeating: one, count: times).flatMap(\.self), row: row, column: column)
    }

    func doubleClick(row: Int, column: Int) async throws {
        try await click(times: 2, row: row, column: column)
    }

    /// Turns of the wheel, up where they are negative.
    func wheel(_ turns: Int, row: Int, column: Int) async throws {
        let one = [(turns < 0 ? 64 : 65, "M" as Character)]
        try await report(
            Array(repeating: one, count: abs(turns)).flatMap(\.self), row: row, column: column)
    }

    private func report(
        _ reports: [(button: Int, end: Character)], row: Int, column: Int
    ) async throws {
        let text = reports.map { "\u{1B}[<\($0.button);\(column + 1);\(row + 1)\($0.end)" }.joined()
        let codes = text.utf8.map { String($0, radix: 16) }
        try await tmux.run(["send-keys", "-H"] + codes)
    }

    /// Where a text begins that is on the screen, or will be. The first line is the title's, which
    /// repeats a prompt.
    func place(of text: String) async throws -> (row: Int, column: Int) {
        let rows = try await shows(text).split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in rows.enumerated().dropFirst() {
            if let found = line.firstRange(of: text) {
                return (row, String(line[..<found.lowerBound]).columns)
            }
        }
        throw Tmux.Failed(description: "no \(text)")
    }

    /// What tmux took from the program; nothing where there was nothing yet.
    var clipboard: String {
        get async throws { (try? await tmux("show-buffer")) ?? "" }
    }
}

extension String {
    /// How many columns it takes, as far as these tests have characters that take two.
    var columns: Int {
        unicodeScalars.reduce(0) { sum, scalar in
            sum + (Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1)
        }
    }

    /// Chinese with its punctuation, Korean, emoji.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
    ]
}
