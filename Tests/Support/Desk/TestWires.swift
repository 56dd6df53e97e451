package import ChatCompletions
package import Conversations
package import Sending
internal import Synchronization

/// Exchanges in which that comes back which a test says.
package final class TestWires: Sendable {
    private struct Wire {
        var script: AnswerScript?
        var steps: [AnswerStep] = []
        var waiter: CheckedContinuation<AnswerStep?, Never>?
        var isCancelled = false
        /// The end has been given out, and after it nothing.
        var isOver = false
    }

    private struct State {
        var wires: [ExchangeID: Wire] = [:]
        var started: [ExchangeStart] = []
        var restWaiters: [CheckedContinuation<Void, Never>] = []

        var isResting: Bool {
            wires.values.allSatisfy { $0.waiter != nil || $0.isOver || $0.script == nil }
        }
    }

    private let state = Mutex(State())
    private let hearsCancel: Bool

    /// - Parameter hearsCancel: whether a cancelled exchange ends, as it should.
    package init(hearsCancel: Bool = true) { self.hearsCancel = hearsCancel }

    /// The exchanges that have begun, in order.
    package var started: [ExchangeStart] { state.withLock { $0.started } }

    package func isCancelled(_ id: ExchangeID) -> Bool {
        state.withLock { $0.wires[id]?.isCancelled ?? false }
    }

    /// Where the engine sends: `World.exchange`.
    package func open(_ start: ExchangeStart, at time: Timestamp) -> ExchangeFeed {
        let id = start.exchange
        state.withLock { state in
            state.started.append(start)
            state.wires[id, default: Wire()].script = AnswerScript(start, at: time)
        }
        return ExchangeFeed(
            next: { await self.next(id) },
            cancel: { self.cancel(id) })
    }

    package func add(_ step: AnswerStep, to id: ExchangeID) {
        let waiter = state.withLock { state in
            let waiter = state.wires[id, default: Wire()].waiter
            if waiter == nil { state.wires[id, default: Wire()].steps.append(step) }
            state.wires[id]?.waiter = nil
            return waiter
        }
        waiter?.resume(returning: step)
    }

    private func cancel(_ id: ExchangeID) {
        state.withLock { $0.wires[id, default: Wire()].isCancelled = true }
        if hearsCancel { add(.end(.stopped, at: .seconds(9)), to: id) }
    }

    // MARK: What the engine reads

    private func next(_ id: ExchangeID) async -> [ExchangeEvent]? {
        guard let step = await nextStep(id) else { return nil }
        return state.withLock { $0.wires[id]?.script?.perform(step) }
    }

    private func nextStep(_ id: ExchangeID) async -> AnswerStep? {
        if state.withLock({ $0.wires[id]?.script?.hasEnded ?? true }) {
            finish(id)
            return nil
        }
        return await withCheckedContinuation { continuation in
            let step = state.withLock { state -> AnswerStep? in
                var wire = state.wires[id] ?? Wire()
                let step = wire.steps.isEmpty ? nil : wire.steps.removeFirst()
                wire.waiter = step == nil ? continuation : nil
                state.wires[id] = wire
                return step
            }
            if let step { continuation.resume(returning: step) } else { tellRest() }
        }
    }

    private func finish(_ id: ExchangeID) {
        state.withLock { $0.wires[id]?.isOver = true }
        tellRest()
    }

    // MARK: Rest

    /// Whether all that was said has been read.
    package var isResting: Bool { state.withLock { $0.isResting } }

    package func rest() async {
        await withCheckedContinuation { continuation in
            let isResting = state.withLock { state in
                if !state.isResting { state.restWaiters.append(continuation) }
                return state.isResting
            }
            if isResting { continuation.resume() }
        }
    }

    private func tellRest() {
        let waiters = state.withLock { state in
            guard state.isResting else { return [CheckedContinuation<Void, Never>]() }
            defer { state.restWaiters = [] }
            return state.restWaiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
