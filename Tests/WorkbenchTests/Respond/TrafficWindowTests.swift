import ChatCompletions
import ScreenKit
import Support
import Testing
import Workbench

/// What the traffic pane shows is read and wrapped once, and only where it is seen.
@Suite struct TrafficWindowTests {
    private let bench = TestBench()
    private let words = String(repeating: "seventeen bytes. ", count: 53_000)

    private func begin() {
        bench.send("A long one?")
        bench.perform(.head(200, [Header("Content-Type", "text/event-stream")], at: .seconds(0.1)))
    }

    private var pane: TrafficPane { bench.state.screen.traffic }

    @Test func aLongEventIsLaidOutOnce() {
        begin()
        bench.arrive(Chunk.content(words))
        bench.press("<a-4>", "<enter>")
        #expect(bench.screen.contains("event 0 · data · 0.500 s"))
        #expect(bench.screen.contains("more"))
        let (makings, wrapped) = (pane.page.makings, pane.page.linesWrapped)
        #expect(makings == 1)
        #expect(wrapped > 10_000)
        for _ in 0..<20 {
            bench.press("j")
            _ = bench.frame
        }
        bench.press("<end>")
        #expect(bench.screen.contains("bytes. \""))
        bench.press("<pageup>", "<home>")
        #expect(bench.screen.contains("event 0 · data"))
        #expect(pane.page.makings == makings)
        // The few lines beside it are wrapped again when they come into view.
        #expect(pane.page.linesWrapped < wrapped + 50)
    }

    /// While more comes, what is open of an event stays as it is.
    @Test func whatArrivesLeavesAnOpenEventAlone() {
        begin()
        bench.arrive(Chunk.content(words))
        bench.press("<a-4>", "<home>", "<enter>")
        _ = bench.frame
        let wrapped = pane.page.linesWrapped
        for _ in 0..<10 {
            bench.arrive(Chunk.content("more"))
            _ = bench.frame
        }
        #expect(pane.page.makings == 1)
        #expect(pane.page.linesWrapped == wrapped)
    }

    @Test func anEventOfTheListIsReadOnceWhileItIsInView() {
        begin()
        bench.arrive(Chunk.content(words) + Chunk.content("a") + Chunk.content("b"))
        bench.press("<a-4>")
        for _ in 0..<10 { _ = bench.frame }
        #expect(pane.list.eventsRead == 3)
        bench.arrive(Chunk.content("c"))
        #expect(bench.screen.contains(#""c""#))
        #expect(pane.list.eventsRead == 4)
    }

    /// What the latest did is known; of an earlier one it is read again.
    @Test func whatAnEventDidIsSaidAlikeLateAndEarly() {
        begin()
        let tool = #"{"choices":[{"delta":{"tool_calls":[{"function":{"name":"f"}}]}}]}"#
        let chunks = [
            Chunk.role(), Chunk.thinking("hm"), Chunk.content("a\nb"), Chunk.content("温度"),
            Chunk.content("c", choice: 1), "data: \(tool)\n\n", "data: {\"x\":1}\n\n",
            Chunk.finish(), Chunk.usage(prompt: 1, answer: 2),
        ]
        for chunk in chunks { bench.arrive(chunk) }
        bench.press("<a-4>", "<a-z>", "<home>")
        let early = bench.screen
        #expect(early.contains("温度") && early.contains("finish"))
        let latest = { self.bench.state.current.take?.log.rows.first?.delta }
        #expect(latest() != nil)
        for _ in 0...EventLog.deltaLimit { bench.arrive(Chunk.comment) }
        #expect(latest() == nil)
        let (before, after) = (early.rows(chunks.count), bench.screen.rows(chunks.count))
        #expect(before == after && !before.isEmpty)
    }

    @Test func theEventThatIsPressedStaysUnderTheMouse() {
        begin()
        for number in 0..<60 { bench.arrive(Chunk.content("word\(number)")) }
        bench.press("<a-4>")
        let place = bench.find("\"word51\"")
        bench.click(on: "\"word51\"")
        #expect(pane.selected == 51)
        #expect(bench.find("\"word51\"") == place)
        bench.arrive(Chunk.content("more"))
        #expect(bench.find("\"word51\"") == place)
        bench.mouse(.press, at: place)
        #expect(pane.unfolded == 51)
        bench.press("<enter>")
        // A lower pane shows it as well.
        bench.click(on: "\"word52\"")
        bench.resize(to: Size(rows: 28, columns: 120))
        #expect(bench.screen.contains("\"word52\""))
    }

    /// The response grows while it is looked at.
    @Test func theResponseFollowsWhatComes() {
        begin()
        bench.press("<a-4>", "<right>", "<right>")
        #expect(!bench.screen.contains("service_tier"))
        bench.arrive("data: {\"service_tier\":\"flex\",\"choices\":[]}\n\n")
        #expect(bench.screen.contains("service_tier flex"))
        for _ in 0..<10 { _ = bench.frame }
        #expect(pane.page.makings == 2)
    }
}

extension String {
    /// The rows of the list of events on a screen: the first ones.
    fileprivate func rows(_ count: Int) -> [Substring] {
        Array(split(separator: "\n").filter { $0.contains("0.500") }.prefix(count))
    }
}
