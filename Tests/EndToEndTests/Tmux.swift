import Foundation
import Support
import Testing

/// A tmux of its own with one window: it knows no other, and no other knows it.
final class Tmux: Sendable {
    struct Failed: Error, CustomStringConvertible { let description: String }

    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "fader-tmux-\(UUID().uuidString)")
    private let environment: [String: String]
    private let server: pid_t
    /// What the window began with. Everything that it starts belongs to its session.
    let leader: pid_t

    /// - Parameters:
    ///   - command: for `sh`.
    ///   - environment: of tmux and of all that runs in it; keys, too, so that they stand in no
    ///     command line of ours.
    init(
        _ command: String, environment: [String: String], size: (columns: Int, rows: Int)
    ) async throws {
        self.environment = environment
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = folder.appending(path: "tmux.conf")
        try Data(Self.configuration.utf8).write(to: configuration)
        let ids = try await Self.run(
            ["-f", configuration.path, "-u", "new-session", "-d", "-P", "-F", "#{pid} #{pane_pid}"]
                + ["-x", "\(size.columns)", "-y", "\(size.rows)", command],
            folder, environment
        )
        let numbers = ids.split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
        try #require(numbers.count == 2, "\(ids)")
        (server, leader) = (numbers[0], numbers[1])
    }

    deinit {
        end()
        try? FileManager.default.removeItem(at: folder)
    }

    /// What is left goes, and is gone when this returns: nobody may write into a home that is not
    /// there any more.
    func end() {
        let limit: ContinuousClock.Instant = .now + .seconds(5)
        while case let left = Processes.all(inSession: leader), !left.isEmpty, .now < limit {
            for process in left { kill(process, SIGKILL) }
        }
        kill(server, SIGKILL)
    }

    @discardableResult
    func callAsFunction(_ arguments: String...) async throws -> String {
        try await run(arguments)
    }

    @discardableResult
    func run(_ arguments: [String]) async throws -> String {
        try await Self.run(arguments, folder, environment)
    }

    private static func run(
        _ arguments: [String], _ folder: URL, _ environment: [String: String]
    ) async throws -> String {
        let words = ["tmux", "-S", folder.appending(path: "socket").path] + arguments
        let command = try RunningCommand("/usr/bin/env", words, environment: environment)
        let run = await command.end()
        guard run.status == 0 else {
            throw Failed(description: "tmux \(arguments): \(run.errors)")
        }
        return run.text
    }

    /// What a program could do to tmux from the inside is allowed: if a model's text were obeyed,
    /// it would be seen.
    private static let configuration = """
        set -g default-terminal tmux-256color
        set -g escape-time 0
        set -g remain-on-exit on
        set -g set-clipboard on
        set -g automatic-rename off
        set -g allow-rename on
        set -g allow-passthrough on
        """
}
