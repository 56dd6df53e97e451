package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// What is around the open session: the time, the terminal, the configuration.
package struct Surroundings: Sendable {
    package let providers: [Provider]
    package var ids: IdentifierSource
    package var now: Timestamp
    package var localTime = LocalTime.universal
    /// The language that is read.
    package let language: Language
    package var size: Size
    /// How the terminal measures clusters.
    package var widths: WidthProfile
    package var keymap: Keymap<Command.ID>
    /// The themes that can be chosen, by name.
    package var themes: [String] = []
    /// The system prompts that are kept under names.
    package var systemPrompts: [NamedPrompt] = []
    /// Where keys are, as far as a copied request names the place.
    package var keyPlaces = KeyPlaces()
    /// Why the library does not keep what happens.
    package var libraryProblem: Phrase?
    /// The settings that the command line names; they outlive the restoring of a session.
    package var startSettings: LaneSettings?

    init(
        providers: [Provider], ids: IdentifierSource, now: Timestamp, size: Size,
        widths: WidthProfile, keymap: Keymap<Command.ID>, language: Language
    ) {
        self.providers = providers
        self.ids = ids
        self.now = now
        self.size = size
        self.widths = widths
        self.keymap = keymap
        self.language = language
    }

    /// One without an address where the configuration knows none of that name.
    func provider(_ id: String) -> Provider {
        providers.first { $0.id == id } ?? Provider(id: id, title: id, endpoints: [])
    }
}
