import Synchronization

/// Something that is done anew when it is asked for again: who asks waits for the last one no more.
final class LatestTask: Sendable {
    private let task = Mutex<Task<Void, Never>?>(nil)

    func replace(with next: Task<Void, Never>) {
        let last = task.withLock { task in
            defer { task = next }
            return task
        }
        last?.cancel()
    }

    func cancel() { task.withLock { $0 }?.cancel() }

    /// Returns when it has come to its end.
    func ended() async { await task.withLock { $0 }?.value }
}
