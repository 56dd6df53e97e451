internal import Synchronization

/// What a `TestProvider` has seen, and who waits to see it.
final class TestProviderLog: Sendable {
    struct Seen: Sendable {
        var requests: [ReceivedRequest] = []
        var connections = 0
        var closed = 0
        /// Bytes that the system took from the scripts.
        var sent = 0
    }

    private struct Waiter {
        let isEnough: @Sendable (Seen) -> Bool
        let continuation: CheckedContinuation<Seen, Never>
    }

    private struct State {
        var seen = Seen()
        var waiters: [Waiter] = []
    }

    private let state = Mutex(State())

    var requests: [ReceivedRequest] { state.withLock { $0.seen.requests } }
    var connections: Int { state.withLock { $0.seen.connections } }

    /// - Returns: The request's number, from 0.
    func add(_ request: ReceivedRequest) -> Int {
        change { $0.requests.append(request) }.requests.count - 1
    }

    func addConnection() { _ = change { $0.connections += 1 } }
    func addSent(_ count: Int) { _ = change { $0.sent += count } }
    func addClosed() { _ = change { $0.closed += 1 } }

    func wait(_ isEnough: @escaping @Sendable (Seen) -> Bool) async -> Seen {
        await withCheckedContinuation { continuation in
            let seen: Seen? = state.withLock { state in
                if isEnough(state.seen) { return state.seen }
                state.waiters.append(Waiter(isEnough: isEnough, continuation: continuation))
                return nil
            }
            if let seen { continuation.resume(returning: seen) }
        }
    }

    private func change(_ change: (inout Seen) -> Void) -> Seen {
        let (seen, ready) = state.withLock { state in
            change(&state.seen)
            let seen = state.seen
            let ready = state.waiters.filter { $0.isEnough(seen) }
            state.waiters.removeAll { $0.isEnough(seen) }
            return (seen, ready)
        }
        for waiter in ready { waiter.continuation.resume(returning: seen) }
        return seen
    }
}
