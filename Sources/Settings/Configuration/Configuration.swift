package import TOML
package import Words

/// What the user decided in `config.toml`. What is `nil` was left to Fader.
package struct Configuration: Hashable, Sendable {
    /// A provider's id: a built-in one, or one of `providers`.
    package var provider: String?
    package var baseURL: String?
    /// Whether a key may go to `baseURL` although it is `http`.
    package var keyOverHTTP: Bool?
    package var model: String?
    package var theme: String?
    package var library: String?
    /// Whether the workbench asks the terminal for the mouse.
    package var mouse: Bool?
    /// What people read Fader in; else it is as their locale has it.
    package var language: Language?
    package var network = NetworkChoice()
    package var keys: [KeyChoice] = []
    /// Those of the files first; what `config.toml` says comes after them, and counts more.
    package var providers: [ProviderChoice] = []

    /// Why nothing else was read of the file.
    package var broken: Complaint?
    /// Files of providers that could not be read, by the provider's name, and why.
    package var brokenProviders: [String: Complaint] = [:]

    package init() {}

    /// What `[providers.NAME]`, or else a file, says of a provider.
    package func choice(for provider: String) -> ProviderChoice? {
        providers.last { $0.id == provider }
    }
}

/// Keys for a command: `"answer.interrupt" = ["<c-c>"]`. An empty list takes the command's keys away.
package struct KeyChoice: Hashable, Sendable {
    package var command: String
    package var keys: [String]
    /// Where it is written, for the complaint about an unknown command or key.
    package var position: TextPosition
}
