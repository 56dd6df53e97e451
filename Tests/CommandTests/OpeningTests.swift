import ArgumentParser
import Testing

@testable import fader

struct OpeningTests {
    /// The workbench's own options skip the argument parser, which would say the same.
    @Test(arguments: [
        [], ["--new"], ["--no-library", "--theme", "light"], ["--theme=light"],
        ["--provider", "ppio", "--model", "a/b=c", "--base-url=http://127.0.0.1:1/v1?a=b"],
        ["--library", "l", "--config", "c", "--key-env", "K"], ["--session", "abc"],
        ["--prompt", "two words", "--lane", "ppio/a", "--lane", "practice/b"],
    ]) func plainOptionsAreReadAsTheArgumentParserReadsThem(arguments: [String]) throws {
        let opening = try #require(Opening(quickly: arguments))
        #expect(opening == (try OpenCommand.parse(arguments).opening))
    }

    /// What the other options name is a lane beside those of `--lane`, unless it is only their address.
    @Test(
        arguments: [
            (["--lane", "b/mb"], ["b/mb"]),
            (["--provider", "a", "--model", "ma", "--lane", "b/mb"], [nil, "b/mb"]),
            (["--model", "ma", "--lane", "b/mb", "--lane", "c/mc"], [nil, "b/mb", "c/mc"]),
            (["--base-url", "http://127.0.0.1:1/v1", "--lane", "b/mb"], [nil, "b/mb"]),
            (["--base-url", "http://127.0.0.1:1/v1", "--lane", "generic/m"], ["generic/m"]),
        ] as [([String], [String?])])
    func noLaneThatWasNamedIsDropped(arguments: [String], lanes: [String?]) throws {
        let opening = try #require(Opening(quickly: arguments))
        #expect(OpeningPlan.lanes(of: opening) == lanes)
    }

    @Test func moreLanesThanThereAreIsAMistake() throws {
        var opening = Opening(choices: Choices(model: "m", config: "/nowhere.toml"))
        opening.lanes = ["practice/a", "practice/b", "practice/c"]
        _ = try OpeningPlan(opening)
        opening.lanes.append("practice/d")
        #expect(throws: CommandProblem.self) { try OpeningPlan(opening) }
    }

    @Test(arguments: [
        ["--help"], ["-h"], ["--version"], ["open"], ["send", "Hi"], ["--theme"], ["--theme", ""],
        ["--theme="], ["--nosuch", "x"], ["--new", "--session", "x"], ["--model", "--new"], ["abc"],
        ["--"], ["--generate-completion-script", "bash"],
    ]) func allElseIsTheArgumentParsers(arguments: [String]) {
        #expect(Opening(quickly: arguments) == nil)
    }
}
