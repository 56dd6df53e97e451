package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// The whole program as a value: what is open, what is around it, what is on the screen.
///
/// ```swift
/// var state = State(providers: Provider.all, settings: …, seed: 1)
/// let effects = state.respond(to: .input(.key(Key(.enter))))
/// let frame = state.frame()
/// ```
package struct State: Sendable {
    package var session: OpenSession
    package var around: Surroundings
    package var screen = ScreenState()

    package init(
        providers: [Provider], settings: LaneSettings, size: Size = Size(rows: 24, columns: 80),
        now: Timestamp = Timestamp(milliseconds: 0), seed: UInt64,
        keymap: Keymap<Command.ID> = Command.defaultKeymap,
        widths: WidthProfile = WidthProfile(), language: Language = .english
    ) {
        around = Surroundings(
            providers: providers, ids: IdentifierSource(seed: seed), now: now, size: size,
            widths: widths, keymap: keymap, language: language)
        session = OpenSession(lanes: [
            Lane(settings: settings, widths: widths, language: language)
        ])
    }

    /// The lane that keys and panes are about.
    package var current: Lane {
        get { session.lanes[screen.lane] }
        _modify { yield &session.lanes[screen.lane] }
    }

    package func provider(of lane: Lane) -> Provider { around.provider(lane.settings.provider) }

    package var isRunning: Bool { session.lanes.contains(where: \.isRunning) }
}
