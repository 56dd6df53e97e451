import ChatCompletions
import Foundation
import Support
import Testing

/// The manual page is written by hand; the commands and options in it are held against the real ones.
struct ManualTests {
    @Test func everyCommandAndOptionStandsInTheManualPage() async throws {
        let page = try String(contentsOf: repository("Docs/fader.1"), encoding: .utf8)
            .replacing("\\-", with: "-")
        let dump = try await CommandDesk().run("--experimental-dump-help")
        let root = try #require(try JSONValue(parsing: dump.output)["command"])
        for (path, command) in commands(below: root, path: "") where !path.isEmpty {
            #expect(page.contains(path), "\(path)")
            for name in optionNames(of: command) {
                #expect(page.contains(name), "\(path) \(name)")
            }
        }
    }

    @Test func helpIsThereForEveryCommand() async throws {
        let desk = try CommandDesk()
        let dump = try await desk.run("--experimental-dump-help")
        let root = try #require(try JSONValue(parsing: dump.output)["command"])
        for (path, _) in commands(below: root, path: "") {
            let run = try await desk.run(path.split(separator: " ").map(String.init) + ["--help"])
            #expect(run.status == 0, "\(path)")
            #expect(run.text.hasPrefix("OVERVIEW: "), "\(path)")
            #expect(run.errors == "", "\(path)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreMadeForTheShell(shell: String) async throws {
        let run = try await CommandDesk().run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.text.contains("base-url"))
    }

    /// Leaves of the tree of commands, the root as an empty path, and what is not for `help`.
    private func commands(below command: JSONValue, path: String) -> [(String, JSONValue)] {
        let inner = (command["subcommands"]?.array ?? []).filter { $0["commandName"] != "help" }
        let own = path.isEmpty || inner.isEmpty ? [(path, command)] : []
        return own
            + inner.flatMap { child in
                let name = child["commandName"]?.string ?? ""
                return commands(below: child, path: path.isEmpty ? name : "\(path) \(name)")
            }
    }

    private func optionNames(of command: JSONValue) -> [String] {
        (command["arguments"]?.array ?? []).filter { $0["shouldDisplay"] == true }
            .flatMap { $0["names"]?.array ?? [] }.compactMap { name in
                let dashes = name["kind"] == "short" ? "-" : "--"
                return name["name"]?.string.map { dashes + $0 }
            }
    }
}
