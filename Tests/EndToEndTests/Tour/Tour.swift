import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

/// A person at the workbench, who does one thing after the other and looks at the screen each time.
///
/// ```swift
/// try await tour.keys("M-2", "K", shows: "▶ assistant")
/// try await tour.click("‹1›", shows: "assistant ‹1/2›")
/// ```
///
/// What a step waits for is what it is about. The whole screen is compared besides.
final class Tour {
    let stage: TourStage
    let desk: CommandDesk
    /// The server of ours, and what its scripts wait for.
    let provider: TestProvider
    let gates = [Gate(), Gate(), Gate()]
    private(set) var screen: TmuxScreen
    private let environment: [String: String]
    private var record: TourRecord

    init(_ row: TourRow, on stage: TourStage) async throws {
        self.stage = stage
        desk = try CommandDesk()
        provider = try TestProvider(scripts: row.scripts?(gates) ?? [[]])
        environment = row.environment
        record = try TourRecord("\(row.name)-\(stage.name)")
        try desk.writeConfiguration(Self.configuration(provider, asks: row.scripts != nil))
        screen = try await Self.open(in: desk, stage, environment)
        try await look("fader")
    }

    private static func open(
        in desk: CommandDesk, _ stage: TourStage, _ environment: [String: String]
    ) async throws -> TmuxScreen {
        let screen = try await TmuxScreen(
            "exec " + TmuxScreen.line(["--language", stage.language]), in: desk,
            environment: environment, size: (stage.columns, stage.rows))
        try await screen.shows("Fader")
        return screen
    }

    /// The practice provider says the same each time, or our own server is asked.
    private static func configuration(_ provider: TestProvider, asks: Bool) -> String {
        """
        \(asks ? "provider = \"scripted\"\n" : "")
        [providers.practice.parameters.seed]
        send = 11
        [providers.practice.parameters.tokens_per_second]
        type = "number"
        send = 1000

        [providers.scripted]
        base_url = "\(provider.baseURL)"
        model = "tiny"
        needs_key = false
        continuation = "trailing"
        """
    }

    /// What is said in this tour's language.
    func either(_ english: String, _ chinese: String) -> String {
        stage.language == "en" ? english : chinese
    }

    func end() throws { try record.check() }

    // MARK: Looking

    /// Waits for these texts, then for the screen that is on record.
    func look(
        _ deed: String, shows texts: [String] = [], hides gone: [String] = [],
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        if !texts.isEmpty || !gone.isEmpty {
            try await screen.until("\(texts), none of \(gone), after \(deed)") { text in
                texts.allSatisfy { text.contains($0) } && !gone.contains { text.contains($0) }
            }
        }
        try await record.step(deed, location) { try await TourView(of: screen) }
    }

    // MARK: Keys

    /// Presses keys by tmux's names; `asks` where they send something, whose answer is waited for.
    func keys(
        _ keys: String..., asks: Bool = false, shows: String..., hides: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let count = try asks ? turns().count : 0
        if keys.first == "Enter" { try await pause() }
        try await screen.press(keys)
        if asks { try await isAnswered(after: count) }
        try await look("keys: \(TourKeys.names(keys))", shows: shows, hides: hides, location)
    }

    /// A line end that comes at once behind a text is none that was typed.
    private func pause() async throws { try await Task.sleep(for: .milliseconds(100)) }

    func types(
        _ text: String, shows: String..., location: SourceLocation = #_sourceLocation
    ) async throws {
        try await screen.type(text)
        try await look("types: \(text)", shows: shows, hides: [], location)
    }

    /// As a terminal pastes that has brackets for it.
    func pastes(
        _ text: String, as name: String, shows: String...,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let file = desk.home.appending(path: "paste")
        try Data(text.utf8).write(to: file)
        try await screen.tmux("load-buffer", "-b", "paste", file.path)
        try await screen.tmux("paste-buffer", "-p", "-r", "-d", "-b", "paste")
        try await look("pastes: \(name)", shows: shows, hides: [], location)
    }

    /// Types a prompt, sends it and waits for the answer.
    func asks(
        _ prompt: String, shows: String..., location: SourceLocation = #_sourceLocation
    ) async throws {
        let count = try turns().count
        try await screen.press("M-1")
        try await screen.type(prompt)
        try await screen.shows(String(prompt.suffix(6)))
        try await pause()
        try await screen.press("Enter")
        try await isAnswered(after: count)
        try await look("asks: \(prompt)", shows: shows, hides: [], location)
    }

    /// Waits until there are more turns than so many, and no answer arrives any more.
    func isAnswered(after count: Int = 1) async throws {
        try await eventually("the answer is saved") {
            let states = try turns().map(\.state)
            return states.count > count && !states.contains(.streaming)
        }
        try await screen.until("no answer arrives") { !$0.isAnswering }
    }

    // MARK: Mouse

    /// Clicks at the middle of a text, or at its end, once or more often.
    func click(
        _ text: String, atEnd: Bool = false, times: Int = 1, shows: String..., hides: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let place = try await screen.place(of: text)
        let column = place.column + (atEnd ? text.columns - 1 : text.columns / 2)
        try await screen.click(times: times, row: place.row, column: column)
        let deed = ["click", "double click", "triple click"][times - 1]
        try await look(
            "mouse: \(deed) \(place.row),\(column) (\(text))", shows: shows, hides: hides, location)
    }

    /// From the beginning of a text to the end of another one.
    func drag(
        _ from: String, to end: String, shows: String...,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let from = try await screen.place(of: from)
        var to = try await screen.place(of: end)
        to.column += end.columns - 1
        try await drag(from, to: to, shows: shows, location: location)
    }

    typealias Place = (row: Int, column: Int)

    func drag(
        _ from: Place, to: Place, shows: [String], location: SourceLocation = #_sourceLocation
    ) async throws {
        try await screen.mouse(.press, row: from.row, column: from.column)
        try await screen.mouse(.drag, row: to.row, column: to.column)
        try await screen.mouse(.release, row: to.row, column: to.column)
        try await look(
            "mouse: drag \(from.row),\(from.column) → \(to.row),\(to.column)", shows: shows,
            hides: [], location)
    }

    func wheel(
        _ turns: Int, at text: String, shows: String..., location: SourceLocation = #_sourceLocation
    ) async throws {
        let place = try await screen.place(of: text)
        try await screen.wheel(turns, row: place.row, column: place.column)
        try await look(
            "mouse: wheel \(turns) at \(place.row),\(place.column)", shows: shows, hides: [],
            location)
    }

    // MARK: What came of it

    /// Waits until exactly this text is in the clipboard, and in the file beside it.
    func holds(_ text: String) async throws {
        try await eventually("the copied text") {
            try await screen.clipboard == text
        } otherwise: {
            "the clipboard has “\((try? await screen.clipboard) ?? "")” in place of “\(text)”"
        }
        try await eventually("the file") { (try? desk.text(of: Self.copied)) == text }
    }

    private static let copied = ".local/state/fader/copied.txt"

    /// The turns of the session that was changed last, where there is one.
    func turns() throws -> [Turn] {
        let library = try desk.openLibrary()
        guard let newest = try library.sessions(limit: 1).first else { return [] }
        return try library.session(newest.id)?.turns ?? []
    }

    /// The latest request of the session that was changed last.
    func requestSent() throws -> JSONValue {
        let session = try desk.latestSession()
        let last = try #require(try desk.openLibrary().exchanges(of: session.id).last?.request)
        return try JSONValue(parsing: last.body)
    }

    /// Its messages, as role and text.
    func messagesSent() throws -> [[String]] {
        (try requestSent()["messages"]?.array ?? []).map {
            [$0["role"]?.string ?? "", $0["content"]?.string ?? ""]
        }
    }

    // MARK: The program

    /// The next start in the same home, after this one has ended.
    func opensAgain(_ deed: String, shows: String...) async throws {
        try await screen.ends()
        screen = try await Self.open(in: desk, stage, environment)
        try await look(deed, shows: shows)
    }
}
