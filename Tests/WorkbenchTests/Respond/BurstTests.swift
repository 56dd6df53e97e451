import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// What comes faster than anybody types sends nothing and decides nothing.
@Suite struct BurstTests {
    private let program = "def f(x):\r    return x\r"

    @Test func inThePromptItIsText() {
        let bench = TestBench()
        #expect(bench.burst(program) == [])
        #expect(bench.state.screen.composer.text == "def f(x):\n    return x\n")
        #expect(bench.screen.contains("Pasted; enter sends."))
        #expect(bench.press("<enter>").contains { if case .exchange = $0 { true } else { false } })
    }

    @Test(arguments: ["<a-2>", "<a-4>", "<a-5>"])
    func inAPaneThatShowsItGoesToThePrompt(pane: String) {
        let bench = TestBench()
        bench.press(pane)
        #expect(bench.burst("x\ry\rq\r") == [])
        #expect(bench.state.screen.composer.text == "x\ny\nq\n")
        #expect(bench.state.screen.focus == .composer)
    }

    @Test func inAListItNarrows() throws {
        let bench = TestBench()
        bench.press("<c-p>")
        #expect(bench.burst("quit\r") == [])
        let list = try #require(bench.state.top(Picker.self))
        #expect(list.query.buffer.text == "quit ")
        #expect(list.item(list.place).title == "Quit")
    }

    @Test func itAnswersNoQuestion() {
        let bench = TestBench()
        bench.type("not sent")
        bench.press("<c-q>")
        #expect(bench.burst("\r\r") == [])
        #expect(!bench.state.screen.isQuitting)
        #expect(bench.screen.contains("The prompt has not been sent."))
    }

    @Test func inTheSystemPromptItIsText() {
        let bench = TestBench()
        bench.press("<a-y>")
        #expect(bench.burst("Be brief.\rBe kind.\r") == [])
        bench.press("<c-s>")
        #expect(bench.state.current.system == "Be brief.\nBe kind.\n")
    }

    @Test func inAValueItIsText() {
        let bench = TestBench()
        bench.press("<a-3>", "1")
        #expect(bench.burst("\r\r") == [])
        #expect(bench.state.current.settings.parameters["temperature"] == nil)
        #expect(bench.state.screen.parameters.edit?.field.buffer.text == "1  ")
        bench.press("<enter>")
        #expect(bench.state.current.settings.parameters["temperature"] == 1)
    }

    /// A serial line brings a pasted text key by key.
    @Test func linesWhoseEnterIsRefusedAreNotGlued() {
        let bench = TestBench()
        bench.send("a")
        bench.send("b")
        bench.send("c")
        #expect(bench.state.screen.composer.text == "b\nc")
        bench.burst("\rd")
        #expect(bench.state.screen.composer.text == "b\nc\n\nd")
        #expect(bench.starts.count == 1)
    }

    @Test func whoWritesOnLaterIsOnTheSameLine() {
        let bench = TestBench()
        bench.send("a")
        bench.send("b")
        bench.wait(seconds: 2)
        bench.type(" and c")
        #expect(bench.state.screen.composer.text == "b and c")
        bench.press("<enter>", "<left>")
        bench.type("x")
        #expect(bench.state.screen.composer.text == "b and xc")
    }
}
