import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Lanes side by side, and the tree of turns beneath them.
@Suite struct LaneTests {
    private func turns(_ bench: TestBench, _ role: Role) -> [Turn] {
        bench.state.session.tree.turns.filter { $0.message.role == role }
    }

    @Test func lanesThatShareTheirPastShareThePrompt() throws {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        #expect(turns(bench, .user).count == 1)
        let question = try #require(turns(bench, .user).first)
        #expect(turns(bench, .assistant).map(\.parent) == [question.id, question.id])
        #expect(bench.starts.map(\.turn) == bench.state.session.lanes.map(\.head))
        guard case .save(_, let saved) = bench.effects.first else {
            Issue.record("the turns are not saved first")
            return
        }
        #expect(saved == bench.state.session.tree.turns)
    }

    @Test func whereZoomingChangesNothingThatIsSaid() {
        let bench = TestBench(.medium)
        bench.press("<a-i>")
        #expect(bench.notice == "This is the only lane.")
        bench.press("<a-c>", "<esc>", "<a-i>")
        #expect(bench.notice == nil)
        #expect(bench.screen.contains("2 of 2"))
        bench.press("<a-i>", "<a-c>", "<a-i>")
        #expect(bench.notice?.contains("One lane at a time is all that fits here") == true)
        bench.resize(to: Size(rows: 60, columns: 200))
        #expect(!bench.screen.contains("3 of 3"))
    }

    @Test func lanesThatHavePartedEachGetThePrompt() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        bench.answer("A", lane: 0)
        bench.answer("B", lane: 1)
        bench.send("and then?")
        let second = turns(bench, .user).dropFirst()
        #expect(second.count == 2)
        #expect(Set(second.map(\.parent)).count == 2)
        let histories = bench.starts.suffix(2).map { $0.request.messages.map(\.content) }
        #expect(histories == [["why?", "A", "and then?"], ["why?", "B", "and then?"]])
    }

    @Test func eachLaneSendsItsOwnSettings() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-3>", "1", ".", "5", "<enter>", "<a-1>")
        bench.send("why?")
        #expect(bench.starts.map { $0.settings.parameters["temperature"] } == [nil, 1.5])
        #expect(bench.starts.map { $0.request.parameters["temperature"] } == [nil, 1.5])
    }

    @Test func oneLaneIsStoppedAndTheOtherGoesOn() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        #expect(bench.press("<a-s>") == [.cancel(bench.starts[1].exchange)])
        bench.end(.stopped, lane: 1)
        #expect(bench.state.session.lanes.map(\.isRunning) == [true, false])
        bench.answer("Because.", lane: 0)
        #expect(turns(bench, .assistant).map(\.state) == [.done, .stopped])
    }

    @Test func adoptingAnAnswerClosesTheOtherLanes() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        bench.answer("A", lane: 0)
        #expect(bench.press("<a-a>").isEmpty)
        bench.answer("B", lane: 1)
        let effects = bench.press("<a-a>")
        #expect(bench.state.session.lanes.count == 1)
        guard case .save(let session, []) = effects.first, effects.count == 1 else {
            Issue.record("asked for \(effects)")
            return
        }
        #expect(session.head == turns(bench, .assistant)[1].id)
        bench.send("and then?")
        #expect(bench.starts.last?.request.messages.map(\.content) == ["why?", "B", "and then?"])
    }

    @Test func adoptingStopsLanesThatStillRun() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        bench.answer("B", lane: 1)
        let effects = bench.press("<a-a>")
        #expect(effects.first == .cancel(bench.starts[0].exchange))
        #expect(!bench.state.isRunning)
    }

    @Test func removingALaneStopsIt() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        #expect(bench.press("<a-x>").first == .cancel(bench.starts[1].exchange))
        #expect(bench.state.session.lanes.count == 1)
        #expect(bench.state.screen.lane == 0)
        #expect(bench.press("<a-x>") == [])
        #expect(bench.state.screen.notice?.text.english == "This is the only lane.")
    }

    @Test func fourLanesAreTheLimit() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-c>", "<a-c>", "<a-c>")
        #expect(bench.state.session.lanes.count == 4)
    }

    @Test func lanesAreGoneThroughInACircle() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-c>")
        #expect(bench.state.screen.lane == 2)
        bench.press("<a-right>")
        #expect(bench.state.screen.lane == 0)
        bench.press("<a-left>", "<a-h>")
        #expect(bench.state.screen.lane == 1)
    }

    @Test func aLaneBesideARunningOneBeginsBeforeItsPrompt() {
        let bench = TestBench()
        bench.send("why?")
        bench.press("<a-c>")
        bench.answer("A", lane: 0)
        #expect(bench.state.session.lanes[1].head == turns(bench, .user).first?.id)
        bench.press("<c-r>")
        #expect(bench.starts.count == 3)
        #expect(bench.starts.map { $0.request.messages.count } == [1, 1, 1])
    }

    @Test func aFailureNamesItsLane() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        bench.end(Failure(.transport, "connection refused", phase: .connect), lane: 1)
        #expect(bench.state.screen.notice?.text.english.hasPrefix("Lane B: ") == true)
    }

    @Test func aLaneThatHidesTheOthersSaysSo() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-c>")
        #expect(!bench.screen.contains("3 of 3"))
        bench.resize(to: Size(rows: 24, columns: 80))
        #expect(bench.screen.contains("3 of 3"))
        bench.press("<a-left>")
        #expect(bench.screen.contains("2 of 3"))
    }
}
