import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// What goes wrong says so where it happened, and keeps what came.
@Suite struct FailureScreens {
    private static let json = [Header("content-type", "application/json")]

    @Test func aRefusedKey() throws {
        let bench = TestBench(settings: LaneSettings(provider: "ppio", model: "deepseek/v3"))
        bench.send("你好")
        bench.perform(.head(401, Self.json, at: .milliseconds(80)))
        bench.arrive(
            #"{"error":{"message":"Incorrect API key provided: sk-•••","code":"invalid_api_key"}}"#)
        bench.end()
        var transcript = Transcript("refused-key")
        transcript.show(bench, "401", .wide, .medium, .smallest)
        bench.press("<a-m>")
        transcript.show(bench, "the whole message", .medium)
        bench.press("<esc>", "<a-4>", "<left>")
        transcript.show(bench, "response", .wide)
        try transcript.check()
    }

    @Test func aStreamThatIsCut() throws {
        let bench = TestBench()
        bench.send("Tell me a story.")
        bench.arrive(Chunk.content("Once upon a ti"))
        bench.end(Failure(.transport, "the server closed the connection", phase: .body))
        var transcript = Transcript("cut")
        transcript.show(bench, "cut", .wide, .medium)
        try transcript.check()
    }

    @Test func aRedirect() throws {
        let bench = TestBench()
        bench.send("Hello?")
        let headers = [Header("Location", "https://example.com/v1/chat/completions")]
        bench.perform(.head(302, headers, at: .milliseconds(20)))
        bench.end()
        var transcript = Transcript("redirect")
        transcript.show(bench, "302", .wide)
        try transcript.check()
    }

    @Test func aRateLimitCountsDown() throws {
        let bench = TestBench(settings: LaneSettings(provider: "ppio", model: "deepseek/v3"))
        bench.send("你好")
        let headers = Self.json + [Header("Retry-After", "18")]
        bench.perform(.head(429, headers, at: .milliseconds(80)))
        bench.arrive(#"{"error":{"message":"请求过于频繁，请稍后再试 🐢","code":"rate_limit_exceeded"}}"#)
        bench.end()
        var transcript = Transcript("rate-limit")
        transcript.show(bench, "18 seconds to wait", .wide, .medium, .smallest)
        bench.wait(seconds: 5)
        bench.press("<a-w>")
        transcript.show(bench, "taken", .wide, .medium)
        try transcript.check()
    }

    @Test func aRefusedConnection() throws {
        let bench = TestBench()
        bench.send("Hello?")
        bench.end(Failure(.transport, "connection refused", phase: .connect))
        var transcript = Transcript("refused-connection")
        transcript.show(bench, "refused", .wide, .small)
        try transcript.check()
    }

    @Test func aStoppedAnswerKeepsWhatCame() throws {
        let bench = TestBench()
        bench.send("Count to a million.")
        bench.arrive(Chunk.content("1 2 3 4"))
        bench.press("<esc>")
        var transcript = Transcript("stopped")
        transcript.show(bench, "stopping", .medium)
        bench.end(.stopped)
        transcript.show(bench, "stopped", .wide, .medium)
        try transcript.check()
    }

    @Test func anInterruptedAnswerSaysSo() throws {
        let bench = TestBench()
        bench.respond(to: .restored(.interrupted))
        var transcript = Transcript("interrupted")
        transcript.show(bench, "restored", .wide, .medium)
        try transcript.check()
    }

    @Test func aLibraryThatCannotSave() throws {
        let bench = TestBench()
        bench.respond(
            to: .libraryProblem(Phrase(verbatim: "not saved, the disk is full (disk I/O error).")))
        var transcript = Transcript("not-saved")
        transcript.show(bench, "full", .wide, .small)
        bench.respond(to: .libraryProblem(nil))
        transcript.show(bench, "room again", .small)
        try transcript.check()
    }
}
