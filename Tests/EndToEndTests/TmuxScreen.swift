import Foundation
import Support
import Testing

/// The workbench on a screen: what a person sees there, and what they do.
///
/// ```swift
/// let screen = try await TmuxScreen(to: provider)
/// try await screen.send("Hello")
/// try await screen.shows("finish stop")
/// ```
final class TmuxScreen: Sendable {
    let desk: CommandDesk
    let tmux: Tmux

    /// Runs a command for `sh`.
    init(
        _ command: String, in desk: CommandDesk, environment: [String: String] = [:],
        size: (columns: Int, rows: Int) = (columns: 120, rows: 40)
    ) async throws {
        self.desk = desk
        let all = desk.environment.merging(environment) { $1 }
        tmux = try await Tmux(command, environment: all, size: size)
    }

    /// Opens the workbench and waits for its first frame.
    convenience init(
        _ arguments: String..., in desk: CommandDesk? = nil, environment: [String: String] = [:]
    ) async throws {
        let command = "exec " + Self.line(arguments)
        try await self.init(command, in: try desk ?? CommandDesk(), environment: environment)
        try await shows("Fader")
    }

    /// The same, on a server of ours.
    convenience init(
        to provider: TestProvider, _ arguments: [String] = [], in desk: CommandDesk? = nil,
        environment: [String: String] = [:]
    ) async throws {
        let command = "exec " + Self.line(Self.target(provider) + arguments)
        try await self.init(command, in: try desk ?? CommandDesk(), environment: environment)
        try await shows("Fader")
    }

    static func target(_ provider: TestProvider) -> [String] {
        ["--base-url", provider.baseURL, "--model", "tiny"]
    }

    /// What a person would type into a shell to open the workbench.
    static func line(_ arguments: [String]) -> String {
        ([RunningCommand.binary] + arguments).map { "'\($0)'" }.joined(separator: " ")
    }

    deinit { tmux.end() }

    // MARK: Seeing

    /// The whole screen.
    var text: String {
        get async throws { try await tmux("capture-pane", "-p") }
    }

    /// The same with its colours.
    var colouredText: String {
        get async throws { try await tmux("capture-pane", "-p", "-e") }
    }

    /// Waits until all these texts are there at the same time; gives the screen as it was then.
    @discardableResult
    func shows(_ texts: String...) async throws -> String {
        try await until("\(texts)") { screen in texts.allSatisfy { screen.contains($0) } }
    }

    @discardableResult
    func until(
        _ what: String, within limit: Duration = .seconds(30), _ isSo: (String) -> Bool
    ) async throws -> String {
        var screen = ""
        try await eventually(what, within: limit) {
            screen = try await text
            return isSo(screen)
        } otherwise: {
            "the screen is\n\(screen)"
        }
        return screen
    }

    /// Waits until an answer is whole and shown; gives the screen as it was then. A prompt without
    /// an answer stands in the prompt again.
    @discardableResult
    func isAnswered(_ ending: String = "finish stop") async throws -> String {
        try await until("the answer") { screen in
            let isSent =
                screen.contains("› type a prompt") || screen.contains("not sent: no answer")
            return screen.contains(ending) && isSent && !screen.isAnswering
        }
    }

    /// What tmux knows of the window, such as `#{cursor_flag}`.
    func facts(_ format: String) async throws -> String {
        try await tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
    }

    // MARK: Doing

    /// Keys by tmux's names: `Enter`, `C-q`, `M-a`. An enter among others comes when what they did
    /// is on the screen: a line end that comes together with text is none.
    func press(_ keys: String...) async throws { try await press(keys) }

    func press(_ keys: [String]) async throws {
        var rest = keys[...]
        while let first = rest.first {
            let part = first == "Enter" ? rest.prefix(1) : rest.prefix { $0 != "Enter" }
            rest = rest.dropFirst(part.count)
            let before = try await colouredText
            try await tmux.run(["send-keys"] + part)
            guard !rest.isEmpty else { return }
            try await eventually("what \(part) does") { try await colouredText != before }
        }
    }

    func type(_ text: String) async throws {
        try await tmux("send-keys", "-l", "--", text)
    }

    /// Types a prompt in place of what stands there, and sends it when it is there.
    func send(_ prompt: String) async throws {
        try await press("C-u")
        try await type(prompt)
        try await shows("› \(prompt)")
        // As a person does, who is not so quick that it could be a paste: on a busy machine the
        // program may be at work all the while until the line end comes.
        try await Task.sleep(for: .milliseconds(100))
        try await press("Enter")
    }

    func resize(columns: Int, rows: Int) async throws {
        try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    // MARK: The process

    /// The processes of this window that are Fader's.
    var faders: [pid_t] {
        Processes.all(inSession: tmux.leader).filter { Processes.name(of: $0) == "fader" }
    }

    /// The workbench's process, where it runs alone.
    var fader: pid_t {
        get throws { try #require(faders.first) }
    }

    /// Waits until nothing runs in this window any more.
    func ends() async throws {
        try await eventually("the end") { Processes.all(inSession: tmux.leader).isEmpty }
    }

    /// Quits as a person does.
    func quit() async throws {
        try await press("C-q")
        try await ends()
    }
}

extension String {
    /// The header says so while an answer arrives.
    var isAnswering: Bool { firstMatch(of: #/● .* \d\d:\d\d\n/#) != nil }
    /// The traffic pane counts: `137 events · 35.6 kB`.
    var eventCount: Int { (firstMatch(of: /(\d+) events ·/)?.1).flatMap { Int($0) } ?? 0 }
}
