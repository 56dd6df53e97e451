public import ChatCompletions
internal import Synchronization

/// A request that may be sent more than once, and everything that comes of it.
///
/// ```swift
/// for await step in client.send(request, key: key, retries: .upTo(2)) {
///     switch step {
///     case .attempt(let number): print("try \(number)")
///     case .events(let events): show(events)
///     case .pause(let retry):
///         print("\(retry.failure.sentence.text(in: .english)) Again in \(retry.wait).")
///     }
/// }
/// ```
///
/// Each attempt is one exchange, with `request` first and `ended` last. The last attempt's end is
/// that of the whole. The request goes out when the step after `attempt` is asked for, so that who
/// keeps a record can begin one.
public final class RetriedExchange: AsyncSequence, Sendable {
    public typealias Element = Step
    public typealias Failure = Never

    /// What happens, in this order: `attempt`, any number of `events`, and either the end, or
    /// `pause` and the next `attempt`.
    public enum Step: Sendable, Hashable {
        /// The request is about to be sent, for the first time (1) or again.
        case attempt(Int)
        /// Some of the attempt's events.
        case events([ExchangeEvent])
        /// The attempt failed and there will be another one, after a wait that begins now.
        case pause(Retry)
    }

    /// Why and when a request is sent again.
    public struct Retry: Sendable, Hashable {
        /// The number of the next try among the further ones, from 1.
        public var number: Int
        /// How many further tries there are at most.
        public var limit: Int
        /// The time until then.
        public var wait: Duration
        /// What went wrong.
        public var failure: ChatCompletions.Failure
    }

    private struct State {
        var exchange: Exchange?
        var attempts = 0
        var head: ResponseHead?
        var nap: Task<Void, Never>?
        var retry: Retry?
        var isCancelled = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let policy: RetryPolicy
    private let begin: @Sendable () -> Exchange
    private let neverBegun: @Sendable () -> Exchange

    /// - Parameter neverBegun: what takes the exchange's place when it was cancelled before.
    init(
        _ policy: RetryPolicy,
        begin: @escaping @Sendable () -> Exchange,
        neverBegun: @escaping @Sendable () -> Exchange
    ) {
        self.policy = policy
        self.begin = begin
        self.neverBegun = neverBegun
    }

    /// Ends what is under way, an attempt or a wait, and begins no other. May be called from
    /// anywhere, and again.
    public func cancel() {
        let (exchange, nap) = state.withLock { state in
            state.isCancelled = true
            return (state.exchange, state.nap)
        }
        exchange?.cancel()
        nap?.cancel()
    }

    /// What happens next; `nil` once all is over. When the task is cancelled, so is the exchange.
    public func next() async -> Step? {
        await withTaskCancellationHandler {
            if let events = await nextEvents() { return .events(events) }
            return await nextTurn()
        } onCancel: {
            cancel()
        }
    }

    /// The steps, one by one.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(exchange: self) }

    /// One step at a time.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let exchange: RetriedExchange

        public mutating func next(isolation: isolated (any Actor)?) async -> Step? {
            await exchange.next()
        }
    }
}

extension RetriedExchange {
    /// The events of the attempt under way; `nil` when there is none or it has ended.
    private func nextEvents() async -> [ExchangeEvent]? {
        guard let exchange = current() else { return nil }
        let events = await exchange.nextBatch()
        note(events)
        return events.isEmpty ? nil : events
    }

    /// The exchange of the attempt that was announced, begun now.
    private func current() -> Exchange? {
        state.withLock { state in
            guard !state.isOver, state.attempts > 0, state.retry == nil else { return nil }
            if state.exchange == nil {
                state.exchange = state.isCancelled ? neverBegun() : begin()
            }
            return state.exchange
        }
    }

    private func note(_ events: [ExchangeEvent]) {
        state.withLock { state in
            for event in events {
                switch event {
                case .head(let head): state.head = head
                case .ended(let end): decide(after: end, &state)
                case .request, .read: break
                }
            }
        }
    }

    private func decide(after end: ExchangeEnd, _ state: inout State) {
        let number = state.attempts
        guard let failure = end.failure, !state.isCancelled,
            let wait = policy.pause(before: number, after: failure, head: state.head)
        else {
            state.isOver = true
            return
        }
        state.retry = Retry(number: number, limit: policy.limit, wait: wait, failure: failure)
    }

    /// From the end of an attempt to the announcement of the next one.
    private func nextTurn() async -> Step? {
        if let retry = announcement() { return .pause(retry) }
        if let nap = state.withLock({ $0.nap }) { await nap.value }
        return state.withLock { state in
            if state.isOver || state.isCancelled && state.attempts > 0 { return nil }
            state.exchange = nil
            state.head = nil
            state.nap = nil
            state.retry = nil
            state.attempts += 1
            return .attempt(state.attempts)
        }
    }

    /// A retry that nobody was told of yet; its wait begins.
    private func announcement() -> Retry? {
        state.withLock { state in
            guard let retry = state.retry, state.nap == nil, !state.isCancelled else { return nil }
            state.nap = Task { try? await Task.sleep(for: retry.wait) }
            return retry
        }
    }
}
