import ChatCompletions
import Conversations
import Corpora
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// What sending asks of the world, and how the turns stand in the tree.
@Suite struct SendTests {
    @Test func enterSavesTheTurnsAndThenSends() throws {
        let bench = TestBench()
        bench.type("why?")
        let effects = bench.press("<enter>")
        let start = try #require(bench.starts.first)
        let question = try #require(bench.state.session.tree.turns.first)
        let answer = try #require(bench.state.session.tree[start.turn])
        #expect(question.message == Message(.user, "why?"))
        #expect(answer.parent == question.id)
        #expect(answer.state == .streaming)
        #expect(answer.exchange == start.exchange)
        let saved = Session(
            id: start.session, title: "why?", created: .today, updated: .today,
            settings: .practice, head: answer.id)
        #expect(effects == [.save(saved, [question, answer]), .exchange(start)])
        #expect(start.request.messages == [Message(.user, "why?")])
        #expect(bench.state.screen.composer.text == "")
    }

    @Test func theNextPromptCarriesTheConversation() {
        let bench = TestBench()
        bench.state.current.system = "Be brief."
        bench.send("one")
        bench.answer("1")
        bench.send("two")
        #expect(
            bench.starts.last?.request.messages == [
                Message(.system, "Be brief."), Message(.user, "one"), Message(.assistant, "1"),
                Message(.user, "two"),
            ])
        #expect(Set(bench.starts.map(\.session)).count == 1)
    }

    @Test(arguments: ["", "  \n\t "])
    func blankPromptsAreNotSent(_ prompt: String) {
        let bench = TestBench()
        bench.paste(prompt)
        #expect(bench.press("<enter>") == [])
        #expect(bench.state.screen.notice?.text.english == "Nothing to send: type a prompt first.")
    }

    @Test func aSecondPromptWaitsForTheFirstAnswer() {
        let bench = TestBench()
        bench.send("one")
        #expect(bench.send("two") == [])
        #expect(bench.state.screen.composer.text == "two")
        #expect(bench.press("<c-r>") == [])
        #expect(bench.starts.count == 1)
    }

    @Test func whatIsCertainToFailIsNotSentAndNotLost() {
        let bench = TestBench(settings: LaneSettings(provider: "neolink", model: "m"))
        bench.state.session.lanes[0].settings.parameters["stop"] = ["a", "b"]
        #expect(bench.send("why?") == [])
        #expect(bench.state.screen.notice?.isError == true)
        #expect(bench.state.screen.composer.text == "why?")
        #expect(bench.state.session.id == nil)
    }

    @Test func runningAgainMakesSiblings() {
        let bench = TestBench()
        bench.send("why?")
        bench.answer("Because.")
        bench.press("<c-r>")
        bench.answer("Why not?")
        let tree = bench.state.session.tree
        let answers = tree.turns.filter { $0.message.role == .assistant }
        #expect(answers.map(\.message.content) == ["Because.", "Why not?"])
        #expect(answers[0].parent == answers[1].parent)
        #expect(bench.starts[0].request.messages == bench.starts[1].request.messages)
        #expect(bench.screen.contains("Why not?"))
        #expect(!bench.screen.contains("Because."))
    }

    @Test func withoutAPromptThereIsNothingToRunAgain() {
        let bench = TestBench()
        #expect(bench.press("<c-r>") == [])
        #expect(bench.state.screen.notice?.text.english == "There is no prompt to run again yet.")
    }

    @Test func pastingNeverSends() {
        let bench = TestBench()
        #expect(bench.paste("rm -rf /\r\n\ny\n") == [])
        #expect(bench.starts.isEmpty)
        #expect(bench.state.screen.composer.text.hasPrefix("rm -rf /"))
        bench.press("<a-2>")
        bench.paste("from elsewhere")
        #expect(bench.state.screen.focus == .composer)
        #expect(bench.state.screen.composer.text.hasSuffix("from elsewhere"))
    }

    @Test func altAndShiftEnterBreakTheLine() {
        let bench = TestBench()
        bench.type("one")
        #expect(bench.press("<a-enter>", "<c-j>", "<s-enter>") == [])
        bench.send("two")
        #expect(bench.starts.first?.request.messages == [Message(.user, "one\n\n\ntwo")])
    }

    @Test func theTitleIsTheFirstLineShortened() {
        let bench = TestBench()
        bench.paste("  " + String(repeating: "很长的提示词", count: 20) + "\nsecond line")
        bench.press("<enter>")
        #expect(bench.state.session.title.count == 60)
        #expect(bench.state.session.title.hasSuffix("…"))
    }

    @Test func promptsSentBeforeComeBack() {
        let bench = TestBench()
        for prompt in ["one", "two"] {
            bench.send(prompt)
            bench.answer("ok")
        }
        bench.type("draft")
        bench.press("<up>")
        #expect(bench.state.screen.composer.text == "two")
        bench.press("<up>", "<up>")
        #expect(bench.state.screen.composer.text == "one")
        bench.press("<down>", "<down>")
        #expect(bench.state.screen.composer.text == "draft")
    }

    @Test func anyOfSeveralChoicesMayBeginFirst() {
        let bench = TestBench()
        bench.send("why?")
        bench.arrive(Chunk.content("second, ", choice: 1))
        #expect(bench.screen.contains("second,"))
        bench.arrive(Chunk.content("the first one"))
        bench.arrive(Chunk.content("and more", choice: 1))
        #expect(bench.screen.contains("choice ‹1› 2"))
        #expect(bench.screen.contains("the first one"))
        bench.press("<a-o>")
        #expect(bench.screen.contains("second, and more"))
        bench.arrive(Chunk.content("third", choice: 2))
        #expect(bench.screen.contains("choice 1 ‹2› 3"))
    }

    @Test func anAnswerThatCallsAFunctionShowsTheCall() {
        let bench = TestBench()
        bench.send("Is it raining in Paris?")
        let call = #"{"index":0,"id":"c","function":{"name":"weather","arguments":"{\"in\":1}"}}"#
        bench.arrive(
            #"data: {"choices":[{"index":0,"delta":{"tool_calls":["# + call + "]}}]}\n\n"
                + Chunk.finish("tool_calls") + Chunk.done)
        bench.end()
        #expect(bench.screen.contains(#"▸ calls weather({"in":1})"#))
    }

    /// The speed was made a whole number as it was.
    @Test(arguments: JSONValue.extremeNumbers)
    func anyNumberOfAServersCanBeShown(number: String) {
        let bench = TestBench()
        bench.send("Hi")
        let usage = #""usage":{"prompt_tokens":\#(number),"completion_tokens":\#(number)}"#
        for (place, time) in [0.5, 0.500001, 0.7].enumerated() {
            let choice = #"{"index":\#(place == 1 ? number : "0"),"delta":{"content":"word "}}"#
            bench.arrive("data: {\"choices\":[\(choice)],\(usage)}\n\n", at: time)
            #expect(bench.screen.contains("Usage"))
        }
        bench.arrive(Chunk.finish() + Chunk.done)
        bench.end()
        bench.press("<a-5>")
        #expect(bench.screen.contains("word"))
        #expect(!bench.state.isRunning)
    }
}
