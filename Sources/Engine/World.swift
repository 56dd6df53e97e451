package import ChatCompletions
package import Conversations
package import Workbench

/// What the engine asks of the world, as closures: a test replaces the one that it is about.
package struct World: Sendable {
    /// Sends a request. Always yields events that end with `.ended`, whatever goes wrong.
    package var exchange: @Sendable (ExchangeStart) async -> ExchangeFeed
    package var models: @Sendable (LaneSettings) async -> Result<[String], Failure>
    package var archive: Archive
    package var clock: @Sendable () -> Timestamp
    /// A draft as it may be kept: without the keys that are known.
    package var hidingKeys: @Sendable (Draft) -> Draft = { $0 }
    /// An exchange is over, and with it the need for what it took.
    package var giveBackMemory: @Sendable () -> Void = {}

    package init(
        exchange: @escaping @Sendable (ExchangeStart) async -> ExchangeFeed,
        models: @escaping @Sendable (LaneSettings) async -> Result<[String], Failure>,
        archive: Archive, clock: @escaping @Sendable () -> Timestamp
    ) {
        self.exchange = exchange
        self.models = models
        self.archive = archive
        self.clock = clock
    }
}

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
}
