import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Going on with an answer where it ended.
@Suite struct ContinuingTests {
    private func cut(_ settings: LaneSettings = .practice) -> TestBench {
        let bench = TestBench(settings: settings)
        bench.send("Count.")
        bench.arrive(Chunk.content("one, two") + Chunk.finish("length") + Chunk.done)
        bench.end()
        bench.press("<a-2>")
        return bench
    }

    @Test func whatComesFollowsTheAnswerAndIsOneMessageWithIt() {
        let bench = cut()
        bench.press("c")
        #expect(bench.sent == ["Count.", "one, two"])
        #expect(bench.starts.last?.request.continuesAnswer == true)
        bench.answer(", three")
        #expect(bench.screen.contains("assistant · continued · practice"))
        bench.press("c")
        #expect(bench.sent == ["Count.", "one, two, three"])
        bench.answer(", four")
        bench.press("<a-1>")
        bench.send("And back?")
        #expect(bench.sent == ["Count.", "one, two, three, four", "And back?"])
        #expect(bench.starts.last?.request.continuesAnswer == false)
        #expect(bench.state.current.transcript.entries.allSatisfy { $0.omission == nil })
    }

    @Test func itIsContinuedOtherwiseToo() {
        let bench = cut()
        bench.press("c")
        bench.answer(", three")
        bench.press("<a-2>", "K", "r")
        #expect(bench.sent == ["Count.", "one, two"])
        #expect(bench.starts.last?.request.continuesAnswer == true)
        bench.answer(", drei")
        #expect(bench.screen.contains("assistant ‹2/2› · continued"))
        bench.press("<lt>")
        #expect(bench.said == ["Count.", "one, two", ", three"])
    }

    @Test func anEarlierAnswerIsContinued() {
        let bench = TestBench.talk(3)
        bench.press("<a-2>", "K", "K", "K", "c")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2", "answer 2"])
        bench.answer(" and more")
        #expect(bench.said == ["ask 1", "answer 1", "ask 2", "answer 2", " and more"])
        bench.press("K", ">")
        #expect(bench.notice == "This is the last version.")
        bench.press("<lt>")
        #expect(bench.said.last == "answer 3")
    }

    @Test func whereNoWayIsKnownThatIsSaid() {
        let bench = cut(LaneSettings(provider: "openai", model: "gpt"))
        #expect(bench.press("c") == [])
        #expect(
            bench.notice == "OpenAI has no known way to continue an answer. r asks for another.")
    }

    @Test func anotherProviderThatHasNoWayIsNotAskedAgain() {
        let bench = cut()
        bench.press("c")
        bench.answer(", three")
        bench.state.current.settings = LaneSettings(provider: "openai", model: "gpt")
        #expect(bench.press("r") == [])
        #expect(bench.notice?.hasPrefix("OpenAI has no known way") == true)
    }

    @Test func whereOneAddressAloneContinuesItIsAsked() {
        let bench = cut(LaneSettings(provider: "deepseek", model: "deepseek-chat"))
        bench.press("c")
        #expect(bench.starts.map(\.request.baseURL) == [nil, "https://api.deepseek.com/beta"])
        #expect(
            bench.notice
                == "Asked at https://api.deepseek.com/beta: only there DeepSeek continues answers.")
        bench.answer(", three")
        bench.press("<a-1>")
        bench.send("And?")
        #expect(bench.starts.last?.request.baseURL == nil)
        var settings = LaneSettings(provider: "deepseek", model: "deepseek-chat")
        settings.baseURL = "https://own.example"
        let own = cut(settings)
        own.press("c")
        #expect(own.starts.last?.request.baseURL == "https://own.example")
        #expect(own.notice == nil)
    }

    @Test func theWholeAnswerIsCopied() {
        let bench = cut()
        bench.press("c")
        bench.answer(", three")
        #expect(bench.press("y") == [.copy("one, two, three")])
        bench.press("K")
        #expect(bench.press("y") == [.copy(", three")])
    }

    @Test func whatComesToNothingIsNotSent() {
        let bench = cut()
        bench.press("c")
        bench.end(.stopped)
        #expect(bench.screen.contains("■ stopped"))
        bench.press("<a-1>")
        bench.send("And?")
        #expect(bench.sent == ["Count.", "one, two", "And?"])
    }

    /// What of it is sent is nothing, so the answer before it would be continued.
    @Test func anAnswerThatIsAllThinkingIsNotContinued() {
        let bench = TestBench.talk(1)
        bench.send("ask 2")
        bench.arrive(Chunk.content("<think>Let me") + Chunk.finish("length") + Chunk.done)
        bench.end()
        bench.press("<a-2>", "c")
        #expect(bench.notice == "There is no answer with text to continue here.")
        #expect(bench.starts.count == 2)
    }

    @Test func aPromptIsNotContinued() {
        let bench = cut()
        bench.press("K", "K", "c")
        #expect(bench.notice == "There is no answer with text to continue here.")
        #expect(bench.starts.count == 1)
    }
}
