import ChatClient
import ChatCompletions
import Settings

extension Diagnosis {
    /// Where keys are found for the provider in use, those of the configuration, and those whose
    /// variable is set.
    mutating func examineKeys(_ choices: Choices, _ configuration: Configuration) async {
        let chosen = choices.provider ?? configuration.provider
        for provider in configuration.allProviders where provider.keyHeader != nil {
            let isMeant = provider.id == chosen || configuration.choice(for: provider.id) != nil
            let isSet = provider.keyVariable.map { Folders.variable($0) != nil } ?? false
            guard isMeant || isSet else { continue }
            var ask = choices
            ask.provider = provider.id
            if provider.id != chosen { ask.baseURL = nil }
            guard let target = try? Target(ask, configuration) else { continue }
            add(await target.findKey(), for: provider)
        }
    }

    private mutating func add(_ finding: KeyFinder.Finding, for provider: Provider) {
        switch finding {
        case .found(_, where: let place): add(.good, "key", "\(provider.id): in \(place)")
        case .notNeeded: add(.good, "key", "\(provider.id): none, and none is needed")
        case .missing(let advice): add(.wrong, "key", "\(provider.id): \(advice)")
        }
    }
}
