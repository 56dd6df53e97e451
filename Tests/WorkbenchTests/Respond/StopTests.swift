import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Stopping, stepping back and leaving.
@Suite struct StopTests {
    @Test func escStopsTheAnswer() throws {
        let bench = TestBench()
        bench.send("Count.")
        bench.arrive(Chunk.content("1 2"))
        let exchange = try #require(bench.starts.first?.exchange)
        #expect(bench.press("<esc>") == [.cancel(exchange)])
        #expect(bench.state.isRunning)
        bench.end(.stopped)
        let answer = bench.state.session.tree.turns.last
        #expect(answer?.state == .stopped)
        #expect(answer?.message.content == "1 2")
        #expect(bench.state.screen.notice == nil)
    }

    @Test func escStopsTheOtherLanesOnceThisOneIsStopped() throws {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("Count.")
        let exchanges = bench.starts.map(\.exchange)
        #expect(bench.press("<esc>") == [.cancel(exchanges[1])])
        bench.end(.stopped, lane: 1)
        #expect(bench.press("<esc>") == [.cancel(exchanges[0])])
    }

    @Test func ctrlCStopsEveryLane() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("Count.")
        #expect(bench.press("<c-c>") == bench.starts.map { .cancel($0.exchange) })
        #expect(bench.starts.count == 2)
    }

    @Test func ctrlCSaysHowToQuitWhenNothingRuns() {
        let bench = TestBench()
        #expect(bench.press("<c-c>") == [])
        #expect(bench.state.screen.notice?.text.english == "Nothing is running. ctrl-q quits.")
    }

    @Test func escTakesOneStepAtATimeAndNeverQuits() {
        let bench = TestBench()
        bench.send("Count.")
        bench.arrive(Chunk.content("1"))
        bench.press("<a-4>", "<enter>", "<a-z>", "<c-p>")
        #expect(bench.press("<esc>") == [])
        #expect(bench.state.screen.dialogs.isEmpty)
        #expect(bench.press("<esc>") == [])
        #expect(bench.state.screen.zoomed == nil)
        #expect(bench.press("<esc>") == bench.starts.map { .cancel($0.exchange) })
        bench.end(.stopped)
        #expect(bench.press("<esc>") == [])
        #expect(bench.state.screen.traffic.unfolded == nil)
        #expect(bench.press("<esc>", "<esc>", "<esc>") == [])
        #expect(bench.state.screen.focus == .composer)
    }

    @Test func quittingAsksWhenSomethingWouldBeLost() {
        let bench = TestBench()
        #expect(bench.press("<c-q>") == [.quit])
        let typed = TestBench()
        typed.type("half a thought")
        #expect(typed.press("<c-q>") == [])
        #expect(typed.press("n") == [])
        #expect(typed.state.screen.dialogs.isEmpty)
        #expect(typed.press("<c-q>", "y") == [.quit])
        let running = TestBench()
        running.send("Count.")
        #expect(running.press("<c-q>") == [])
        #expect(running.press("<enter>") == running.starts.map { .cancel($0.exchange) } + [.quit])
    }

    @Test func aSignalAndALostTerminalQuitWithoutAsking() {
        let bench = TestBench()
        bench.send("Count.")
        let expected = bench.starts.map { Effect.cancel($0.exchange) } + [.quit]
        #expect(bench.respond(to: .terminate) == expected)
        let lost = TestBench()
        lost.type("half a thought")
        #expect(lost.respond(to: .input(.closed)) == [.quit])
    }

    @Test func lateEventsOfAnotherExchangeChangeNothing() {
        let bench = TestBench()
        bench.send("Count.")
        let stranger = ExchangeID(rawValue: "stranger")
        bench.respond(to: .exchange(stranger, [.ended(ExchangeEnd())]))
        #expect(bench.state.isRunning)
    }
}
