import ChatClient
import ChatCompletions

/// What a provider does when it is asked for as little as possible.
struct ProviderCheck: Sendable {
    let provider: Provider
    let baseURL: String
    let key: KeyFinder.Finding
    private(set) var model: String
    /// `nil` when none is documented, or nobody was asked.
    private(set) var models: Result<[String], Failure>?
    /// `nil` when it was not asked for: nobody answers there, or the dialect has none.
    private(set) var plain: CheckedExchange?
    private(set) var streamed: CheckedExchange?

    /// Asks, at most three times: for the list of models, for an answer of one token, and for a
    /// streamed one.
    ///
    /// - Parameter model: `nil` takes the first of the list.
    /// - Throws: `CommandProblem` when no model is known; nothing was sent but the question for the
    ///   list.
    init(
        _ provider: Provider, at baseURL: String, model: String?, key: KeyFinder.Finding,
        options: Client.Options
    ) async throws {
        self.provider = provider
        self.baseURL = baseURL
        self.key = key
        self.model = model ?? ""
        if case .missing = key { return }
        // Another client: the first connection of the requests shall be seen.
        if provider.modelsPath != nil {
            models = await models(Client(options: options))
        }
        if model == nil, case .success(let names)? = models { self.model = names.first ?? "" }
        guard !self.model.isEmpty || isUnreachable else {
            throw CommandProblem(.noModelToAsk)
        }
        let client = Client(options: options)
        plain = await ask(client, streamed: false)
        if plain?.settlesAll == false, provider.streaming != .refused {
            streamed = await ask(client, streamed: true)
        }
    }

    /// Whether nobody answers there at all.
    private var isUnreachable: Bool {
        if case .failure(let failure)? = models { failure.status == nil } else { false }
    }

    private func models(_ client: Client) async -> Result<[String], Failure> {
        do throws(Failure) {
            return .success(
                try await client.models(of: provider, baseURL: baseURL, key: key.secret))
        } catch {
            return .failure(error)
        }
    }

    private func ask(_ client: Client, streamed: Bool) async -> CheckedExchange {
        var request = ChatRequest(
            provider: provider, baseURL: baseURL, model: model, messages: [Message(.user, "Hi")])
        if let length = provider.shortestLength { request.parameters[length.name] = length.value }
        request.parameters["stream"] = .bool(streamed)
        return await CheckedExchange(of: client.send(request, key: key.secret))
    }
}

/// A request of a check, and all that came of it.
struct CheckedExchange: Sendable {
    private(set) var head: ResponseHead?
    private(set) var end = ExchangeEnd()
    private(set) var answer = Answer()
    /// How many events of the stream added something.
    private(set) var events = 0

    init(of exchange: Exchange) async {
        for await event in exchange {
            switch event {
            case .request: break
            case .head(let head): self.head = head
            case .read(let read): for delta in read.events.compactMap(\.delta) { add(delta) }
            case .ended(let end): self.end = end
            }
        }
    }

    private mutating func add(_ delta: Delta) {
        answer.add(delta)
        events += 1
    }

    var failure: Failure? { end.failure ?? answer.failure }

    /// Whether a second request could bring nothing else: nobody is there, or the key is refused.
    var settlesAll: Bool {
        guard let failure else { return false }
        return head == nil || failure.kind == .redirect || [401, 402, 403].contains(failure.status)
            || failure.kind == .cancelled
    }
}

extension KeyFinder.Finding {
    var secret: Secret? { if case .found(let key, where: _) = self { key } else { nil } }
}

extension Provider {
    /// The parameter that makes an answer as short as the dialect allows.
    fileprivate var shortestLength: JSONValue.Member? {
        let names = ["max_tokens", "max_completion_tokens"]
        guard let spec = names.lazy.compactMap(parameter).first else { return nil }
        let least = Int(nearest: (spec.accepted ?? spec.range)?.lower?.value.rounded(.up) ?? 1)
        return JSONValue.Member(spec.name, .integer(max(least, 1)))
    }
}
