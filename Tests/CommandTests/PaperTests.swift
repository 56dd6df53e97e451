import Foundation
import Support
import Testing

/// What the papers give as an example is tried.
struct PaperTests {
    @Test(arguments: ["README.md", "Docs/Guide.md"])
    func theConfigurationOfThePaperIsReadWithoutAComplaint(file: String) async throws {
        let example = try #require(try examples(in: file).first { $0.contains("[providers.") })
        let desk = try CommandDesk()
        try desk.writeConfiguration(example)
        let run = try await desk.run("providers", "list")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.text.contains("\nhere "))
    }

    @Test func theProviderOfTheGuideIsReadWithoutAComplaintAndShown() async throws {
        let example = try #require(
            try examples(in: "Docs/Guide.md").first { $0.contains("[parameters.stop]") })
        let desk = try CommandDesk()
        let folder = desk.configuration.deletingLastPathComponent().appending(path: "providers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(example.utf8).write(to: folder.appending(path: "tower.toml"))
        let run = try await desk.run("providers", "show", "tower")
        #expect(run.status == 0)
        #expect(run.errors == "")
        let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for fact in [
            "tower, The tower", "https://tower.example/v1", "X-API-Key: KEY", "sends 4096",
            "house/large: 4.0 in, 0.4 cached, 16.0 out (CNY for a million tokens)", "fast|slow",
            "(0, 1] · [0, 1] accepted · default 0.7",
        ] {
            #expect(text.contains(fact), "\(fact)\n\(run.text)")
        }
        let list = try await desk.run("providers", "list")
        #expect(list.text.contains("\ntower "))
        let doctor = try await desk.run("doctor", environment: ["TERM": "xterm", "TOWER_KEY": "k"])
        #expect(doctor.text.contains("tower: in the environment variable TOWER_KEY"))
        let dry = try await desk.run(
            "send", "--provider", "tower", "--dry-run", "-p", "stop=x", "Hi",
            environment: ["TOWER_KEY": "k"])
        #expect(dry.text.contains("X-API-Key: •••"))
        #expect(dry.text.contains(#""max_completion_tokens":4096"#), "\(dry.text)")
    }

    @Test func theThemeOfTheGuideIsReadWithoutAComplaint() async throws {
        let example = try #require(
            try examples(in: "Docs/Guide.md").first { $0.contains("[faces]") })
        let desk = try CommandDesk()
        try desk.writeConfiguration("theme = \"own\"\n")
        let folder = desk.configuration.deletingLastPathComponent().appending(path: "themes")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(example.utf8).write(to: folder.appending(path: "own.toml"))
        let run = try await desk.run("doctor", environment: ["TERM": "xterm"])
        #expect(run.text.contains(/ok +theme +own\n/), "\(run.text)")
    }

    /// The TOML that a page shows.
    private func examples(in file: String) throws -> [String] {
        try String(contentsOf: repository(file), encoding: .utf8)
            .components(separatedBy: "```toml\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
    }
}
