import ChatCompletions
import Foundation
import Support
import Testing

/// The doors of the Makefile, and what it packs.
struct DoorTests {
    @Test func everyDoorStandsInTheHelp() async throws {
        let makefile = try String(contentsOf: repository("Makefile"), encoding: .utf8)
        let doors = try #require(makefile.firstMatch(of: /\n\.PHONY: (.+)/)).output.1
        let help = try await make("help").text
        for door in doors.split(separator: " ") where door != "help" {
            #expect(help.contains(try Regex("(?m)^make \(door)\\b")), "\(door)")
        }
    }

    /// SwiftPM asks for colours where there is a terminal, in every command: whoever builds with one
    /// after a build without would compile all of it again.
    @Test(arguments: ["build", "test", "check", "fuzz", "bench", "deb"])
    func aBuildIsTheSameWithATerminalAndWithout(door: String) async throws {
        let commands = try await make("-n", door).text.split(separator: "\n")
            .filter { $0.contains(#/^swift (build|test)\b/#) }
        #expect(!commands.isEmpty)
        for command in commands {
            #expect(command.contains(" --no-color-diagnostics"), "\(command)")
        }
    }

    @Test func withoutATerminalRunGivesAWholeAnswerAndEndsTheLine() async throws {
        let run = try await make("-s", "-o", "build", "run", "BINARY=\(RunningCommand.binary)")
        #expect(run.status == 0)
        #expect(!run.errors.contains("cut"), "\(run.errors)")
        #expect(run.text.hasPrefix("No terminal here: "))
        #expect(run.text.hasSuffix("\n"))
        #expect(!run.text.hasSuffix("\n\n"))
    }

    @Test func theVersionIsTheSameEverywhere() throws {
        let version = ChatRequest.version
        let manual = try String(contentsOf: repository("Docs/fader.1"), encoding: .utf8)
        #expect(manual.hasPrefix(".TH FADER 1 \"\" \"fader \(version)\""))
        let changes = try String(contentsOf: repository("CHANGELOG.md"), encoding: .utf8)
        #expect(changes.firstMatch(of: /\n## ([0-9.]+)/)?.output.1 == version[...])
    }

    /// What is linked into the program is passed on with it.
    @Test func thePackageHasTheTermsOfEveryDependency() throws {
        let manifest = try String(contentsOf: repository("Package.swift"), encoding: .utf8)
        let terms = try String(contentsOf: repository(".packaging/copyright"), encoding: .utf8)
        let dependencies = manifest.matches(of: /url: "[^"]*\/([^"\/]+)"/).map(\.output.1)
        #expect(dependencies.count > 3)
        for name in dependencies { #expect(terms.contains("\nFiles: \(name)\n"), "\(name)") }
    }

    private func make(_ arguments: String...) async throws -> CommandRun {
        try await RunningCommand(
            "/usr/bin/make", ["-C", repository("").path, "--no-print-directory"] + arguments,
            environment: try CommandDesk().environment
        ).end()
    }
}
