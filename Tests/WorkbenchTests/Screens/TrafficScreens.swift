import ChatCompletions
import ScreenKit
import Support
import Testing

/// What went over the wire, tab by tab, and its figures.
@Suite struct TrafficScreens {
    private func answered() -> TestBench {
        let bench = TestBench()
        bench.send("One plus one?")
        let headers = [Header("Content-Type", "text/event-stream"), Header("X-Request-Id", "r-1")]
        bench.perform(.head(200, headers, at: .milliseconds(120)))
        bench.arrive(Chunk.role() + Chunk.comment, at: 0.12)
        for (place, word) in ["Two", ", ", "of ", "course."].enumerated() {
            bench.arrive(Chunk.content(word), at: 0.4 + 0.05 * Double(place * place))
        }
        let details =
            #"{"id":"chatcmpl-7","system_fingerprint":"fp_1","service_tier":"default","choices":[],"#
            + #""timings":{"prompt_ms":11.5,"predicted_ms":400}}"#
        bench.arrive("data: \(details)\n\n", at: 0.88)
        bench.arrive("data: {broken\n\n" + Chunk.finish(), at: 0.9)
        let usage = Chunk.usage(prompt: 14, answer: 4, thinking: 0, cached: 8)
        bench.arrive(usage + Chunk.done, at: 0.91)
        bench.end(at: 0.95)
        return bench
    }

    @Test func everyTabHasItsScreen() throws {
        let bench = answered()
        bench.press("<a-4>")
        var transcript = Transcript("traffic")
        transcript.show(bench, "events", .wide, .medium, .small, .smallest)
        bench.press("<right>")
        transcript.show(bench, "request", .wide, .medium)
        bench.press("<right>")
        transcript.show(bench, "response", .wide, .small)
        try transcript.check()
    }

    @Test func anEventUnfoldsToItsJSON() throws {
        let bench = answered()
        bench.press("<a-4>", "<home>", "j", "j")
        var transcript = Transcript("event")
        transcript.show(bench, "selected", .wide)
        bench.press("<enter>")
        transcript.show(bench, "unfolded", .wide, .medium)
        try transcript.check()
    }

    @Test func theNextRequestIsShownBeforeItIsSent() throws {
        let bench = answered()
        bench.type("And one more?")
        bench.press("<a-3>", "<right>", "<a-r>")
        var transcript = Transcript("preview")
        transcript.show(bench, "next request", .wide, .medium)
        try transcript.check()
    }

    @Test func figuresFollowAnAnswer() throws {
        let bench = answered()
        bench.press("<a-5>")
        var transcript = Transcript("usage")
        transcript.show(bench, "usage", .wide, .medium, .small, .smallest)
        try transcript.check()
    }
}
