package import ChatCompletions
package import ScreenKit

/// The whole program as a value: what is known, what is open, where the cursor is.
///
/// ```swift
/// var state = State(providers: Provider.all, settings: …, seed: 1)
/// let effects = state.respond(to: .input(.key(Key(.enter))))
/// let frame = state.frame()
/// ```
package struct State: Sendable {
    package let providers: [Provider]
    package var ids: IdentifierSource
    package var now: Timestamp
    package var localTime = LocalTime.universal
    package var size: Size

    package var session: SessionState
    package var lanes: [Lane]
    package var lane = 0
    package var nextLaneID = 1

    package var focus = Pane.composer
    /// The pane that small screens show beside the conversation.
    package var sidePane = Pane.parameters
    package var zoomed: Pane?
    package var zoomedLane = false

    package var composer = Composer()
    package var parameters = ParametersPane()
    var knobs = Knobs()
    package var traffic = TrafficPane()
    package var overlay: Overlay?
    package var drag: Drag?
    package var notice: Notice? {
        didSet { noteNotice() }
    }
    /// When it came, how many have come, and the last one, which can be read again.
    var noticeTime = Timestamp(milliseconds: 0)
    var noticeCount = 0
    var lastNotice: Notice?
    package var libraryProblem: String?
    package var keymap: Keymap<Command.ID>
    package var isQuitting = false
    /// A person has done something since the start.
    var isTouched = false
    package var widths: WidthProfile
    /// The themes that can be chosen, by name.
    package var themes: [String] = []
    /// The settings that the command line names; they outlive the restoring of a session.
    package var startSettings: LaneSettings?

    package init(
        providers: [Provider], settings: LaneSettings, size: Size = Size(rows: 24, columns: 80),
        now: Timestamp = Timestamp(milliseconds: 0), seed: UInt64,
        keymap: Keymap<Command.ID> = Command.defaultKeymap,
        widths: WidthProfile = WidthProfile()
    ) {
        self.providers = providers
        self.size = size
        self.now = now
        self.keymap = keymap
        self.widths = widths
        ids = IdentifierSource(seed: seed)
        session = SessionState()
        lanes = [Lane(id: 0, settings: settings, widths: widths)]
    }

    /// The lane that keys and panes are about.
    package var current: Lane {
        get { lanes[lane] }
        _modify { yield &lanes[lane] }
    }

    package func provider(of lane: Lane) -> Provider {
        providers.first { $0.id == lane.settings.provider }
            ?? Provider(id: lane.settings.provider, title: lane.settings.provider, endpoints: [])
    }

    package var isRunning: Bool { lanes.contains(where: \.isRunning) }
}

/// The open session: saved when its first prompt is sent.
package struct SessionState: Sendable {
    package var id: SessionID?
    package var title = ""
    package var system = ""
    package var created = Timestamp(milliseconds: 0)
    package var tree = TurnTree()
    /// Prompts in the order in which they were left out.
    var leftOut: [TurnID] = []

    package init() {}
}

/// A part of the screen with a purpose.
package enum Pane: Int, CaseIterable, Sendable, Hashable {
    case composer, conversation, parameters, traffic, usage

    package var title: String {
        switch self {
        case .composer: "Prompt"
        case .conversation: "Conversation"
        case .parameters: "Parameters"
        case .traffic: "Traffic"
        case .usage: "Usage"
        }
    }
}

/// What the mouse holds while its button is down.
package enum Drag: Sendable, Hashable {
    case slider(parameter: String)
}
