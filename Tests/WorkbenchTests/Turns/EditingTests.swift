import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Earlier turns asked otherwise.
@Suite struct EditingTests {
    /// The second of so many prompts is selected.
    private func second(of count: Int) -> TestBench {
        let bench = TestBench.talk(count)
        bench.press("<a-2>")
        for _ in 0..<(count - 1) * 2 { bench.press("K") }
        #expect(bench.selected == "ask 2")
        return bench
    }

    private func retype(_ bench: TestBench, _ text: String) {
        bench.press("<c-a>", "<c-k>")
        bench.send(text)
    }

    // MARK: A prompt

    @Test func theSecondOfFivePromptsIsEditedAndGoneOnFrom() {
        let bench = second(of: 5)
        bench.press("e")
        #expect(bench.state.screen.composer.text == "ask 2")
        #expect(bench.state.screen.focus == .composer)
        #expect(bench.screen.contains("Another version of an earlier prompt"))
        retype(bench, "ask 2b")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2b"])
        bench.answer("answer 2b")
        #expect(!bench.screen.contains("Another version of an earlier prompt"))
        bench.send("ask 3b")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2b", "answer 2b", "ask 3b"])
        bench.answer("answer 3b")
        bench.press("<a-2>")
        for _ in 0..<4 { bench.press("K") }
        bench.press("<lt>")
        #expect(bench.selected == "ask 2")
        #expect(bench.said.suffix(2) == ["ask 5", "answer 5"])
        #expect(bench.said.count == 10)
    }

    @Test func whatWasBeingWrittenComesBack() {
        let bench = second(of: 2)
        bench.press("<a-1>")
        bench.type("half a thought")
        bench.press("<a-2>", "e")
        #expect(bench.state.screen.composer.text == "ask 2")
        bench.press("<enter>")
        #expect(bench.state.screen.composer.text == "half a thought")
        bench.answer("answer 2b")
        bench.press("<enter>")
        #expect(bench.sent.last == "half a thought")
    }

    @Test func escapeGivesTheEditUp() {
        let bench = second(of: 2)
        bench.press("<a-1>")
        bench.type("half")
        bench.press("<a-2>", "e")
        bench.type(" changed")
        bench.press("<esc>")
        #expect(bench.state.screen.composer.text == "half")
        #expect(bench.selected == "ask 2")
        #expect(bench.state.screen.focus == .conversation)
        #expect(bench.starts.count == 2)
        bench.press("<a-1>", "<a-p>")
        #expect(bench.state.screen.composer.text == "ask 2 changed")
        bench.press("<a-n>", "<c-a>", "<c-k>")
        bench.send("ask 3")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2", "answer 2", "ask 3"])
    }

    @Test func ofAnAnswerItIsThePrompt() {
        let bench = second(of: 2)
        bench.press("J", "e")
        #expect(bench.state.screen.composer.text == "ask 2")
        #expect(bench.selected == "ask 2")
    }

    @Test func theFirstPromptIsEditedToo() {
        let bench = second(of: 2)
        bench.press("K", "K", "e")
        retype(bench, "ask 1b")
        #expect(bench.sent == ["ask 1b"])
        #expect(bench.notice?.hasPrefix("The earlier version is kept") == true)
        bench.answer("answer 1b")
        #expect(bench.screen.contains("you ‹2/2›"))
    }

    @Test func thePreviewShowsTheEditedRequest() {
        let bench = TestBench.talk(2, TestBench(Size(rows: 60, columns: 160)))
        bench.press("<a-2>", "K", "K", "K", "K", "e")
        bench.type(" otherwise")
        bench.press("<a-r>")
        #expect(bench.screen.contains("ask 1 otherwise"))
        #expect(!bench.screen.contains("\"answer 1\""))
    }

    /// A draft holds both, whatever happens to the program.
    @Test func whatIsEditedAndWhatWaitsAreBothKept() {
        let bench = second(of: 2)
        bench.press("<a-1>")
        bench.type("half")
        bench.press("<a-2>", "e")
        #expect(bench.state.draft?.prompt == "half")
        bench.type(" changed")
        #expect(bench.state.draft?.prompt == "half\n\nask 2 changed")
        bench.press("<c-q>")
        #expect(bench.screen.contains("The prompt has not been sent."))
        bench.press("<esc>", "<esc>")
        #expect(bench.state.draft?.prompt == "half")
    }

    @Test func lanesThatHaveThePromptAreAskedAllOfThem() {
        let bench = TestBench()
        bench.send("ask 1")
        bench.answer("answer 1")
        bench.press("<a-c>")
        bench.send("ask 2")
        bench.answer("left", lane: 0)
        bench.answer("right", lane: 1)
        bench.send("ask 3")
        bench.answer("left 3", lane: 0)
        bench.answer("right 3", lane: 1)
        let before = bench.starts.count
        bench.press("<a-2>", "K", "K", "e")
        retype(bench, "ask 3b")
        #expect(bench.starts.count == before + 1)
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2", "right", "ask 3b"])
        bench.answer("right 3b", lane: 1)
        bench.press("<a-2>", "K", "K", "K", "K", "e")
        retype(bench, "ask 2b")
        #expect(bench.starts.count == before + 3)
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2b"])
        #expect(
            Set(bench.state.session.lanes.map { bench.state.session.tree[$0.head]?.parent })
                .count == 1)
    }

    @Test func whereThereIsNoPromptThatIsSaid() {
        let bench = TestBench()
        bench.press("<a-2>", "e")
        #expect(bench.notice == "There is no prompt to edit yet.")
        #expect(bench.press("r") == [])
        #expect(bench.notice == "There is no prompt to run again yet.")
    }

    @Test func anotherSessionEndsTheEdit() {
        let bench = second(of: 2)
        bench.press("e", "<c-n>")
        #expect(bench.state.screen.composer.revision == nil)
        bench.send("new")
        #expect(bench.sent == ["new"])
    }

    @Test func whatWaitsIsNotTakenForASentPrompt() {
        let bench = second(of: 2)
        bench.press("e")
        retype(bench, "ask 2b")
        bench.end(Failure(.transport, "connection refused", phase: .connect))
        #expect(bench.state.screen.composer.text == "ask 2b")
        bench.press("<enter>")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2b"])
    }

    // MARK: An answer

    @Test func theSecondOfFiveIsRunAgainAndGoneOnFrom() {
        let bench = second(of: 5)
        bench.press("r")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2"])
        #expect(bench.selected == nil)
        bench.answer("another 2")
        bench.press("<a-1>")
        bench.send("ask 3b")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2", "another 2", "ask 3b"])
        bench.answer("answer 3b")
        bench.press("<a-2>", "<lt>")
        #expect(bench.said.count == 10)
        #expect(bench.said.last == "answer 5")
    }

    @Test func onlyThisLaneRunsAgain() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        bench.answer("right", lane: 1)
        bench.press("<a-2>", "K", "r")
        #expect(bench.starts.count == 3)
        #expect(bench.state.session.lanes.map(\.isRunning) == [false, true])
    }

    // MARK: Leaving out

    @Test func theSelectedTurnIsLeftOutAndTakenInByTheSameKey() {
        let bench = second(of: 3)
        bench.press("J", "x")
        #expect(bench.screen.contains("you · not sent: left out"))
        bench.press("<a-1>")
        bench.send("ask 4")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 3", "answer 3", "ask 4"])
        bench.answer("answer 4")
        bench.press("<a-2>")
        for _ in 0..<5 { bench.press("K") }
        #expect(bench.selected == "answer 2")
        bench.press("x")
        #expect(bench.notice?.hasPrefix("Sent again from the next prompt on: “ask 2”") == true)
        bench.press("<a-1>")
        bench.send("ask 5")
        #expect(bench.sent.prefix(4) == ["ask 1", "answer 1", "ask 2", "answer 2"])
    }

    @Test func theSelectedTurnIsTakenInBeforeTheLastOne() {
        let bench = second(of: 3)
        bench.press("x", "J", "J", "x", "K", "X")
        #expect(bench.notice?.contains("“ask 2”") == true)
    }
}
