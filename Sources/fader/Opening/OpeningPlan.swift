import ChatClient
import ChatCompletions
import Conversations
import Engine
import ScreenKit
import Sending
import Settings
import TOML
import Terminal
import Words
import Workbench

/// What the workbench opens with: the command line's word before the configuration's.
struct OpeningPlan {
    private let opening: Opening
    private let preferences: Preferences
    private let target: Target
    private let notices: [Notice]
    private let keymap: Keymap<Command.ID>
    let theme: Theme
    let themes: ThemeShelf
    let launch: Launch

    /// - Throws: for what the command line asks and cannot be had. A broken configuration or theme
    ///   is only told: the workbench opens with the usual ones.
    init(_ opening: Opening) throws {
        self.opening = opening
        preferences = Preferences(found: opening.choices)
        let configuration = preferences.configuration
        target = try Target(opening.choices, configuration)
        let name = opening.theme ?? configuration.theme ?? ThemeShelf.usualName()
        themes = ThemeShelf(folders: preferences.folders)
        let found = themes.theme(named: name)
        theme = found.theme
        let (keymap, complaints) = Command.keymap(
            with: configuration.keys, from: preferences.configurationFile)
        self.keymap = keymap
        launch = opening.launch
        let count = Self.lanes(of: opening).count
        if count > State.laneLimit {
            throw CommandProblem(.tooManyLanes(count, limit: State.laneLimit))
        }
        notices =
            (preferences.complaints + found.complaints + complaints).map {
                Notice($0.sentence, isError: true)
            } + [target.openness].compactMap { $0.map { Notice(.takeCare($0)) } }
    }

    @MainActor
    func state(size: Size, notices others: [Phrase]) -> State {
        var state = State(
            providers: preferences.configuration.allProviders, settings: settings, size: size,
            now: .now,
            seed: UInt64.random(in: .min ... .max), keymap: keymap, language: Speech.language)
        state.around.localTime = .system
        state.around.themes = themes.names()
        state.around.keyPlaces = target.keyPlaces(preferences.configuration)
        if isExplicit { state.around.startSettings = settings }
        if !opening.lanes.isEmpty { state.open(lanes: Self.lanes(of: opening).map(settings(of:))) }
        if let prompt = opening.prompt { state.screen.composer.fill(prompt) }
        let all = notices + others.map { Notice($0) }
        if let first = all.first {
            state.screen.notice = Notice(
                first.text, isError: first.isError,
                details: all.map(\.text).joined(separator: "\n"))
        }
        return state
    }

    // MARK: Settings

    var usesMouse: Bool { preferences.configuration.mouse ?? true }

    private var isExplicit: Bool {
        opening.choices.provider != nil || opening.choices.baseURL != nil
            || opening.choices.model != nil
    }

    private var settings: LaneSettings {
        LaneSettings(
            provider: target.provider.id, baseURL: target.baseURL, model: target.model ?? "")
    }

    /// What stands side by side: before each `--lane` what the other options name, unless that is no
    /// more than the base URL of a lane; `nil` stands for it.
    static func lanes(of opening: Opening) -> [String?] {
        let choices = opening.choices
        let isBaseOfLane = opening.lanes.contains {
            $0.prefix { $0 != "/" } == Provider.generic.id
        }
        let namesOne =
            choices.provider != nil || choices.model != nil
            || choices.baseURL != nil && !isBaseOfLane
        return (namesOne ? [nil] : []) + opening.lanes
    }

    /// `PROVIDER/MODEL`: the first slash separates, so a model may hold slashes.
    private func settings(of lane: String?) -> LaneSettings {
        guard let text = lane else { return settings }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let id = String(parts[0])
        let model = parts.count > 1 ? String(parts[1]) : ""
        let base = id == Provider.generic.id ? opening.choices.baseURL : nil
        return LaneSettings(provider: id, baseURL: base, model: model)
    }

    // MARK: The world

    func world() -> World {
        var world = World.live(
            sender, archive: Archive(path: libraryPath),
            providers: preferences.configuration.allProviders, clock: { .now })
        world.localTime = .system
        // What a fast stream took for a moment stays with the allocator otherwise.
        world.giveBackMemory = { giveBackMemory() }
        return world
    }

    private var sender: Sender {
        let practice = PracticeHouse()
        let target = target
        let configuration = preferences.configuration
        var parts = Sender.Parts(
            practice: { try await practice.baseURL() },
            key: { provider, base in
                await target.findKey(for: provider, at: base, configuration)
            },
            options: target.clientOptions.forWorkbench)
        parts.keysAtHand = { target.keysAtHand() }
        return Sender(parts)
    }

    var editor: OutsideEditor {
        let target = target
        return OutsideEditor(folder: preferences.folders.state) { target.environmentForOthers }
    }

    var copies: CopiedFile { CopiedFile(folder: preferences.folders.state) }

    /// What was left in an editor; it waits where nothing that is taken over would be kept.
    var leftover: (text: String, file: String)? { libraryPath == nil ? nil : editor.leftover() }

    private var libraryPath: String? {
        guard opening.choices.records else { return nil }
        return preferences.libraryFile(opening.choices)
    }
}

extension Opening {
    fileprivate var launch: Launch {
        if isNew { return .new }
        return session.map { .session(SessionID(rawValue: $0)) } ?? .latest
    }
}
