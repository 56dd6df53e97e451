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

    /// Why it ended is said where there is room for that or for the model.
    @Test func aNarrowHeadingLosesTheModelFirst() {
        let bench = cut()
        bench.press("c")
        bench.arrive(Chunk.content(", three") + Chunk.finish("length") + Chunk.done)
        bench.end()
        #expect(bench.screen.contains("assistant · continued · practice · length"))
        bench.resize(to: Size(rows: 24, columns: 72))
        #expect(bench.screen.contains("assistant · continued · length · "))
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

    @Test func whereAPromptIsSelectedItsAnswerIsContinued() {
        let bench = cut()
        bench.press("K", "K")
        #expect(bench.selected == "Count.")
        bench.press("c")
        #expect(bench.sent == ["Count.", "one, two"])
    }

    // MARK: As one text

    private func continued(_ first: String, _ second: String) -> TestBench {
        let bench = TestBench()
        bench.send("Go.")
        bench.arrive(Chunk.content(first) + Chunk.finish("length") + Chunk.done)
        bench.end()
        bench.press("<a-2>", "c")
        bench.answer(second)
        return bench
    }

    /// The lines of the last turn.
    private func lastLines(_ bench: TestBench) -> [String] {
        let lines = bench.frame.grid.lines
        let heading = lines.lastIndex { $0.contains("· continued ·") } ?? 0
        return lines[(heading + 1)...].map { $0.prefix(40).dropFirst().trimmed }
            .prefix { !$0.isEmpty }
    }

    @Test func codeThatWasCutGoesOnAsCode() {
        let bench = continued("```swift\nlet x = ", "5 // **five**\n```\nDone.")
        #expect(lastLines(bench) == ["5 // **five**", "Done."])
        #expect(bench.press("Y") == [.copy("let x = 5 // **five**")])
        bench.press("K")
        #expect(bench.press("Y") == [.copy("let x = 5 // **five**")])
        bench.press("m")
        #expect(lastLines(bench) == ["5 // **five**", "```", "Done."])
    }

    @Test func aListGoesOn() {
        let bench = continued("1. one\n2. tw", "o\n3. three")
        #expect(lastLines(bench) == ["o", "3. three"])
    }

    @Test func whatIsBoldInBothIsBold() {
        let bench = continued("This is **ve", "ry** bold.")
        #expect(bench.screen.contains("This is ve "))
        #expect(lastLines(bench) == ["ry bold."])
        // Alone it is what it is.
        bench.press("K", "d")
        #expect(bench.screen.contains("This is **ve"))
    }

    @Test func aThirdPartGoesOnWithBoth() {
        let bench = continued("```\na\n", "b")
        bench.press("c")
        bench.answer("c\n```\n**end**")
        #expect(lastLines(bench) == ["c", "end"])
    }

    @Test func whatIsSelectedOverTheSeamIsOneText() {
        let bench = continued("one, two", ", three\n\nfour")
        bench.drag("one", "four")
        #expect(bench.copied.last == "one, two, three\n\nfour")
        #expect(!bench.marked.contains { $0.contains("continued") })
        bench.press("m")
        bench.drag("one", "four")
        #expect(bench.copied.last == "one, two, three\n\nfour")
    }

    @Test func whatStandsBesideTheSeamIsCopiedAlone() {
        let bench = TestBench()
        bench.send("Go.")
        bench.arrive(Chunk.content("one, two"))
        bench.end(.stopped)
        bench.press("<a-2>", "c")
        bench.arrive(Chunk.thinking("More.") + Chunk.content(" three") + Chunk.done)
        bench.end()
        bench.press("<a-t>")
        bench.drag("one", "three")
        #expect(bench.copied.last == "one, two three")
        bench.drag("More.", "More.")
        #expect(bench.copied.last == "More.")
        bench.drag("More.", "three")
        #expect(bench.copied.last == "More.\nthree")
    }

    @Test func itArrivesAsItIsReadAtTheEnd() {
        let bench = TestBench()
        bench.send("Go.")
        bench.arrive(Chunk.content("```\nx = ") + Chunk.finish("length") + Chunk.done)
        bench.end()
        bench.press("<a-2>", "c")
        for part in ["5", " # **no", "t**\n", "``", "`\n**bo", "ld**"] {
            bench.arrive(Chunk.content(part))
        }
        let arriving = lastLines(bench)
        #expect(arriving == ["5 # **not**", "bold"])
        bench.arrive(Chunk.finish() + Chunk.done)
        bench.end()
        #expect(lastLines(bench) == arriving)
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "│" }
        return String(start.reversed().drop { $0 == " " || $0 == "│" }.reversed())
    }
}
