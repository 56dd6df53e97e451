import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// What lies over the panes.
@Suite struct OverlayScreens {
    @Test func thePaletteNarrows() throws {
        let bench = TestBench()
        bench.press("<c-p>")
        var transcript = Transcript("palette")
        transcript.show(bench, "all", .wide, .smallest)
        bench.type("lane adopt")
        transcript.show(bench, "lane adopt", .wide, .medium)
        bench.type(" no such thing")
        transcript.show(bench, "nothing", .medium)
        try transcript.check()
    }

    @Test func helpForWhereOneIs() throws {
        let bench = TestBench()
        bench.press("<f1>")
        var transcript = Transcript("help")
        transcript.show(bench, "in the prompt", .wide)
        bench.press("<esc>", "<a-4>", "?")
        transcript.show(bench, "in traffic", .medium)
        try transcript.check()
    }

    @Test func theSessions() throws {
        let bench = TestBench()
        bench.press("<c-o>")
        var transcript = Transcript("sessions")
        transcript.show(bench, "loading", .medium)
        bench.list(SessionSummary.samples)
        transcript.show(bench, "sessions", .wide, .medium, .small)
        bench.type("采样")
        bench.list(SessionSummary.samples)
        transcript.show(bench, "narrowed", .medium)
        try transcript.check()
    }

    @Test func providersAndModels() throws {
        let bench = TestBench()
        bench.press("<c-t>")
        var transcript = Transcript("chooser")
        transcript.show(bench, "providers", .wide)
        bench.type("ppio")
        bench.press("<enter>")
        transcript.show(bench, "models, loading", .medium)
        let names = ["deepseek/deepseek-v3", "qwen/qwen3-8b"]
        bench.respond(to: .models(provider: "ppio", .success(names)))
        transcript.show(bench, "models", .medium)
        bench.type("my-model")
        transcript.show(bench, "free choice", .medium)
        try transcript.check()
    }

    @Test func theQuestionBeforeQuitting() throws {
        let bench = TestBench()
        bench.type("not sent yet")
        bench.press("<c-q>")
        var transcript = Transcript("quit")
        transcript.show(bench, "unsent", .wide, .smallest)
        bench.press("<esc>", "<enter>", "<c-q>")
        transcript.show(bench, "running", .medium)
        try transcript.check()
    }

    @Test func theSystemPrompt() throws {
        let bench = TestBench()
        bench.press("<a-y>")
        bench.paste("You are a careful teacher.\n回答要短。")
        var transcript = Transcript("system")
        transcript.show(bench, "editing", .wide, .smallest)
        bench.press("<c-s>")
        transcript.show(bench, "kept", .medium)
        try transcript.check()
    }
}
