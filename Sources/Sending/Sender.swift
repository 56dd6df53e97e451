package import ChatClient
package import ChatCompletions
package import Conversations
import Synchronization
import Words

/// Where requests go out: with the right address and key, or not at all. The workbench's lanes and
/// the commands send here.
package final class Sender: Sendable {
    /// What a sender is made of.
    package struct Parts: Sendable {
        /// Starts the practice provider when it is first needed, and says where it listens.
        package var practice: @Sendable () async throws -> String
        /// Looks for the key for a provider at an address (`nil`: the provider's own).
        package var key: @Sendable (Provider, String?) async -> KeyFinder.Finding
        package var options: Client.Options
        /// The keys that are at hand without asking a program for one.
        package var keysAtHand: @Sendable () -> [Secret] = { [] }
        /// How many requests a provider is given at once, by its id.
        package var limits: [String: Int] = [:]

        package init(
            practice: @escaping @Sendable () async throws -> String,
            key: @escaping @Sendable (Provider, String?) async -> KeyFinder.Finding,
            options: Client.Options = Client.Options()
        ) {
            self.practice = practice
            self.key = key
            self.options = options
        }
    }

    /// Where a provider listens (`nil`: at its own address), and the key that goes there.
    package struct Destination: Sendable {
        package var baseURL: String?
        package var key: Secret?
    }

    private let parts: Parts
    private let places: Places
    /// Made with the first request: opening libcurl takes time that a start has not.
    private let client = Mutex<Client?>(nil)
    /// The keys that were sent, by their providers.
    private let sentKeys = Mutex<[String: Secret]>([:])

    package init(_ parts: Parts) {
        self.parts = parts
        places = Places(limits: parts.limits)
    }

    // MARK: Sending

    /// Sends once. Always yields events that end with `.ended`, whatever goes wrong.
    package func send(_ request: ChatRequest) async -> ExchangeFeed {
        do throws(Failure) {
            let there = try await destination(of: request.provider, at: request.baseURL)
            guard let place = await places.take(of: request.provider.id) else {
                throw .stopped
            }
            return ExchangeFeed(
                openClient().send(request.to(there.baseURL), key: there.key), in: place)
        } catch {
            return ExchangeFeed(failure: error)
        }
    }

    /// Sends, and again when nothing of an answer came and the policy says so.
    package func send(
        _ request: ChatRequest, to there: Destination, grain: AnswerGrain, retries: RetryPolicy
    ) -> RetriedExchange {
        openClient().send(
            request.to(there.baseURL), key: there.key, grain: grain, retries: retries)
    }

    /// The models that a provider offers at an address (`nil`: its own).
    package func models(
        of provider: Provider, at baseURL: String?
    ) async throws(Failure) -> [String] {
        try await models(of: provider, at: destination(of: provider, at: baseURL))
    }

    /// The models that a provider offers there.
    package func models(
        of provider: Provider, at there: Destination
    ) async throws(Failure) -> [String] {
        try await openClient().models(of: provider, baseURL: there.baseURL, key: there.key)
    }

    private func openClient() -> Client {
        client.withLock { client in
            let open = client ?? Client(options: parts.options)
            client = open
            return open
        }
    }

    // MARK: Addresses and keys

    /// Finds out where a provider is to be asked and with which key; nothing is sent.
    package func destination(
        of provider: Provider, at given: String?
    ) async throws(Failure) -> Destination {
        let baseURL = try await address(of: provider, given)
        return Destination(baseURL: baseURL, key: try await key(for: provider, baseURL))
    }

    /// The practice provider has no address of its own until it is started.
    private func address(of provider: Provider, _ given: String?) async throws(Failure) -> String? {
        guard given == nil, provider.id == Provider.practice.id, provider.endpoints.isEmpty else {
            return given
        }
        do {
            return try await parts.practice()
        } catch {
            throw Failure(.transport, .init(told: .practiceFailed("\(error)")))
        }
    }

    private func key(for provider: Provider, _ base: String?) async throws(Failure) -> Secret? {
        let finding = await parts.key(provider, base)
        if Task.isCancelled { throw .stopped }
        switch finding {
        case .found(let key, where: _):
            sentKeys.withLock { $0["\(provider.id) \(base ?? "")"] = key }
            return key
        case .notNeeded: return nil
        case .missing(let advice): throw Failure(.transport, .init(told: advice), phase: .key)
        }
    }

    /// A draft as it may be kept: without the keys that are known.
    package func hidingKeys(_ draft: Draft) -> Draft {
        let redactor = Redactor(parts.keysAtHand() + sentKeys.withLock { Array($0.values) })
        var draft = draft
        draft.prompt = redactor.redacted(draft.prompt)
        draft.system = draft.system.map(redactor.redacted)
        return draft
    }
}

extension Failure {
    fileprivate static let stopped = Failure(.cancelled, .init(.stopped))
}

extension ChatRequest {
    fileprivate func to(_ baseURL: String?) -> ChatRequest {
        var request = self
        request.baseURL = baseURL
        return request
    }
}
