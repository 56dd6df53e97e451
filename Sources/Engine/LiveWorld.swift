package import ChatClient
package import ChatCompletions
import Conversations
import Synchronization
import Words
import Workbench

/// What a live world is made of.
package struct LiveParts: Sendable {
    package var archive: Archive
    package var clock: @Sendable () -> Timestamp
    /// Starts the practice provider when it is first needed, and says where it listens.
    package var practice: @Sendable () async throws -> String
    /// Looks for the key for a provider at an address (`nil`: the provider's own).
    package var key: @Sendable (Provider, String?) async -> KeyFinder.Finding
    package var providers: [Provider]
    package var options: Client.Options
    /// The keys that are at hand without asking a program for one.
    package var keysAtHand: @Sendable () -> [Secret] = { [] }

    package init(
        archive: Archive, clock: @escaping @Sendable () -> Timestamp,
        practice: @escaping @Sendable () async throws -> String,
        key: @escaping @Sendable (Provider, String?) async -> KeyFinder.Finding,
        providers: [Provider], options: Client.Options = Client.Options()
    ) {
        self.archive = archive
        self.clock = clock
        self.practice = practice
        self.key = key
        self.providers = providers
        self.options = options
        // What is read from the wire at once stays small: it is shown and recorded as it comes.
        self.options.pendingLimit = 1 << 17
        self.options.answerLimits = .workbench
        // Longer than the driver's rest: what is delivered is drawn at once.
        self.options.gatherFor = .milliseconds(25)
    }
}

extension World {
    /// The world itself: libcurl, real servers, the practice provider.
    package static func live(_ parts: LiveParts) -> World {
        let network = Network(parts)
        var world = World(
            exchange: { await network.exchange($0) }, models: { await network.models($0) },
            archive: parts.archive, clock: parts.clock)
        world.hidingKeys = { network.hidingKeys($0) }
        return world
    }
}

/// Where requests go out: with the right address and key, or not at all.
private final class Network: Sendable {
    private let parts: LiveParts
    /// Made with the first request: opening libcurl takes time that a start has not.
    private let client = Mutex<Client?>(nil)
    /// The keys that were sent, by their providers.
    private let sentKeys = Mutex<[String: Secret]>([:])

    init(_ parts: LiveParts) { self.parts = parts }

    func hidingKeys(_ draft: Draft) -> Draft {
        let redactor = Redactor(parts.keysAtHand() + sentKeys.withLock { Array($0.values) })
        var draft = draft
        draft.prompt = redactor.redacted(draft.prompt)
        draft.system = draft.system.map(redactor.redacted)
        return draft
    }

    func exchange(_ start: ExchangeStart) async -> ExchangeFeed {
        do throws(Failure) {
            var request = start.request
            request.baseURL = try await address(of: request.provider, request.baseURL)
            let key = try await key(for: request.provider, request.baseURL)
            return ExchangeFeed(openClient().send(request, key: key))
        } catch {
            return ExchangeFeed(failure: error)
        }
    }

    func models(_ settings: LaneSettings) async -> Result<[String], Failure> {
        guard let provider = parts.providers.first(where: { $0.id == settings.provider }) else {
            return .success([])
        }
        do throws(Failure) {
            let base = try await address(of: provider, settings.baseURL)
            let key = try await key(for: provider, base)
            return .success(try await openClient().models(of: provider, baseURL: base, key: key))
        } catch {
            return .failure(error)
        }
    }

    private func openClient() -> Client {
        client.withLock { client in
            let open = client ?? Client(options: parts.options)
            client = open
            return open
        }
    }

    /// The practice provider has no address of its own until it is started.
    private func address(of provider: Provider, _ given: String?) async throws(Failure) -> String? {
        guard provider.id == "practice", given == nil else { return given }
        do {
            return try await parts.practice()
        } catch {
            throw Failure(.transport, .init(told: .practiceFailed("\(error)")))
        }
    }

    private func key(for provider: Provider, _ base: String?) async throws(Failure) -> Secret? {
        let finding = await parts.key(provider, base)
        if Task.isCancelled { throw Failure(.cancelled, .init(.stopped)) }
        switch finding {
        case .found(let key, where: _):
            sentKeys.withLock { $0["\(provider.id) \(base ?? "")"] = key }
            return key
        case .notNeeded: return nil
        case .missing(let advice): throw Failure(.transport, .init(told: advice), phase: .key)
        }
    }
}

extension ExchangeFeed {
    fileprivate init(_ exchange: Exchange) {
        self.init(
            next: {
                let batch = await exchange.nextBatch()
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

extension AnswerReader.Limits {
    /// An answer is shown, kept and recorded: what is held of it is held several times. This is the
    /// text of a million tokens.
    static let workbench: AnswerReader.Limits = {
        var limits = AnswerReader.Limits()
        limits.text = 4 << 20
        limits.event = 4 << 20
        return limits
    }()
}
