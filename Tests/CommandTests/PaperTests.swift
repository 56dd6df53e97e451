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
