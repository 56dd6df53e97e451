import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words

/// The same screens as they are read in Chinese.
@Suite struct ChineseScreens {
    private func bench(_ settings: LaneSettings = .practice) -> TestBench {
        TestBench(settings: settings, language: .chinese)
    }

    @Test func aStart() throws {
        let bench = bench()
        var transcript = Transcript("zh-start")
        transcript.show(bench, "practice", .wide, .medium, .tooSmall)
        bench.press("<a-3>", "<right>", "<down>", "<a-z>")
        transcript.show(bench, "parameters", .wide, .medium)
        try transcript.check()
    }

    @Test func aConversationWithItsTraffic() throws {
        let bench = bench()
        bench.send("用一句话解释核采样。")
        transcriptOfAnAnswer(on: bench)
        var transcript = Transcript("zh-traffic")
        transcript.show(bench, "answered", .wide, .medium)
        bench.press("<a-4>", "<right>", "<right>")
        transcript.show(bench, "response", .wide)
        bench.press("<a-c>")
        transcript.show(bench, "two lanes", .wide)
        try transcript.check()
    }

    private func transcriptOfAnAnswer(on bench: TestBench) {
        bench.arrive(Chunk.role() + Chunk.thinking("先想想什么是核。"), at: 0.41)
        bench.arrive(Chunk.content("只在累计概率到 p 的那些词里抽样。"), at: 1.5)
        bench.arrive("data: {broken\n\n" + Chunk.finish("length"), at: 1.6)
        let usage = Chunk.usage(prompt: 14, answer: 24, thinking: 9, cached: 8)
        bench.arrive(usage + Chunk.done, at: 1.7)
        bench.end(at: 1.8)
    }

    @Test func aFailureAndWhatToDo() throws {
        let bench = bench(LaneSettings(provider: "ppio", model: "deepseek/v3"))
        bench.send("你好")
        let headers = [Header("content-type", "application/json"), Header("Retry-After", "18")]
        bench.perform(.head(429, headers, at: .milliseconds(80)))
        bench.arrive(#"{"error":{"message":"请求过于频繁","code":"rate_limit_exceeded"}}"#)
        bench.end()
        var transcript = Transcript("zh-failure")
        transcript.show(bench, "18 seconds to wait", .wide, .medium)
        bench.press("<a-m>")
        transcript.show(bench, "the whole message", .medium)
        try transcript.check()
    }

    @Test func helpCommandsAndLeaving() throws {
        let bench = bench()
        bench.press("<f1>")
        var transcript = Transcript("zh-help")
        transcript.show(bench, "help", .wide, .medium)
        bench.press("<esc>", "<c-p>")
        bench.type("泳道")
        transcript.show(bench, "palette", .medium)
        bench.press("<esc>")
        bench.type("还没有发送")
        bench.press("<c-q>")
        transcript.show(bench, "quit", .wide, .medium)
        try transcript.check()
    }

    /// A session that was recorded in English is read in Chinese: what is stored are facts.
    @Test func anEarlierFailureIsReadInTheLanguageOfTheDay() {
        let bench = bench()
        bench.send("你好")
        let cause = Failure.Cause(.refused, at: "127.0.0.1:8000")
        bench.end(Failure(.transport, cause, phase: .connect))
        #expect(bench.screen.contains("没有连上"))
        #expect(!bench.screen.contains("connection refused"))
    }
}
