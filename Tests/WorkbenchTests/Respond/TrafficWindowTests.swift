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
