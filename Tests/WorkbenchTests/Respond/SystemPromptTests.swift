import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// System prompts of lanes, and under names.
@Suite struct SystemPromptTests {
    /// Types a system prompt for the current lane and keeps it.
    private func write(_ text: String, _ bench: TestBench) {
        bench.press("<a-y>", "<c-u>")
        bench.type(text)
        bench.press("<c-s>")
    }

    @Test func threeSystemPromptsAnswerOneQuestion() {
        let bench = TestBench()
        write("Be brief.", bench)
        bench.press("<a-c>")
        write("回答要详细，并且举例说明。", bench)
        bench.press("<a-c>")
        write("Be rude.", bench)
        bench.send("why?")
        let systems = bench.starts.map { $0.request.messages.first?.content }
        #expect(systems == ["Be brief.", "回答要详细，并且举例说明。", "Be rude."])
        let screen = bench.screen
        #expect(screen.contains("system “Be brief.”"))
        #expect(screen.contains("system “回答要"))
        #expect(screen.contains("system “Be rude.”"))
    }

    @Test func aHeadingSaysTheName() {
        let bench = TestBench()
        write("You are a careful teacher.", bench)
        bench.press("<a-K>")
        bench.type("teacher")
        let kept = NamedPrompt(name: "teacher", text: "You are a careful teacher.")
        #expect(bench.press("<enter>") == [.keepSystemPrompt(kept)])
        bench.press("<a-c>")
        write("", bench)
        #expect(bench.screen.contains("system teacher"))
        #expect(bench.screen.contains("no system prompt"))
        // Edited, it is another one.
        bench.press("<a-left>", "<a-y>")
        bench.type("!")
        bench.press("<c-s>")
        #expect(bench.screen.contains("system “You are a careful teac"))
    }

    @Test func aNameCanBeGivenAnotherText() {
        let bench = TestBench()
        bench.respond(to: .systemPrompts([NamedPrompt(name: "teacher", text: "old")]))
        write("new", bench)
        #expect(bench.press("<a-K>") == [.listSystemPrompts])
        bench.type("teach")
        bench.press("<up>")
        #expect(
            bench.press("<enter>") == [
                .keepSystemPrompt(NamedPrompt(name: "teacher", text: "new"))
            ])
        #expect(bench.state.around.systemPrompts.map(\.text) == ["new"])
    }

    @Test func withoutOneThereIsNothingToKeep() {
        let bench = TestBench()
        #expect(bench.press("<a-K>") == [])
        #expect(bench.state.dialog == nil)
        #expect(bench.screen.contains("There is no system prompt here"))
    }

    /// What another workbench keeps meanwhile is in the list when it is opened.
    @Test func whatComesLateIsListed() {
        let bench = TestBench()
        #expect(bench.press("<a-Y>") == [.listSystemPrompts])
        #expect(bench.screen.contains("No system prompt is saved"))
        bench.respond(to: .systemPrompts([NamedPrompt(name: "teacher", text: "Be kind.\nTeach.")]))
        #expect(bench.screen.contains("Be kind. Teach."))
        bench.press("<enter>")
        #expect(bench.state.current.system == "Be kind.\nTeach.")
    }
}
