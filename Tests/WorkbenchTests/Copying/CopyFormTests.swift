import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// What is copied in another form, and what is said of it.
struct CopyFormTests {
    private func copy(_ bench: TestBench, as form: String) -> String {
        bench.press("<a-C>")
        bench.type(form)
        guard case .copy(let text)? = bench.press("<enter>").first else { return "" }
        return text
    }

    @Test func aTurnIsCopiedAsItsMessage() throws {
        let bench = TestBench.answered("Because \"so\".")
        let message = try JSONValue(parsing: Array(copy(bench, as: "message").utf8))
        #expect(message["role"] == "assistant")
        #expect(message["content"] == "Because \"so\".")
        let all = try JSONValue(parsing: Array(copy(bench, as: "conversation").utf8))
        #expect(all.array?.compactMap { $0["content"]?.string } == ["why?", "Because \"so\"."])
        bench.press("K", "K")
        #expect(copy(bench, as: "message").contains("\"why?\""))
    }

    /// The message says what `y` copies.
    @Test func anAnswerThatArrivesIsCopiedAsFarAsItHasCome() throws {
        let bench = TestBench(.medium)
        bench.send("why?")
        bench.arrive(Chunk.content("Becau"))
        bench.press("<a-2>", "K")
        #expect(bench.press("y") == [.copy("Becau")])
        let message = try JSONValue(parsing: Array(copy(bench, as: "message").utf8))
        #expect(message["content"] == "Becau")
    }

    @Test func anAnswerThatGoesOnWithAnotherIsCopiedWhole() throws {
        let bench = TestBench(
            .medium, settings: LaneSettings(provider: "deepseek", model: "deepseek-chat"))
        bench.send("Count.")
        bench.answer("one, two")
        bench.press("<a-2>", "c")
        bench.answer(", three")
        let sent = bench.state.current.take?.request
        let message = try JSONValue(parsing: Array(copy(bench, as: "message").utf8))
        #expect(message["content"] == "one, two, three")
        bench.press("K")
        let part = try JSONValue(parsing: Array(copy(bench, as: "message").utf8))
        #expect(part["content"] == ", three")
        bench.press("<a-1>")
        bench.send("And?")
        bench.answer("No.")
        bench.press("<a-2>", "K", "K", "K")
        #expect(bench.press("y") == [.copy(", three")])
        let again = copy(bench, as: "request as json")
        #expect(again == sent.map { String(decoding: $0.body, as: UTF8.self) })
        #expect(again.contains("\"prefix\""))
        #expect(copy(bench, as: "curl").contains("https://api.deepseek.com/beta/"))
    }

    @Test func theRequestOfTheLastAnswerIsTheOneThatWasSent() {
        let bench = TestBench.answered("Because.")
        let sent = bench.state.current.take?.request
        #expect(
            copy(bench, as: "request as json")
                == sent.map { String(decoding: $0.body, as: UTF8.self) })
        bench.press("<a-C>")
        #expect(bench.screen.contains("as it was sent"))
        bench.press("<esc>", "K", "K", "<a-C>")
        #expect(bench.screen.contains("as it would be sent now"))
    }

    @Test func thePromptIsCopiedAsItWouldBeSent() {
        let bench = TestBench()
        bench.type("it's 温度")
        let curl = copy(bench, as: "curl")
        #expect(curl.hasPrefix("curl -sS -N 'http://127.0.0.1:8080/v1/chat/completions'"))
        #expect(curl.contains("it'\\''s 温度"))
        #expect(copy(bench, as: "python").contains("\"content\": \"it's 温度\""))
    }

    /// Where a key goes, whatever the provider needs.
    @Test func theVariableOfTheKeyIsNamedWhereAKeyGoes() {
        let remote = LaneSettings(
            provider: "generic", baseURL: "https://models.example/v1", model: "m")
        func curl(_ settings: LaneSettings, _ change: (inout KeyPlaces) -> Void) -> String {
            let bench = TestBench(settings: settings)
            change(&bench.state.around.keyPlaces)
            bench.type("Hi")
            return copy(bench, as: "curl")
        }
        func named(_ variable: String) -> String { "Authorization: Bearer $\(variable)" }
        #expect(!curl(remote) { _ in }.contains("Authorization"))
        #expect(curl(remote) { $0.filled = ["FADER_API_KEY"] }.contains(named("FADER_API_KEY")))
        #expect(!curl(remote) { $0.filled = ["PPIO_API_KEY"] }.contains("Authorization"))
        #expect(
            curl(remote) { $0.named = .init("MY_KEY", address: "https://models.example/v1") }
                .contains(named("MY_KEY")))
        #expect(
            !curl(remote) { $0.named = .init("MY_KEY", address: "https://other.example/v1") }
                .contains("Authorization"))
        let own = LaneSettings(provider: "ppio", model: "m")
        #expect(curl(own) { _ in }.contains(named("PPIO_API_KEY")))
        #expect(
            curl(own) { $0.named = .init("MY_KEY", address: "https://api.ppinfra.com/v3/openai") }
                .contains(named("MY_KEY")))
        // Nobody has a key for the one in the program.
        #expect(!curl(.practice) { $0.filled = ["FADER_API_KEY"] }.contains("Authorization"))
    }

    @Test func eventsAreLinesOfJSON() throws {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer("Because.")
        bench.press("<a-4>")
        let lines = copy(bench, as: "events").split(separator: "\n")
        let values = try lines.map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(values.map { $0["kind"]?.string } == ["data", "data", "done"])
        #expect(values[0]["data"]?["choices"]?[0]?["delta"]?["content"] == "Because.")
        #expect(values[0]["time"] == 0.5)
        #expect(values[2]["data"] == "[DONE]")
    }

    @Test func whatIsSelectedIsTheFirstForm() {
        let bench = TestBench.answered("one two")
        bench.drag("two", "two")
        bench.press("<a-C>")
        #expect(bench.press("<enter>") == [.copy("two")])
    }

    @Test func whyARequestCannotBeIsSaid() {
        let bench = TestBench(settings: LaneSettings(provider: "generic", model: "m"))
        bench.type("why?")
        #expect(copy(bench, as: "curl") == "")
        #expect(bench.state.screen.notice?.isError == true)
    }

    // MARK: Where it went

    @Test(arguments: [
        (Copied.clipboard, "2 lines, 3 characters sent to the clipboard."),
        (.clipboardAndFile("~/f"), "2 lines, 3 characters: clipboard, and ~/f"),
        (.file("~/f"), "2 lines, 3 characters in ~/f"),
        (.longInFile("~/f"), "2 lines, 3 characters in ~/f"),
        (.nowhere(Phrase(verbatim: "why.")), "Not copied: why."),
    ])
    func theLastLineSaysHowMuchAndWhere(place: Copied, sentence: String) {
        let bench = TestBench(.medium)
        bench.respond(to: .copied("a\n字", to: place))
        #expect(bench.screen.contains(sentence))
    }

    /// One or many, the sentence is one.
    @Test(arguments: [
        (Copied.clipboardAndFile("~/f"), "1 character: sent to the terminal's clipboard."),
        (.file("~/f"), "1 character, in a file that you alone can read: ~/f"),
        (.longInFile("~/f"), "1 character, in a file that you alone can read: ~/f"),
    ])
    func theMessageBeginsWithHowMuch(place: Copied, beginning: String) {
        let bench = TestBench(.medium)
        bench.respond(to: .copied("字", to: place))
        let details = bench.state.screen.notice?.details.english ?? ""
        #expect(details.hasPrefix(beginning))
        #expect(details.contains("~/f"))
    }

    @Test func itIsSaidInChineseToo() {
        let bench = TestBench(.medium, language: .chinese)
        bench.respond(to: .copied("a\n字", to: .clipboard))
        #expect(bench.screen.contains("已把 2 行 3 个字符送到剪贴板。"))
    }
}
