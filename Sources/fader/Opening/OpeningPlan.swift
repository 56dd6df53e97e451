import ChatClient
import ChatCompletions
import Engine
import Glibc
import PracticeProvider
import ScreenKit
import Settings
import Workbench

/// What the workbench opens with: the command line's word before the configuration's.
struct OpeningPlan {
    private let opening: Opening
    private let folders = Folders()
    private let configuration: Configuration
    private let providers: [Provider]
    private var notices: [Notice] = []
    private let keymap: Keymap<Command.ID>
    let theme: Theme
    let launch: Launch

    /// - Throws: for what the command line asks and cannot be had. A broken configuration or theme
    ///   is only told: the workbench opens with the usual ones.
    init(_ opening: Opening) throws {
        self.opening = opening
        let read = ConfigurationFile.load(opening.choices.config ?? folders.configurationFile)
        configuration = read.configuration
        providers = Provider.all
        let name = opening.theme ?? configuration.theme ?? ThemeShelf.usualName()
        let found = ThemeShelf(folders: folders).theme(named: name)
        theme = found.theme
        let (keymap, complaints) = Command.keymap(with: configuration.keys)
        self.keymap = keymap
        launch = opening.launch
        notices = (read.complaints + found.complaints + complaints).map {
            Notice("\($0)", isError: true)
        }
        try check()
    }

    private func check() throws {
        guard let name = opening.choices.provider ?? configuration.provider,
            !providers.contains(where: { $0.id == name })
        else { return }
        let known = providers.map(\.id).joined(separator: ", ")
        throw CommandProblem("there is no provider \(name); there are \(known)")
    }

    @MainActor
    func state(size: Size, notices others: [String]) -> State {
        var state = State(
            providers: providers, settings: settings, size: size, now: Self.now(),
            seed: UInt64.random(in: .min ... .max), keymap: keymap)
        if isExplicit { state.startSettings = settings }
        state.open(lanes: opening.lanes.map { lane($0) })
        if let prompt = opening.prompt { state.composer.fill(prompt) }
        let all = notices + others.map { Notice($0) }
        if let first = all.first {
            state.notice = Notice(
                first.text, isError: first.isError,
                details: all.map(\.text).joined(separator: "\n"))
        }
        return state
    }

    // MARK: Settings

    private var isExplicit: Bool {
        opening.choices.provider != nil || opening.choices.baseURL != nil
            || opening.choices.model != nil
    }

    private var settings: LaneSettings {
        let choices = opening.choices
        let usual = choices.baseURL == nil ? configuration.provider ?? "practice" : "generic"
        let id = choices.provider ?? usual
        let provider = providers.first { $0.id == id }
        let own = configuration.choice(for: id)
        let isConfigured = choices.provider == nil && choices.baseURL == nil
        return LaneSettings(
            provider: id,
            baseURL: choices.baseURL ?? own?.baseURL
                ?? (isConfigured ? configuration.baseURL : nil),
            model: choices.model ?? own?.model ?? (isConfigured ? configuration.model : nil)
                ?? provider?.models.first ?? "")
    }

    /// `PROVIDER/MODEL`: the first slash separates, so a model may hold slashes.
    private func lane(_ text: String) -> LaneSettings {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let id = String(parts[0])
        let model = parts.count > 1 ? String(parts[1]) : ""
        let base =
            id == "generic" ? opening.choices.baseURL : configuration.choice(for: id)?.baseURL
        return LaneSettings(provider: id, baseURL: base, model: model)
    }

    // MARK: The world

    func world() -> World {
        let practice = PracticeHouse()
        let variable = opening.choices.keyVariable
        let configuration = configuration
        return .live(
            LiveParts(
                archive: Archive(path: libraryPath), clock: Self.now,
                practice: { try await practice.baseURL() },
                key: { provider, base in
                    let own = configuration.choice(for: provider.id)
                    return await KeyFinder.find(
                        provider: provider, baseURL: base,
                        keyEnvironmentName: variable ?? own?.keyVariable,
                        keyCommand: own?.keyCommand, environment: Environment.all)
                },
                providers: providers))
    }

    private var libraryPath: String? {
        guard opening.choices.records else { return nil }
        return opening.choices.library ?? configuration.library ?? folders.libraryFile
    }

    @Sendable
    private static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

extension Opening {
    fileprivate var launch: Launch {
        if isNew { return .new }
        return session.map { .session(SessionID(rawValue: $0)) } ?? .latest
    }
}

/// The practice provider, started when it is first needed, one for all lanes.
private actor PracticeHouse {
    private var server: Task<PracticeServer, any Error>?

    func baseURL() async throws -> String {
        let starting = server ?? Task { try await PracticeServer.start() }
        server = starting
        return try await starting.value.baseURL
    }
}

/// The process's environment.
private enum Environment {
    static var all: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let parts = String(cString: text).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            entry += 1
        }
        return variables
    }
}
