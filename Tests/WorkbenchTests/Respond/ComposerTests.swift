import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// The prompt as a text that is edited, and the prompts before it.
@Suite struct ComposerTests {
    @Test func itGrowsToHalfTheScreenAndNoFurther() {
        for (rows, half) in [(24, 12), (40, 20), (60, 30)] {
            let bench = TestBench(Size(rows: rows, columns: 120))
            bench.respond(
                to: .input(.paste(Array(repeating: "行", count: 8).joined(separator: "\n"))))
            #expect(bench.state.layout.inner(.composer)?.rows == 8)
            bench.paste(String(repeating: "\nmore", count: 90))
            #expect(bench.state.layout.inner(.composer)?.rows == half)
        }
    }

    /// The editing keys of a shell are the prompt's own.
    @Test func wordsAreMovedOverAndDeletedByAltKeys() {
        let bench = TestBench()
        bench.type("提示词很重要")
        bench.press("<a-b>", "<a-b>", "<c-k>")
        #expect(bench.state.screen.composer.text == "提示词")
        bench.press("<c-a>", "<a-f>")
        bench.type("，")
        #expect(bench.state.screen.composer.text == "提示词，")
        bench.press("<c-a>", "<a-d>")
        #expect(bench.state.screen.composer.text == "，")
        bench.press("<a-u>")
        #expect(bench.state.screen.composer.text == "提示词，")
    }

    @Test func anEarlierPromptOfAnySessionIsFound() {
        let bench = TestBench()
        bench.type("half a thought")
        #expect(bench.press("<a-/>") == [.listPrompts])
        bench.respond(to: .prompts(["温度是什么？\n用一句话", "What is top_p?", "温度高了会怎样？"]))
        bench.type("温度 一句")
        #expect(bench.screen.contains("温度是什么？ ↵ 用一句话"))
        #expect(!bench.screen.contains("What is top_p?"))
        bench.press("<enter>")
        #expect(bench.state.screen.composer.text == "温度是什么？\n用一句话")
        bench.press("<a-u>")
        #expect(bench.state.screen.composer.text == "half a thought")
    }

    /// Without a library those of this session are there, the newest first and each once.
    @Test func thePromptsOfThisSessionComeFirst() {
        let bench = TestBench()
        for prompt in ["one", "two", "one"] {
            bench.send(prompt)
            bench.answer("yes")
        }
        bench.press("<a-/>")
        #expect(bench.state.screen.dialogs.count == 1)
        bench.respond(to: .prompts(["one", "three", "two"]))
        bench.press("<down>", "<down>", "<enter>")
        #expect(bench.state.screen.composer.text == "three")
        bench.press("<a-/>")
        bench.respond(to: .prompts([]))
        bench.press("<enter>")
        #expect(bench.state.screen.composer.text == "one")
    }

    /// They may come when the list is closed, or another one is open.
    @Test func whatComesLateChangesNothing() {
        let bench = TestBench()
        bench.press("<a-/>", "<esc>")
        bench.respond(to: .prompts(["one"]))
        #expect(bench.state.screen.dialogs.isEmpty)
        bench.press("<c-p>")
        let commands = bench.screen
        bench.respond(to: .prompts(["one"]))
        #expect(bench.screen == commands)
    }
}
