import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// What is not seen costs nothing: counted, not timed.
@Suite struct LongContentTests {
    @Test func ofALongSessionWhatIsSeenIsLaidOut() {
        let bench = opened(turns: 2_000)
        #expect(bench.screen.contains("number 1999"))
        #expect((1..<60).contains(laidOut(in: bench)))
        let before = laidOut(in: bench)
        bench.type("x")
        _ = bench.frame
        #expect(laidOut(in: bench) == before)
    }

    @Test func theEndIsTheSameHoweverItWasReached() {
        let bench = opened(turns: 200)
        let end = bench.screen
        bench.press("<a-2>", "g")
        #expect(bench.screen.contains("number 0"))
        #expect(laidOut(in: bench) == 200)
        bench.press("G", "<a-1>")
        #expect(bench.screen == end)
    }

    @Test func whatIsBelowIsCountedExactly() {
        let bench = opened(turns: 200)
        bench.press("<a-2>", "k")
        #expect(bench.screen.contains("↓ 1 more"))
        bench.resize(to: .medium)
        let narrow = opened(turns: 200, .medium)
        bench.press("G")
        narrow.press("<a-2>")
        #expect(bench.screen == narrow.screen)
    }

    @Test func aKeyInALongPromptLaysOutItsOwnRows() {
        let bench = TestBench()
        bench.paste(String(repeating: "a line of a long prompt, 一行提示词\n", count: 5_000))
        _ = bench.frame
        let before = bench.state.screen.composer.buffer.rowsLaidOut
        #expect(before >= 5_000)
        bench.type("x")
        bench.press("<up>")
        _ = bench.frame
        #expect(bench.state.screen.composer.buffer.rowsLaidOut - before < 10)
    }

    private func laidOut(in bench: TestBench) -> Int {
        bench.state.current.transcript.entries.count(where: \.isLaidOut)
    }

    private func opened(turns count: Int, _ size: Size = .wide) -> TestBench {
        var turns: [Turn] = []
        for number in 0..<count {
            turns.append(
                Turn(
                    id: TurnID(rawValue: "\(number)"), parent: turns.last?.id,
                    message: Message(
                        number.isMultiple(of: 2) ? .user : .assistant, "number \(number)"),
                    created: .today))
        }
        let bench = TestBench(size)
        bench.respond(
            to: .opened(
                Session(
                    id: SessionID(rawValue: "s"), title: "long", created: .today, updated: .today,
                    settings: .practice, turns: turns, head: turns.last?.id)))
        return bench
    }
}
