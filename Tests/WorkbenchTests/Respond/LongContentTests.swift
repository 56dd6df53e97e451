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

    @Test func whatIsBelowIsCountedExactly() throws {
        let bench = opened(turns: 200)
        bench.press("<a-2>", "<a-z>", "k")
        #expect(try linesBelow(bench) == 1)
        bench.resize(to: .medium)
        let narrow = opened(turns: 200, .medium)
        bench.press("G")
        narrow.press("<a-2>", "<a-z>")
        #expect(bench.screen == narrow.screen)
    }

    /// Where each turn begins is kept while one looks at the middle, and the end goes on growing.
    @Test func whatComesWhileOneLooksElsewhereIsCounted() throws {
        let bench = opened(turns: 40)
        bench.send("more?")
        bench.press("<a-2>", "<a-z>", "g")
        var below = try linesBelow(bench)
        for text in ["one\n\ntwo\n\n", "three\n\nfour"] {
            bench.arrive(Chunk.content(text))
            let more = try linesBelow(bench)
            #expect(more > below)
            below = more
        }
        bench.resize(to: .medium)
        let narrow = try linesBelow(bench)
        bench.press("G", "g")
        #expect(try linesBelow(bench) == narrow)
        bench.resize(to: .wide)
        #expect(try linesBelow(bench) == below)
    }

    /// Of the conversation, where nothing else is on the screen.
    private func linesBelow(_ bench: TestBench) throws -> Int {
        let found = try #require(bench.screen.firstMatch(of: /↓ (\d+) more/))
        return try #require(Int(found.1))
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

    /// It is looked at in every frame, also where it is not in view.
    @Test func whatIsSelectedIsKeptAtTheEndToo() {
        let bench = opened(turns: 200)
        bench.press("<a-2>", "g")
        let copied = bench.drag("number 0", "number 3")
        bench.press("G")
        bench.resize(to: .medium)
        #expect(bench.screen.contains("number 199"))
        #expect(bench.state.current.transcript.entries.prefix(4).filter(\.isLaidOut).count == 4)
        #expect(laidOut(in: bench) < 60)
        #expect(bench.press("y") == copied && !copied.isEmpty)
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
