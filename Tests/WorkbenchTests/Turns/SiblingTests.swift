import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Going to what was asked or answered at the same place.
@Suite struct GoingToSiblingsTests {
    /// Two answers to the first of two prompts, the second prompt after the first answer.
    private func forked() -> TestBench {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "K", "r")
        bench.answer("another 1")
        return bench
    }

    @Test func aHeadingSaysThatThereAreOthers() {
        let bench = forked()
        #expect(bench.screen.contains("assistant ‹2/2› · practice"))
        #expect(!bench.screen.contains("you ‹"))
        #expect(bench.said == ["ask 1", "another 1"])
    }

    @Test func theEarlierAnswerComesBackWithWhatFollowedIt() {
        let bench = forked()
        let effects = bench.press("<lt>")
        #expect(bench.said == ["ask 1", "answer 1", "ask 2", "answer 2"])
        #expect(bench.selected == "answer 1")
        #expect(bench.screen.contains("assistant ‹1/2›"))
        guard case .save(let session, let turns) = effects.first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(session.head == bench.state.current.head)
        #expect(turns == [])
        bench.press(">")
        #expect(bench.said == ["ask 1", "another 1"])
        bench.press(">")
        #expect(bench.notice == "This is the last version.")
        bench.press("<lt>", "<lt>")
        #expect(bench.notice == "This is the first version.")
    }

    /// Of several ends below a sibling, the one that was last at work in.
    @Test func theNewestEndIsGoneTo() {
        let bench = forked()
        bench.press("<lt>", "<esc>", "K", "r")
        bench.answer("another 2")
        bench.press("<a-1>")
        bench.send("ask 3")
        bench.answer("answer 3")
        bench.press("<a-2>", "K", "K", "K", "K", "K", ">")
        #expect(bench.said == ["ask 1", "another 1"])
        bench.press("<lt>")
        #expect(bench.said == ["ask 1", "answer 1", "ask 2", "another 2", "ask 3", "answer 3"])
    }

    @Test func theNextPromptGoesOnFromThere() {
        let bench = forked()
        bench.press("<lt>", "<a-1>")
        bench.send("ask 3")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2", "answer 2", "ask 3"])
    }

    /// Its figures and events are those of the answer that is shown.
    @Test func theTrafficIsThatOfTheBranch() {
        let bench = forked()
        let effects = bench.press("<lt>")
        let last = bench.state.session.tree[bench.state.current.head]?.exchange
        #expect(effects.last == last.map { .loadTraffic($0) })
        #expect(bench.state.current.take == nil)
    }

    @Test func anotherTryIsASibling() {
        let bench = TestBench()
        bench.send("ask 1")
        bench.end(Failure(.transport, "connection refused", phase: .connect))
        bench.press("<c-r>")
        bench.answer("answer 1")
        bench.press("<a-2>", "<lt>")
        #expect(bench.screen.contains("assistant ‹1/2›"))
        #expect(bench.screen.contains("✗"))
    }

    @Test func theAnswerOfALaneThatWasRemovedIsASibling() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        bench.answer("right", lane: 1)
        #expect(bench.screen.contains("assistant ‹1/2›"))
        bench.press("<a-x>", "<a-2>")
        #expect(!bench.screen.contains("right"))
        bench.press(">")
        #expect(bench.said == ["ask 1", "right"])
        #expect(bench.screen.contains("assistant ‹2/2›"))
    }

    @Test func whileAnAnswerArrivesTheBranchStays() {
        let bench = forked()
        bench.press("<a-1>")
        bench.send("ask 2")
        bench.press("<a-2>", "<lt>")
        #expect(bench.notice?.hasPrefix("An answer is still arriving") == true)
        #expect(bench.said.last == "")
    }

    @Test func withoutSiblingsThatIsSaid() {
        let bench = TestBench.talk(1)
        bench.press("<a-2>", "<lt>")
        #expect(bench.notice == "Nothing of this conversation has siblings yet.")
        bench.press("K", ">")
        #expect(bench.notice == "This is the last version.")
    }

    @Test func whereLineDrawingIsWideTheMarksAreNarrow() {
        var widths = WidthProfile()
        widths.ambiguousWide = true
        let bench = TestBench.talk(1, TestBench(widths: widths))
        bench.press("<a-2>", "K", "r")
        bench.answer("another")
        bench.press("K")
        #expect(bench.screen.contains(">assistant <2/2>"))
        #expect(bench.frame.grid.faults == [])
    }
}
