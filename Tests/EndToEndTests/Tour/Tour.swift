import Foundation
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

    /// The next start in the same home, after this one has ended.
    func opensAgain(_ deed: String, shows: String...) async throws {
        try await screen.ends()
        screen = try await Self.open(in: desk, stage, environment)
        try await look(deed, shows: shows)
    }
}
