import ChatClient
import ChatCompletions
import Settings
import Words

extension Diagnosis {
    /// Where keys are found: for the address that was named, for the provider in use, for those of
    /// the configuration, and those whose variable is set.
    mutating func examineKeys(_ choices: Choices, _ preferences: Preferences) async {
        let configuration = preferences.configuration
        let chosen = choices.baseURL == nil ? choices.provider ?? configuration.provider : nil
        if choices.baseURL != nil || choices.provider != nil || chosen != nil {
            await examineTarget(choices, configuration)
        }
        for provider in configuration.allProviders where provider.keyHeader != nil {
            guard provider.id != chosen, !provider.endpoints.isEmpty else { continue }
            let isMeant = configuration.choice(for: provider.id) != nil
            let isSet = provider.keyVariable.map { Folders.variable($0) != nil } ?? false
            guard isMeant || isSet else { continue }
            await examineTarget(Choices(provider: provider.id), configuration)
        }
    }

    /// Whom a request would go to, and with which key.
    private mutating func examineTarget(_ choices: Choices, _ configuration: Configuration) async {
        do {
            let target = try Target(choices, configuration)
            let name: (String) -> Phrase = { .provider($0, at: choices.baseURL) }
            if target.isPracticeInside { return }
            let finding = await target.findKey()
            add(finding, for: name(target.provider.id))
            examineHeaders(target)
            if case .found = finding, let openness = target.openness {
                add(.note, .key, .of(name(target.provider.id), openness))
            }
        } catch {
            add(
                .wrong, .provider,
                (error as? CommandProblem)?.message ?? Phrase(verbatim: "\(error)"))
        }
    }

    private mutating func examineHeaders(_ target: Target) {
        guard target.ownsAddress else { return }
        for header in target.provider.headers {
            for name in header.variables where Folders.variable(name) == nil {
                let whose = Phrase(verbatim: target.provider.id)
                add(.wrong, .header, .of(whose, .headerNeeds(name, header.name)))
            }
        }
    }

    private mutating func add(_ finding: KeyFinder.Finding, for name: Phrase) {
        switch finding {
        case .found(_, where: let place): add(.good, .key, .of(name, .inPlace(place)))
        case .notNeeded: add(.good, .key, .of(name, .noneNeeded))
        case .missing(let advice): add(.wrong, .key, .of(name, advice))
        }
    }
}
