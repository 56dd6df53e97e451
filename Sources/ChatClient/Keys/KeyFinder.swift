public import ChatCompletions
public import Words

/// Finds the key for an address, in the places where keys are kept.
///
/// In this order: the provider's key command, an environment variable, the desktop's secret
/// service, a file that only its owner may read. A key is bound to the scheme, host and port of
/// its provider's own endpoints: another address gets the variable that was named for it, or
/// `FADER_API_KEY`, and nothing else.
///
/// ```swift
/// switch await KeyFinder.find(provider: ppio, environment: environment) {
/// case .found(let key, let place): use(key)
/// case .notNeeded: break
/// case .missing(let advice): say(advice.text(in: .english))
/// }
/// ```
public enum KeyFinder {
    /// What came of the search.
    public enum Finding: Sendable {
        /// The key, and where it was: `the environment variable PPIO_API_KEY`.
        case found(Secret, where: Phrase)
        /// None was found, and none is needed: this machine, or a provider without keys.
        case notNeeded
        /// What was tried, and what to do, in one or two sentences.
        case missing(advice: Phrase)
    }

    /// Looks for a key; takes no longer than `limit` for each program that it has to ask.
    ///
    /// - Parameters:
    ///   - baseURL: Where the request will go; `nil` is the provider's first endpoint.
    ///   - keyEnvironmentName: The variable that the user named for this very address.
    ///   - expectsOwnKey: Whether the user named the provider's own variable: at its own addresses
    ///     there is a key then, also where none is needed.
    ///   - keyCommand: A program and its arguments, run without a shell. The first line of what it
    ///     prints is the key.
    ///   - environment: The process's environment, which also says where the key file is.
    ///   - keyVariables: All variables that hold keys, of other providers too: no program that is
    ///     asked for a key sees any of them.
    public static func find(
        provider: Provider,
        baseURL: String? = nil,
        keyEnvironmentName: String? = nil,
        expectsOwnKey: Bool = false,
        keyCommand: [String]? = nil,
        environment: [String: String],
        keyVariables: Set<String> = [],
        limit: Duration = .seconds(10)
    ) async -> Finding {
        guard let target = baseURL ?? provider.endpoints.first?.baseURL,
            let origin = try? URLParts(target).origin
        else { return .missing(advice: .noAddress(of: provider.id)) }
        let isOwn = provider.endpoints.contains { (try? URLParts($0.baseURL).origin) == origin }
        let ownVariable = isOwn ? provider.keyVariable : nil
        let variable = keyEnvironmentName ?? ownVariable ?? "FADER_API_KEY"
        let names = [variable] + [provider.keyVariable].compactMap(\.self)
        let search = KeySearch(
            variable: variable,
            command: isOwn ? keyCommand ?? [] : [],
            isNeeded: provider.needsKey && !origin.isLoopback,
            isMeant: keyEnvironmentName != nil || isOwn && expectsOwnKey,
            environment: environment,
            childEnvironment: KeyFreeEnvironment.of(
                environment, without: keyVariables.union(names)),
            limit: limit
        )
        return await search.run()
    }

    /// The keys that are there without asking a program: in the environment and in the key file.
    ///
    /// - Parameter variables: The variables that hold keys.
    public static func keysAtHand(
        of variables: Set<String>, environment: [String: String]
    ) -> [Secret] {
        let file = (try? KeyFile(environment: environment)) ?? nil
        let texts = variables.flatMap { [environment[$0], (try? file?.key(named: $0)) ?? nil] }
        return texts.compactMap { $0.map(KeyText.trimmed) }.filter { !$0.isEmpty }
            .map { Secret($0) }
    }
}
