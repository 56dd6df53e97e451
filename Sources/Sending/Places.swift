import Synchronization

/// How many requests each provider is given at once: who comes when all its places are taken waits,
/// in order.
package final class Places: Sendable {
    private struct Provider {
        var taken = 0
        var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private struct State {
        var providers: [String: Provider] = [:]
        var count = 0
    }

    /// One of a provider's places, until it is left or forgotten.
    package final class Place: Sendable {
        private let release: Mutex<(@Sendable () -> Void)?>

        fileprivate init(_ release: @escaping @Sendable () -> Void) {
            self.release = Mutex(release)
        }

        deinit { leave() }

        /// Lets the next one have it.
        package func leave() {
            release.withLock { release in
                defer { release = nil }
                return release
            }?()
        }
    }

    private let limits: [String: Int]
    private let state = Mutex(State())

    /// - Parameter limits: by the provider's id, from 1; who is not named has no limit.
    package init(limits: [String: Int] = [:]) { self.limits = limits }

    /// Waits for a place; `nil` when the task was cancelled meanwhile.
    package func take(of provider: String) async -> Place? {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        let isTaken = await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, number, for: provider) }
        } onCancel: {
            giveUp(number, provider)
        }
        return isTaken ? Place { [weak self] in self?.leave(provider) } : nil
    }

    private func wait(
        _ continuation: CheckedContinuation<Bool, Never>, _ number: Int, for provider: String
    ) {
        let isTaken: Bool? = state.withLock { state in
            if Task.isCancelled { return false }
            var place = state.providers[provider] ?? Provider()
            defer { state.providers[provider] = place }
            if place.taken < limits[provider] ?? .max {
                place.taken += 1
                return true
            }
            place.waiting.append((number, continuation))
            return nil
        }
        if let isTaken { continuation.resume(returning: isTaken) }
    }

    private func giveUp(_ number: Int, _ provider: String) {
        let waiting = state.withLock { state in
            let place = state.providers[provider]?.waiting.firstIndex { $0.number == number }
            return place.flatMap { state.providers[provider]?.waiting.remove(at: $0) }
        }
        waiting?.continuation.resume(returning: false)
    }

    private func leave(_ provider: String) {
        let next = state.withLock { state in
            guard state.providers[provider]?.waiting.isEmpty == false else {
                state.providers[provider]?.taken -= 1
                return CheckedContinuation<Bool, Never>?.none
            }
            return state.providers[provider]?.waiting.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
