import ChatCompletions

/// In which variables of the environment keys are, for requests that are copied: a copy names the
/// variable, and no key is in it. The search for a key goes by the same rules.
package struct KeyPlaces: Sendable, Hashable {
    /// A variable that the command line names for one address.
    package struct Named: Sendable, Hashable {
        fileprivate let variable: String
        fileprivate let origin: Origin?

        package init(_ variable: String, address: String) {
            self.variable = variable
            origin = try? URLParts(address).origin
        }

        fileprivate func isFor(_ url: String) -> Bool {
            origin != nil && (try? URLParts(url).origin) == origin
        }
    }

    package var named: Named?
    /// Those that hold a key.
    package var filled: Set<String> = []
    /// The providers for which the configuration says where their key is.
    package var expecting: Set<String> = []

    package init() {}

    func variable(of provider: Provider, at url: String) -> String {
        if let named, named.isFor(url) { return named.variable }
        return provider.keyVariable(for: url)
    }

    /// Whether a key goes with a request to an address: one is needed, meant, or simply there.
    func haveKey(for provider: Provider, at url: String) -> Bool {
        let isNeeded = provider.needsKey && !Provider.isLoopback(url)
        let isNamed = named?.isFor(url) ?? false
        let isExpected = expecting.contains(provider.id) && provider.owns(url)
        return isNeeded || isNamed || isExpected
            || filled.contains(variable(of: provider, at: url))
    }
}
