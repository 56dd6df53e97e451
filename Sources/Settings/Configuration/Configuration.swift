/// What the user decided in `config.toml`. What is `nil` was left to Fader.
package struct Configuration: Hashable, Sendable {
    /// A provider's id: a built-in one, or one of `providers`.
    package var provider: String?
    package var baseURL: String?
    package var model: String?
    package var theme: String?
    package var library: String?
    package var keys: [KeyChoice] = []
    package var providers: [ProviderChoice] = []

    package init() {}

    /// What `[providers.NAME]` says of a provider.
    package func choice(for provider: String) -> ProviderChoice? {
        providers.first { $0.id == provider }
    }
}

/// Keys for a command: `"answer.interrupt" = ["<c-c>"]`. An empty list takes the command's keys away.
package struct KeyChoice: Hashable, Sendable {
    package var command: String
    package var keys: [String]
    /// Where it is written, for the complaint about an unknown command or key.
    package var position: TextPosition
}

/// A provider as the user has it: what is set replaces what is built in.
package struct ProviderChoice: Hashable, Sendable {
    package var id: String
    /// The built-in provider whose dialect it speaks.
    package var extends: String?
    package var title: String?
    package var baseURL: String?
    package var model: String?
    /// Prints the key on standard output; run without a shell.
    package var keyCommand: [String]?
    /// The environment variable that holds the key.
    package var keyVariable: String?
    package var position: TextPosition
}
