package import ChatCompletions
import TOML

/// Which providers are there, built in and the user's own?
extension Configuration {
    /// The built-in providers as the user changed them, and the user's own after them.
    package var allProviders: [Provider] {
        // At the start this is asked more than once, and most people have none of their own.
        if providers.isEmpty { return Provider.all }
        var resolution = ProviderResolution(providers)
        return resolution.all().map(\.provider)
    }

    /// The provider of that id; `nil` when there is none. Capitals do not matter.
    package func provider(named id: String) -> Provider? {
        resolved(id)?.provider
    }

    /// The program that prints a provider's key: its own, or that of the one that it extends, if
    /// it has the same addresses.
    package func keyCommand(for id: String) -> [String]? {
        resolved(id)?.keyCommand
    }

    /// Whether the configuration names the variable that holds a provider's key: then there is one,
    /// also for a server that needs none.
    package func expectsKey(for id: String) -> Bool {
        resolved(id)?.expectsKey ?? false
    }

    /// The addresses with `http` beside which it is written that a key may go there.
    package var originsForKeysOverHTTP: Set<Origin> {
        let allowed = providers.filter { $0.keyOverHTTP == true }.flatMap { $0.endpoints ?? [] }
        let urls = allowed.map(\.baseURL) + [keyOverHTTP == true ? baseURL : nil].compactMap(\.self)
        let origins = urls.compactMap { try? URLParts($0).origin }
        return Set(origins.filter { $0.scheme == "http" })
    }

    /// What is wrong with the choices together: circles, names that are not there.
    var providerComplaints: [Complaint] {
        if providers.isEmpty { return [] }
        var resolution = ProviderResolution(providers)
        _ = resolution.all()
        return resolution.complaints
    }

    private func resolved(_ id: String) -> ProviderResolution.Resolved? {
        var resolution = ProviderResolution(providers)
        let exact = Provider.named(id)?.id ?? id
        let known = providers.first { $0.id.lowercased() == exact.lowercased() }?.id
        return resolution.resolve(exact) ?? known.flatMap { resolution.resolve($0) }
    }
}
