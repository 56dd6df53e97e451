import Synchronization
import Workbench

/// Where events from other threads wait for the main actor: all that waits is taken at once.
final class Mailbox: Sendable {
    private struct Box {
        var events: [Event] = []
        var weight = 0
        var isAwaited = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// Bytes of the wire beyond which a sender waits until the state has taken them: a burst may not
    /// fill the memory. A stalled terminal is another matter: the state goes on without it.
    private static let limit = 1 << 18
    private let box = Mutex(Box())
    private let wake: @Sendable (_ isFull: Bool) -> Void

    /// `wake` is called once for all events until they are taken, and again when it is full.
    init(wake: @escaping @Sendable (_ isFull: Bool) -> Void) {
        self.wake = wake
    }

    /// - Parameter weight: bytes of the wire that the event holds.
    func post(_ event: Event, weight: Int = 0) {
        let (isFirst, isFull) = box.withLock { box in
            box.events.append(event)
            box.weight += weight
            defer { box.isAwaited = true }
            return (!box.isAwaited, box.weight >= Self.limit)
        }
        if isFirst || isFull { wake(isFull) }
    }

    /// Returns when there is room again.
    func room() async {
        guard box.withLock({ $0.weight >= Self.limit }) else { return }
        await withCheckedContinuation { continuation in
            let isFull = box.withLock { box in
                guard box.weight >= Self.limit else { return false }
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
