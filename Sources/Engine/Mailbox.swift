import Synchronization
import Workbench

/// Where events from other threads wait for the main actor: all that waits is taken at once.
final class Mailbox: Sendable {
    private struct Box {
        var events: [Event] = []
        var isAwaited = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// Beyond so many batches a sender waits: a stalled terminal must not fill the memory.
    private static let limit = 4_096
    private let box = Mutex(Box())
    private let wake: @Sendable () -> Void

    /// `wake` is called once for all events until they are taken.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func post(_ event: Event) {
        let isFirst = box.withLock { box in
            box.events.append(event)
            defer { box.isAwaited = true }
            return !box.isAwaited
        }
        if isFirst { wake() }
    }

    /// Returns when there is room again.
    func room() async {
        guard box.withLock({ $0.events.count >= Self.limit }) else { return }
        await withCheckedContinuation { continuation in
            let isFull = box.withLock { box in
                guard box.events.count >= Self.limit else { return false }
                box.waiters.append(continuation)
                return true
            }
            if !isFull { continuation.resume() }
        }
    }

    var isEmpty: Bool { box.withLock { $0.events.isEmpty } }

    /// Returns when all was taken.
    func emptied() async {
        await withCheckedContinuation { continuation in
            let isEmpty = box.withLock { box in
                if !box.events.isEmpty { box.waiters.append(continuation) }
                return box.events.isEmpty
            }
            if isEmpty { continuation.resume() }
        }
    }

    func take() -> [Event] {
        let (events, waiters) = box.withLock { box in
            defer { box = Box() }
            return (box.events, box.waiters)
        }
        for waiter in waiters { waiter.resume() }
        return events
    }
}
