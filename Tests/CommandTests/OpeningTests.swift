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

    @Test(arguments: [
        ["--help"], ["-h"], ["--version"], ["open"], ["send", "Hi"], ["--theme"], ["--theme", ""],
        ["--theme="], ["--nosuch", "x"], ["--new", "--session", "x"], ["--model", "--new"], ["abc"],
        ["--"], ["--generate-completion-script", "bash"],
    ]) func allElseIsTheArgumentParsers(arguments: [String]) {
        #expect(Opening(quickly: arguments) == nil)
    }
}
