internal import Foundation
internal import Synchronization

/// A program under way.
///
/// Spawned by hand: Foundation's pipes are inherited by every child that starts at the same time,
/// and their ends would not be seen while tests run side by side.
package final class RunningCommand: Sendable {
    package struct CannotStart: Error { let code: Int32 }

    private enum Source { case output, errors }

    private struct Seen {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var open = 2
        var status: Int32?
    }

    private let process: pid_t
    private let seen = Mutex(Seen())
    private let changes: AsyncStream<Void>
    private let changed: AsyncStream<Void>.Continuation

    package init(
        _ program: String, _ arguments: [String], input: [UInt8] = [],
        environment: [String: String]
    ) throws {
        (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        let pipes = [ChildPipe(), ChildPipe(), ChildPipe()]
        let ends = [pipes[0].reading, pipes[1].writing, pipes[2].writing]
        process = try Self.spawn([program] + arguments, environment, ends)
        for end in ends { close(end) }
        Thread.detachNewThread { pipes[0].write(input) }
        Thread.detachNewThread { self.read(.output, from: pipes[1].reading) }
        Thread.detachNewThread { self.read(.errors, from: pipes[2].reading) }
    }

    /// Waits until the output holds the text, or has ended.
    package func printed(_ text: String) async {
        await wait { $0.open < 2 || String(decoding: $0.output, as: UTF8.self).contains(text) }
    }

    /// Waits until standard error holds the text, or has ended.
    package func printed(errors text: String) async {
        await wait { $0.open < 2 || String(decoding: $0.errors, as: UTF8.self).contains(text) }
    }

    /// The output so far.
    package var text: String { seen.withLock { String(decoding: $0.output, as: UTF8.self) } }

    package func send(_ signal: Int32) {
        kill(process, signal)
    }

    /// Waits for the end.
    package func end() async -> CommandRun {
        await wait { $0.status != nil }
        return seen.withLock { seen in
            CommandRun(
                status: seen.status ?? -1,
                output: seen.output,
                errors: String(decoding: seen.errors, as: UTF8.self)
            )
        }
    }

    private func wait(_ isEnough: (Seen) -> Bool) async {
        if seen.withLock({ isEnough($0) }) { return }
        for await _ in changes where seen.withLock({ isEnough($0) }) { return }
    }

    /// Reads to the end; after both ends the process's own is waited for.
    private func read(_ source: Source, from end: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = Foundation.read(end, &buffer, buffer.count), count > 0 {
            seen.withLock { seen in
                switch source {
                case .output: seen.output += buffer[..<count]
                case .errors: seen.errors += buffer[..<count]
                }
            }
            changed.yield()
        }
        close(end)
        let isLast = seen.withLock { seen in
            seen.open -= 1
            return seen.open == 0
        }
        if isLast { reap() }
        changed.yield()
    }

    private func reap() {
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let signal = status & 0x7F
        let code = signal == 0 ? status >> 8 & 0xFF : 128 + signal
        seen.withLock { $0.status = code }
    }
}

extension RunningCommand {
    /// Fader itself, which is built beside the tests.
    package static let binary = built("fader")

    /// A program of this package.
    package static func built(_ name: String) -> String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: name).path
    }

    /// - Parameter ends: what becomes standard input, output and error.
    private static func spawn(
        _ arguments: [String],
        _ environment: [String: String],
        _ ends: [Int32]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (place, end) in ends.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, end, Int32(place))
        }
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, arguments[0], &actions, nil, words, variables)
        guard code == 0 else { throw CannotStart(code: code) }
        return process
    }
}

/// One way from one end to the other; no child inherits an end unless it is given to it.
private struct ChildPipe: Sendable {
    let reading: Int32
    let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // A pair of sockets, since Swift does not see `pipe2`, and `pipe` cannot do it at once.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        socketpair(AF_UNIX, kind, 0, &ends)
        (reading, writing) = (ends[0], ends[1])
    }

    /// Writes all, or as much as somebody reads, and closes.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(writing, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        close(writing)
    }
}
