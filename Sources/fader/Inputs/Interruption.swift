import ArgumentParser
import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and its like, as something that a command can react to before it ends.
///
/// The first signal cancels; a second one ends the process at once. The handlers stand before the
/// work begins: a signal is never lost, however early it comes, and nothing that the work starts in
/// its turn is left behind.
final class Interruption: Sendable {
    private struct State {
        var signal: Int32?
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// The exit code when a signal came: 130 for Ctrl-C.
    var exitStatus: Int32? {
        state.withLock { state in state.signal.map { 128 + $0 } }
    }

    /// Runs `work`; a signal cancels it. What it gives back counts all the same.
    func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let source = DispatchSource.makeReadSource(
            fileDescriptor: signalPipe.reading, queue: .global())
        source.setEventHandler { [self] in readSignals() }
        for number in Self.signals { signal(number, noteSignal) }
        source.activate()
        let task = Task(operation: work)
        onCancel { task.cancel() }
        defer {
            source.cancel()
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

    /// One that has come already cancels at once.
    private func onCancel(_ cancel: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.cancel = cancel
            return state.signal != nil
        }
        if isLate { cancel() }
    }

    private func readSignals() {
        var number: UInt8 = 0
        guard read(signalPipe.reading, &number, 1) == 1 else { return }
        let (isSecond, cancel) = state.withLock { state in
            defer { state.signal = state.signal ?? Int32(number) }
            return (state.signal != nil, state.cancel)
        }
        if isSecond { _exit(128 + Int32(number)) }
        cancel?()
    }
}

/// The way from a handler, which may do next to nothing, to a queue, which may do anything.
private let signalPipe: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
}()

/// Async-signal-safe: the pipe was made before this was installed, and `write` may be called.
private func noteSignal(_ number: Int32) {
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(signalPipe.writing, &byte, 1)
    errno = before
}
