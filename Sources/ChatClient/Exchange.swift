public import ChatCompletions
internal import Synchronization

/// A request under way, and what comes back: a sequence of events that ends with `ended`.
///
/// ```swift
/// while case let events = await exchange.nextBatch(), !events.isEmpty {
///     record(events)
/// }
/// ```
///
/// Events are made while they are asked for, in the task that asks; that should be one task. Who
/// stops asking makes the server wait, once `pendingLimit` bytes have come. An exchange that
/// nobody holds any more is cancelled.
public final class Exchange: AsyncSequence, Sendable {
    public typealias Element = ExchangeEvent
    public typealias Failure = Never

    private let order: TransferOrder
    private let reader: Mutex<ExchangeReader>
    private let loop: TransferLoop

    init(order: TransferOrder, reader: consuming ExchangeReader, loop: TransferLoop) {
        self.order = order
        self.reader = Mutex(reader)
        self.loop = loop
    }

    deinit {
        if !reader.withLock({ $0.isOver }) { cancel() }
    }

    /// Ends the exchange and closes its connection, whatever it is doing. What had arrived is
    /// still delivered; then comes `ended`, with a failure of kind `cancelled` unless the answer
    /// was already whole. May be called from anywhere, and again.
    public func cancel() {
        loop.post(.cancel(order.id))
    }

    /// Starts all waiting limits afresh, for somebody who would rather wait on.
    public func waitLonger() {
        order.pipe.extendLimits(from: .now)
    }

    /// Everything that has happened since the last call; waits until something has.
    ///
    /// - Returns: At least one event, or nothing at all once `ended` has been given. When the
    ///   task is cancelled, so is the exchange: its last events come at once.
    public func nextBatch() async -> [ExchangeEvent] {
        await withTaskCancellationHandler {
            while true {
                if let events = reader.withLock({ $0.beginning() }) { return events }
                if reader.withLock({ $0.isOver }) { return [] }
                if !reader.withLock({ $0.hasMore }) { await take() }
                let events = readOn()
                if !events.isEmpty { return events }
            }
        } onCancel: {
            cancel()
        }
    }

    private func take() async {
        let delivery = await order.pipe.next()
        if delivery.makesRoom { loop.post(.resume(order.id)) }
        reader.withLock { $0.take(delivery) }
    }

    private func readOn() -> [ExchangeEvent] {
        let (events, verdict, hasMore) = reader.withLock { reader in
            let (events, verdict) = reader.readOn()
            return (events, verdict, reader.hasMore)
        }
        if verdict.isTooMuch { cancel() }
        if !hasMore { order.pipe.finishDecoding(verdict) }
        return events
    }

    /// One event at a time, out of batches.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let exchange: Exchange
        private var batch: ArraySlice<ExchangeEvent> = []

        init(_ exchange: Exchange) { self.exchange = exchange }

        public mutating func next(isolation: isolated (any Actor)?) async -> ExchangeEvent? {
            if batch.isEmpty { batch = await exchange.nextBatch()[...] }
            return batch.popFirst()
        }
    }

    /// The events one by one; take either these or batches, not both.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
