package import Foundation

/// The real binary, run with a home of its own.
///
/// ```swift
/// let desk = try CommandDesk()
/// let run = try await desk.run("send", "--dry-run", "Hi")
/// #expect(run.status == 0)
/// ```
package final class CommandDesk: Sendable {
    /// Everything that Fader may keep on the disk is in here.
    package let home: URL

    package init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "fader-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: home)
    }

    package var library: URL { home.appending(path: ".local/share/fader/library.sqlite") }
    package var configuration: URL { home.appending(path: ".config/fader/config.toml") }

    /// What a program finds here: this home, and nothing of the person's who runs the tests.
    package var environment: [String: String] {
        ["HOME": home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    }

    /// Runs a command to its end.
    package func run(
        _ arguments: String...,
        input: String? = nil,
        environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await run(arguments, input: input.map { Array($0.utf8) }, environment: environment)
    }

    package func run(
        _ arguments: [String],
        input: [UInt8]? = nil,
        environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await start(arguments, input: input, environment: environment).end()
    }

    /// Starts a command, to be read and interrupted while it runs. Without input there is none.
    package func start(
        _ arguments: [String],
        input: [UInt8]? = nil,
        environment: [String: String] = [:]
    ) throws -> RunningCommand {
        try RunningCommand(
            RunningCommand.binary,
            arguments,
            input: input ?? [],
            environment: self.environment.merging(environment) { $1 }
        )
    }

    /// Every byte of every file below the home.
    package func allBytes() throws -> [UInt8] {
        let files = FileManager.default.enumerator(at: home, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
            .flatMap { try Array(Data(contentsOf: $0)) }
    }

    package func writeConfiguration(_ text: String) throws {
        let folder = configuration.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: configuration)
    }
}

/// What a command left behind.
package struct CommandRun: Sendable {
    package var status: Int32
    package var output: [UInt8]
    package var errors: String

    package var text: String { String(decoding: output, as: UTF8.self) }
}
