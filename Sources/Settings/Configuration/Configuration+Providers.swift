package import ChatCompletions

/// Which providers are there, built in and the user's own?
extension Configuration {
    /// The built-in providers as the user changed them, and the user's own after them.
    package var allProviders: [Provider] {
        let builtIn = Provider.all.map { changed($0, by: choice(for: $0.id)) }
        let own = providers.filter { Provider.named($0.id) == nil }.map(ownProvider)
        return builtIn + own
    }

    /// The provider of that id; `nil` when there is none.
    package func provider(named id: String) -> Provider? {
        if let builtIn = Provider.named(id) { return changed(builtIn, by: choice(for: builtIn.id)) }
        return choice(for: id).map(ownProvider)
    }

    /// A provider of the user's own speaks the dialect that it extends, `generic` unless it says so.
    private func ownProvider(_ choice: ProviderChoice) -> Provider {
        var provider = choice.extends.flatMap(Provider.named) ?? .generic
        provider.id = choice.id
        provider.title = choice.id
        return changed(provider, by: choice)
    }

    private func changed(_ provider: Provider, by choice: ProviderChoice?) -> Provider {
        guard let choice else { return provider }
        var changed = provider
        if let title = choice.title { changed.title = title }
        if let model = choice.model {
            changed.models.removeAll { $0 == model }
            changed.models.insert(model, at: 0)
        }
        if let baseURL = choice.baseURL {
            changed.endpoints = [Provider.Endpoint(baseURL, note: "from the configuration")]
            // A key goes to its own hosts only: this one has none unless it is named.
            if !provider.owns(baseURL) { changed.keyVariable = nil }
        }
        if let variable = choice.keyVariable { changed.keyVariable = variable }
        return changed
    }
}
