import Foundation
import Support
import Testing

/// A program in a window of a tmux of its own, and what a person would see there.
final class Tmux {
    private let folder = NSTemporaryDirectory() + "fader-tmux-\(UUID().uuidString)"

    init(_ program: String, rows: Int = 24, columns: Int = 80) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let size = ["-x", "\(columns)", "-y", "\(rows)"]
        _ = try run(["-f", "/dev/null", "-u", "new-session", "-d"] + size + [program])
    }

    deinit {
        _ = try? run(["kill-server"])
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The text of the screen, line by line; with `escapes` also its colours.
    func lines(escapes: Bool = false) throws -> [String] {
        let text = try run(["capture-pane", "-p"] + (escapes ? ["-e"] : []))
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    func type(_ keys: String...) throws {
        _ = try run(["send-keys"] + keys)
    }

    /// The column in which a text stands on the screen.
    func column(of text: String) throws -> Int? {
        _ = try run(["copy-mode"])
        _ = try run(["send-keys", "-X", "bottom-line"])
        _ = try run(["send-keys", "-X", "end-of-line"])
        _ = try run(["send-keys", "-X", "search-backward", text])
        let column = try run(["display-message", "-p", "#{copy_cursor_x}"])
        _ = try run(["send-keys", "-X", "cancel"])
        return Int(column.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Waits until a line contains a text.
    func wait(for text: String) throws {
        try wait(for: text) { $0.contains { $0.contains(text) } }
    }

    /// Waits until the last line, which is drawn last, begins with a text.
    func waitForLastLine(_ start: String) throws {
        try wait(for: start) { $0.last { !$0.isEmpty }?.hasPrefix(start) == true }
    }

    private func wait(for text: String, _ isShown: ([String]) -> Bool) throws {
        let limit = Date(timeIntervalSinceNow: 10)
        while try !isShown(lines()) {
            guard Date() < limit else {
                Issue.record("waited in vain for \(text); the screen was \(try lines())")
                throw Pty.Stopped("waited in vain for \(text)")
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    /// What stands in some columns of each row but the first and the last; these have one character
    /// in each column.
    func text(inColumns columns: Range<Int>) throws -> [String] {
        let keys = [
            ["top-line"], ["cursor-right", "\(columns.lowerBound)"], ["begin-selection"],
            ["rectangle-toggle"], ["bottom-line"], ["cursor-right", "\(columns.upperBound)"],
            ["copy-selection"], ["cancel"],
        ]
        _ = try run(
            ["copy-mode"]
                + keys.flatMap { key in
                    [";", "send-keys"] + (key.count > 1 ? ["-N", key[1]] : []) + ["-X", key[0]]
                })
        let rows = try run(["show-buffer"]).split(separator: "\n", omittingEmptySubsequences: false)
        return rows.dropFirst().dropLast().map(String.init)
    }

    // The server outlives the command and keeps what it inherits, so output goes through a file.
    private func run(_ arguments: [String]) throws -> String {
        let file = folder + "/output"
        let words = (["tmux", "-S", folder + "/socket"] + arguments).map { "'\($0)'" }.joined(
            separator: " ")
        let shell = ["/bin/sh", "-c", "unset COLORTERM; \(words) >\(file) </dev/null"]
        let process = try Pty(shell, environment: ProbeProgram.environment)
        try #require(try process.end() == .exit(0), "\(process.text)")
        return try String(contentsOfFile: file, encoding: .utf8)
    }
}
