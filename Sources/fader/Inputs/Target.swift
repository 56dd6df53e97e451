import ChatClient
import ChatCompletions
import Foundation
import Settings
import Words
import Workbench

/// Whom to ask: what the command line says, else the configuration, else the practice provider.
struct Target {
    var provider: Provider
    /// `nil` is the provider's own first one.
    var baseURL: String?
    /// `nil` when nobody named one.
    var model: String?
    var keyCommand: [String]?
    /// Whether the configuration names the variable of the provider's own key.
    private var expectsOwnKey: Bool
    /// The variable that `--key-env` names.
    var keyVariable: String?
    /// How requests go out.
    let clientOptions: Client.Options
    /// Every variable that holds a key, of whatever provider.
    private let keyVariables: Set<String>

    init(_ choices: Choices, _ configuration: Configuration) throws {
        let isConfigured = choices.provider == nil && choices.baseURL == nil
        let usual = choices.baseURL == nil ? configuration.provider ?? "practice" : "generic"
        let name = choices.provider ?? usual
        guard let provider = configuration.provider(named: name) else {
            throw CommandProblem(Self.unknown(name, configuration))
        }
        self.provider = provider
        if let given = choices.baseURL { try Self.check(given) }
        baseURL = choices.baseURL ?? (isConfigured ? configuration.baseURL : nil)
        let usualModel = isConfigured ? configuration.model : nil
        model = choices.model ?? usualModel ?? provider.models.first
        keyCommand = configuration.keyCommand(for: provider.id)
        expectsOwnKey = configuration.expectsKey(for: provider.id)
        keyVariable = choices.keyVariable
        clientOptions = Client.Options(configuration)
        let providers = configuration.allProviders
        let variables = providers.map(\.keyVariable) + [choices.keyVariable]
        let others = providers.flatMap(\.headers).flatMap(\.variables)
        keyVariables = Set(variables.compactMap(\.self) + others)
    }

    /// Whether the practice provider has to be started in this process.
    var isPracticeInside: Bool {
        provider.id == Provider.practice.id && baseURL == nil && provider.endpoints.isEmpty
    }

    /// Whether the address is one of the provider's own, where its own key may go.
    var ownsAddress: Bool { baseURL.map(provider.owns) ?? true }

    /// Looks for the key. Says nothing of it but where it was.
    func findKey() async -> KeyFinder.Finding {
        await KeyFinder.find(
            provider: provider,
            baseURL: baseURL,
            keyEnvironmentName: keyVariable,
            expectsOwnKey: expectsOwnKey,
            keyCommand: keyCommand,
            environment: ProcessInfo.processInfo.environment,
            keyVariables: keyVariables
        )
    }

    /// The same for another lane. The variable that was named is for this very address.
    func findKey(
        for provider: Provider,
        at baseURL: String?,
        _ configuration: Configuration
    ) async -> KeyFinder.Finding {
        var other = self
        other.provider = provider
        other.baseURL = baseURL
        other.keyCommand = configuration.keyCommand(for: provider.id)
        other.expectsOwnKey = configuration.expectsKey(for: provider.id)
        if other.address != address { other.keyVariable = nil }
        return await other.findKey()
    }

    /// What a program that is started sees of the environment: no key.
    var environmentForOthers: [String: String] {
        KeyFreeEnvironment.of(ProcessInfo.processInfo.environment, without: keyVariables)
    }

    /// The keys that are at hand: of every provider's variable, in the environment and in the file.
    func keysAtHand() -> [Secret] {
        KeyFinder.keysAtHand(
            of: keyVariables, environment: ProcessInfo.processInfo.environment)
    }

    /// The variables that keys are in, for whoever copies a request; no key.
    func keyPlaces(_ configuration: Configuration) -> KeyPlaces {
        let environment = ProcessInfo.processInfo.environment
        var places = KeyPlaces()
        if let keyVariable, let address { places.named = .init(keyVariable, address: address) }
        places.filled = keyVariables.filter {
            !KeyFinder.keysAtHand(of: [$0], environment: environment).isEmpty
        }
        let expecting = configuration.allProviders.map(\.id).filter {
            configuration.expectsKey(for: $0) || configuration.keyCommand(for: $0) != nil
        }
        places.expecting = Set(expecting)
        return places
    }

    /// Where requests go; `nil` when that is not known yet.
    var address: String? { baseURL ?? provider.endpoints.first?.baseURL }

    /// What to know where a key may go although others can read it; `nil` elsewhere.
    var openness: Phrase? {
        guard let address, let origin = try? URLParts(address).origin, origin.isReadable,
            clientOptions.keyOverHTTP.contains(origin)
        else { return nil }
        return .keyUnencrypted(origin)
    }

    private static func check(_ url: String) throws {
        do throws(URLParts.Problem) {
            _ = try URLParts(url)
        } catch {
            throw CommandProblem(.badBaseURL(url, error))
        }
    }

    private static func unknown(_ name: String, _ configuration: Configuration) -> Phrase {
        let file = configuration.brokenProviders.first { $0.key.lowercased() == name.lowercased() }
        if let file { return .unusableProvider(name, file.value) }
        if let broken = configuration.broken { return .noProvider(name, because: broken) }
        return .noProvider(name, known: configuration.allProviders.map(\.id))
    }
}
