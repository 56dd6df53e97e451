import ChatClient
package import ChatCompletions
import Synchronization

/// The events of one exchange as they come.
package struct ExchangeFeed: Sendable {
    /// Everything that waits, at once; `nil` after the end.
    package var next: @Sendable () async -> [ExchangeEvent]?
    package var cancel: @Sendable () -> Void
    /// Starts its time limits afresh.
    package var waitLonger: @Sendable () -> Void

    package init(
        next: @escaping @Sendable () async -> [ExchangeEvent]?,
        cancel: @escaping @Sendable () -> Void,
        waitLonger: @escaping @Sendable () -> Void = {}
    ) {
        self.next = next
        self.cancel = cancel
        self.waitLonger = waitLonger
    }

    /// - Parameter place: what the exchange takes of its provider, until it is over.
    init(_ exchange: Exchange, in place: Places.Place) {
        self.init(
            next: {
                let batch = await exchange.nextBatch()
                if batch.isEmpty { place.leave() }
                return batch.isEmpty ? nil : batch
            },
            cancel: { exchange.cancel() },
            waitLonger: { exchange.waitLonger() })
    }

    /// An exchange that could not begin.
    package init(failure: Failure) {
        let batches = Mutex<[[ExchangeEvent]]>([[.ended(ExchangeEnd(failure: failure))]])
        self.init(next: { batches.withLock { $0.popLast() } }, cancel: {})
    }
}
