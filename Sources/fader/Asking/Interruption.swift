import ArgumentParser
import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and its like, as something that a command can react to before it ends.
///
/// The first signal cancels; a second one ends the process at once.
final class Interruption: Sendable {
    private let caught = Mutex<Int32?>(nil)
    private let cancel = Mutex<(@Sendable () -> Void)?>(nil)
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// The exit code when a signal came: 130 for Ctrl-C.
    var exitStatus: Int32? {
        caught.withLock { signal in signal.map { 128 + $0 } }
    }

    /// Runs `work`; a signal cancels it. What it gives back counts all the same.
    func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Before the work starts: what it starts in its turn must not be left behind.
        let sources = Self.signals.map(source)
        let task = Task(operation: work)
        cancel.withLock { $0 = { task.cancel() } }
        if exitStatus != nil { task.cancel() }
        defer {
            for source in sources { source.cancel() }
            for number in Self.signals { signal(number, SIG_DFL) }
        }
        do {
            return try await task.value
        } catch {
            // What could not be done for being interrupted is no mistake of anybody's.
            if let exitStatus { throw ExitCode(exitStatus) }
            throw error
        }
    }

    private func source(for number: Int32) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [self] in
            let isSecond = caught.withLock { caught in
                defer { caught = caught ?? number }
                return caught != nil
            }
            if isSecond { _exit(128 + number) }
            cancel.withLock { $0 }?()
        }
        source.activate()
        return source
    }
}
