import Foundation

/// The real binary, run with a home of its own.
///
/// ```swift
/// let desk = try CommandDesk()
/// let run = try await desk.run("send", "--dry-run", "Hi")
/// #expect(run.status == 0)
/// ```
final class CommandDesk: Sendable {
    /// Everything that Fader may keep on the disk is in here.
    let home: URL

    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "fader-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: home)
    }

    var library: URL { home.appending(path: ".local/share/fader/library.sqlite") }
    var configuration: URL { home.appending(path: ".config/fader/config.toml") }

    /// Runs a command to its end.
    func run(
        _ arguments: String...,
        input: String? = nil,
        environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await run(arguments, input: input.map { Array($0.utf8) }, environment: environment)
    }

    func run(
        _ arguments: [String],
        input: [UInt8]? = nil,
        environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await start(arguments, input: input, environment: environment).end()
    }

    /// Starts a command, to be read and interrupted while it runs. Without input there is none.
    func start(
        _ arguments: [String],
        input: [UInt8]? = nil,
        environment: [String: String] = [:]
    ) throws -> RunningCommand {
        let usual = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        return try RunningCommand(
            arguments,
            input: input ?? [],
            environment: usual.merging(environment) { $1 }
        )
    }

    /// Every byte of every file below the home.
    func allBytes() throws -> [UInt8] {
        let files = FileManager.default.enumerator(at: home, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
            .flatMap { try Array(Data(contentsOf: $0)) }
    }

    func writeConfiguration(_ text: String) throws {
        let folder = configuration.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: configuration)
    }
}

/// What a command left behind.
struct CommandRun: Sendable {
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
}
