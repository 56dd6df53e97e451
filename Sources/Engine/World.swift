package import ChatCompletions
package import Conversations
package import Sending

/// What the engine asks of the world, as closures: a test replaces the one that it is about.
package struct World: Sendable {
    /// Sends a request. Always yields events that end with `.ended`, whatever goes wrong.
    package var exchange: @Sendable (ExchangeStart) async -> ExchangeFeed
    package var models: @Sendable (LaneSettings) async -> Result<[String], Failure>
    package var archive: Archive
    package var clock: @Sendable () -> Timestamp
    /// By which times are read and looked for.
    package var localTime = LocalTime.universal
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

extension World {
    /// The world itself: libcurl, real servers, the practice provider.
    package static func live(
        _ sender: Sender, archive: Archive, providers: [Provider],
        clock: @escaping @Sendable () -> Timestamp
    ) -> World {
        var world = World(
            exchange: { await sender.send($0.request) },
            models: { settings in
                let provider = providers.first { $0.id == settings.provider }
                guard let provider else { return .success([]) }
                do throws(Failure) {
                    return .success(try await sender.models(of: provider, at: settings.baseURL))
                } catch {
                    return .failure(error)
                }
            },
            archive: archive, clock: clock)
        world.hidingKeys = { sender.hidingKeys($0) }
        return world
    }
}
