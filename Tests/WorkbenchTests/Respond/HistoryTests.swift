import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// What of a conversation the next request carries, and what the screen says of the rest.
@Suite struct HistoryTests {
    private let refused = Failure(.transport, "connection refused", phase: .connect)

    private func contents(_ bench: TestBench) -> [String]? {
        bench.starts.last?.request.messages.map(\.content)
    }

    /// A prompt in place of what stands in the composer.
    private func sendAnew(_ bench: TestBench, _ prompt: String) {
        bench.press("<c-a>", "<c-k>")
        bench.send(prompt)
    }

    private func limit(_ bench: TestBench) {
        let headers = [Header("content-type", "application/json"), Header("Retry-After", "2")]
        bench.perform(.head(429, headers, at: .milliseconds(80)))
        bench.arrive(#"{"error":{"message":"slow down"}}"#)
        bench.end()
    }

    // MARK: A prompt without an answer

    @Test func aStoppedPromptComesBackAndEnterSendsItAlone() {
        let bench = TestBench()
        bench.send("why?")
        bench.press("<esc>")
        bench.end(.stopped)
        #expect(bench.state.screen.composer.text == "why?")
        #expect(bench.screen.contains("you · not sent: no answer"))
        bench.press("<enter>")
        #expect(contents(bench) == ["why?"])
        #expect(bench.state.session.tree.turns.count == 4)
    }

    @Test(arguments: ["", " \n"])
    func aPromptThatFailedLeavesNoTrace(answer: String) {
        let bench = TestBench()
        bench.state.current.system = "Be brief."
        bench.send("one")
        bench.answer("1")
        bench.send("too long")
        if !answer.isEmpty { bench.arrive(Chunk.content(answer)) }
        bench.end(refused)
        sendAnew(bench, "two")
        #expect(contents(bench) == ["Be brief.", "one", "1", "two"])
    }

    @Test func halfAnAnswerStays() {
        let bench = TestBench()
        bench.send("one")
        bench.arrive(Chunk.content("half"))
        bench.end(.stopped)
        #expect(bench.state.screen.composer.text == "")
        #expect(!bench.screen.contains("you · not sent"))
        bench.send("two")
        #expect(contents(bench) == ["one", "half", "two"])
    }

    @Test func aRefusalOrThinkingAloneIsNoAnswer() {
        let bench = TestBench()
        bench.send("one")
        bench.arrive(Chunk.thinking("Let me see."))
        bench.end()
        sendAnew(bench, "two")
        bench.arrive(#"data: {"choices":[{"index":0,"delta":{"refusal":"No."}}]}"# + "\n\n")
        bench.end()
        sendAnew(bench, "three")
        #expect(contents(bench) == ["three"])
    }

    @Test func whatIsBeingWrittenIsNotReplaced() {
        let bench = TestBench()
        bench.send("one")
        bench.type("two")
        bench.end(refused)
        #expect(bench.state.screen.composer.text == "two")
    }

    @Test func aPromptThatCameBackIsNothingToLose() {
        let bench = TestBench()
        bench.send("one")
        bench.end(refused)
        #expect(bench.press("<c-q>") == [.quit])
        let other = TestBench()
        other.send("one")
        other.end(refused)
        other.type("!")
        #expect(other.press("<c-q>") == [])
    }

    @Test func runningAgainSendsThePromptWithoutAnAnswer() {
        let bench = TestBench()
        bench.send("one")
        bench.end(refused)
        bench.press("<c-r>")
        #expect(contents(bench) == ["one"])
        #expect(bench.state.screen.composer.text == "")
        #expect(!bench.screen.contains("you · not sent"))
        bench.answer("1")
        #expect(bench.state.session.tree.turns.filter { $0.message.role == .user }.count == 1)
        bench.send("two")
        #expect(contents(bench) == ["one", "1", "two"])
    }

    @Test func aPromiseKeepsThePromptToItself() {
        let bench = TestBench()
        bench.send("one")
        limit(bench)
        #expect(bench.state.screen.composer.text == "one")
        bench.press("<a-w>")
        #expect(bench.state.screen.composer.text == "")
        bench.wait(seconds: 2)
        #expect(contents(bench) == ["one"])
        limit(bench)
        #expect(bench.state.screen.composer.text == "")
        bench.press("<esc>")
        #expect(bench.state.screen.composer.text == "one")
        bench.wait(seconds: 9)
        #expect(bench.starts.count == 2)
    }

    // MARK: Lanes

    @Test func eachLaneLeavesOutWhatItDidNotAnswer() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("one")
        bench.answer("A1", lane: 0)
        bench.end(refused, lane: 1)
        #expect(bench.state.screen.composer.text == "")
        bench.send("two")
        let histories = bench.starts.suffix(2).map { $0.request.messages.map(\.content) }
        #expect(histories == [["one", "A1", "two"], ["two"]])
        let marks = bench.state.session.lanes.map { $0.transcript.entries.map(\.omission) }
        #expect(marks == [[nil, nil, nil, nil], [.unanswered, .empty, nil, nil]])
    }

    @Test func thePromptComesBackWhenNoLaneAnswered() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("one")
        bench.end(refused, lane: 0)
        #expect(bench.state.screen.composer.text == "")
        bench.end(refused, lane: 1)
        #expect(bench.state.screen.composer.text == "one")
    }

    @Test func aLaneAddedMeanwhileDoesNotSendWhatItWasNotAsked() {
        let bench = TestBench()
        bench.send("one")
        bench.press("<a-c>")
        bench.answer("A1", lane: 0)
        bench.send("two")
        let histories = bench.starts.suffix(2).map { $0.request.messages.map(\.content) }
        #expect(histories == [["one", "A1", "two"], ["two"]])
    }

    // MARK: Calls

    @Test func aCallTakesItsPromptAlong() {
        let bench = TestBench()
        bench.send("Is it raining?")
        let call = #"{"index":0,"id":"c","function":{"name":"weather","arguments":"{}"}}"#
        bench.arrive(
            #"data: {"choices":[{"index":0,"delta":{"tool_calls":["# + call + "]}}]}\n\n"
                + Chunk.finish("tool_calls") + Chunk.done)
        bench.end()
        #expect(bench.screen.contains("you · not sent: a call without its result"))
        #expect(bench.state.screen.composer.text == "")
        bench.send("two")
        #expect(contents(bench) == ["two"])
    }

    // MARK: The preview

    @Test func thePreviewShowsWhatWillBeSent() throws {
        let bench = TestBench(Size(rows: 60, columns: 160))
        bench.send("first question")
        bench.end(refused)
        sendAnew(bench, "second question")
        bench.answer("2")
        bench.type("third question")
        bench.press("<a-r>")
        let preview = bench.state.request(of: bench.state.current, asking: "third question")
        bench.press("<enter>")
        #expect(contents(bench) == ["second question", "2", "third question"])
        #expect(preview == bench.starts.last?.request)
    }

    // MARK: Leaving out by hand

    @Test func promptsAreLeftOutFromTheLastOneOn() throws {
        let bench = TestBench()
        for number in ["one", "two", "three"] {
            bench.send(number)
            bench.answer(number.uppercased())
        }
        bench.press("<a-2>")
        guard case .save(_, let turns) = try #require(bench.press("x").first) else {
            Issue.record("nothing is saved")
            return
        }
        #expect(turns.map(\.message.content) == ["three"])
        #expect(turns.map(\.isLeftOut) == [true])
        #expect(bench.screen.contains("you · not sent: left out"))
        bench.press("x", "<a-1>")
        bench.send("four")
        #expect(contents(bench) == ["one", "ONE", "four"])
        bench.answer("FOUR")
        bench.press("<a-2>", "X", "<a-1>")
        bench.send("five")
        #expect(contents(bench) == ["one", "ONE", "two", "TWO", "four", "FOUR", "five"])
        #expect(bench.state.session.tree.turns.count == 10)
    }

    @Test func whatWasLeftOutLastIsTakenInFirst() {
        let bench = TestBench()
        for number in ["one", "two"] {
            bench.send(number)
            bench.answer(number.uppercased())
        }
        bench.press("<a-2>", "x", "x")
        #expect(bench.state.screen.notice?.text.english.contains("“one”") == true)
        bench.press("X")
        #expect(bench.state.screen.notice?.text.english.contains("“one”") == true)
        bench.press("X")
        #expect(bench.state.screen.notice?.text.english.contains("“two”") == true)
    }

    /// Nobody knows their order any more; they are left out from the end.
    @Test func ofAnOpenedSessionTheEarliestIsTakenIn() {
        let bench = TestBench()
        for number in ["one", "two"] {
            bench.send(number)
            bench.answer(number.uppercased())
        }
        bench.press("<a-2>", "x", "x")
        var saved = Session.interrupted
        saved.turns = bench.state.session.tree.turns
        saved.head = bench.state.current.head
        bench.respond(to: .opened(saved))
        bench.press("X")
        #expect(bench.state.screen.notice?.text.english.contains("“one”") == true)
    }

    @Test func whatIsRunAgainIsInAgain() {
        let bench = TestBench()
        bench.send("one")
        bench.answer("1")
        bench.press("<a-2>", "x", "<c-r>")
        #expect(contents(bench) == ["one"])
        bench.answer("2")
        bench.press("<a-1>")
        bench.send("two")
        #expect(contents(bench) == ["one", "2", "two"])
    }

    @Test func withNothingToLeaveOutThatIsSaid() {
        let bench = TestBench()
        bench.press("<a-2>", "x")
        #expect(bench.screen.contains("No prompt of this conversation is sent any more."))
        bench.press("X")
        #expect(bench.screen.contains("No prompt has been left out."))
    }

    // MARK: Sessions that are opened

    @Test func anOpenedSessionSaysWhatIsNotSent() {
        var session = Session.interrupted
        session.turns[1].message.content = ""
        let bench = TestBench()
        bench.respond(to: .restored(session))
        #expect(bench.screen.contains("you · not sent: no answer"))
        bench.send("two")
        #expect(contents(bench) == ["Be brief.", "two"])
    }
}
