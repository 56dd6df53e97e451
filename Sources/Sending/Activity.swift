import Synchronization

/// Counts what is under way, for those who wait until nothing is.
package final class Activity: Sendable {
    private struct State {
        var count = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var isIdle: Bool { state.withLock { $0.count == 0 } }

    package func begin() { state.withLock { $0.count += 1 } }

    package func end() {
        let waiters = state.withLock { state in
            state.count -= 1
            guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Waits for something that others do: meanwhile nothing is under way here.
    func pause<Value: Sendable>(for body: () async -> Value) async -> Value {
        end()
        let value = await body()
        begin()
        return value
    }

    /// Returns when nothing is under way.
    package func idle() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.count > 0 { state.waiters.append(continuation) }
                return state.count == 0
            }
            if isIdle { continuation.resume() }
        }
    }
}
