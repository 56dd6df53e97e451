import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// What the conversation looks like, from the first start on.
@Suite struct ConversationScreens {
    @Test func aStart() throws {
        var transcript = Transcript("start")
        transcript.show(
            TestBench(), "practice", .wide, .medium, .small, .smallest, .tooSmall, .large)
        let settings = LaneSettings(provider: "ppio", model: "")
        transcript.show(TestBench(settings: settings), "no model", .medium)
        try transcript.check()
    }

    @Test func chineseEmojiAndMarksAreAligned() throws {
        let bench = TestBench()
        bench.send("用一句话解释 top_p，好吗？")
        var transcript = Transcript("chinese")
        transcript.show(bench, "waiting", .medium)
        bench.arrive(Chunk.role() + Chunk.content("top_p 是把候选词按概率从高到低累加"), at: 0.41)
        bench.arrive(Chunk.content("……，只在累计到 p 的那些词里抽样。「"), at: 0.43)
        transcript.show(bench, "streaming", .wide, .medium, .small, .smallest)
        bench.arrive(Chunk.content("核」👩‍👩‍👧‍👦 🇨🇳 ❤️ e\u{301}tude ṩ̂ क्षि 👍🏽 ～（括号）"), at: 0.5)
        bench.arrive(Chunk.finish() + Chunk.usage(prompt: 31, answer: 92) + Chunk.done, at: 0.9)
        bench.end()
        transcript.show(bench, "finished", .wide, .medium, .small, .smallest, .large)
        try transcript.check()
    }

    @Test func aModernTerminalShowsClustersAsTheyAre() throws {
        let bench = TestBench(.medium, widths: .modern)
        bench.send("👩‍👩‍👧‍👦？")
        bench.answer("👩‍👩‍👧‍👦 🇨🇳 ❤️ e\u{301}tude 👍🏽")
        var transcript = Transcript("modern")
        transcript.show(bench, "finished", .medium)
        try transcript.check()
    }

    @Test func thinkingIsOpenWhileItComesAndFoldedAfterwards() throws {
        let bench = TestBench()
        bench.send("Is 91 prime?")
        bench.arrive(Chunk.thinking("7 × 13 = 91, so there are "), at: 0.3)
        var transcript = Transcript("thinking")
        transcript.show(bench, "thinking", .medium)
        bench.arrive(Chunk.thinking("divisors.\n\nTwo of them."), at: 0.4)
        bench.arrive(Chunk.content("No: 7 × 13."), at: 0.5)
        transcript.show(bench, "answering", .medium)
        let usage = Chunk.usage(prompt: 12, answer: 30, thinking: 21, cached: 4)
        bench.arrive(Chunk.finish() + usage + Chunk.done, at: 0.6)
        bench.end()
        bench.press("<a-t>")
        transcript.show(bench, "unfolded", .wide, .small)
        bench.press("<a-t>")
        transcript.show(bench, "folded", .medium)
        try transcript.check()
    }

    @Test func severalChoicesAreShownOneByOne() throws {
        let bench = TestBench()
        bench.state.session.lanes[0].settings.parameters["n"] = 2
        bench.send("Heads or tails?")
        bench.arrive(Chunk.content("Heads.") + Chunk.content("Tails.", choice: 1), at: 0.4)
        bench.arrive(Chunk.finish() + Chunk.finish(choice: 1) + Chunk.done, at: 0.5)
        bench.end()
        var transcript = Transcript("choices")
        transcript.show(bench, "first", .medium)
        bench.press("<a-o>")
        transcript.show(bench, "second", .medium)
        bench.press("<a-2>", "K")
        transcript.show(bench, "selected", .wide)
        let chinese = TestBench(language: .chinese)
        chinese.send("正面还是反面？")
        chinese.arrive(Chunk.content("正面。") + Chunk.content("反面。", choice: 1), at: 0.4)
        chinese.arrive(Chunk.finish() + Chunk.finish(choice: 1) + Chunk.done, at: 0.5)
        chinese.end()
        chinese.press("<a-o>", "<a-2>", "K")
        transcript.show(chinese, "in Chinese", .medium)
        try transcript.check()
    }

    @Test func anAnswerThatWasCutWithinItsCodeGoesOn() throws {
        let bench = TestBench()
        bench.send("怎么数？")
        bench.arrive(
            Chunk.content("1. 先**看\n\n   ```swift\n   for n in 1...3 { pr")
                + Chunk.finish("length") + Chunk.done)
        bench.end()
        bench.press("<a-2>", "c")
        bench.answer("int(n) } // 数\n   ```\n2. 再**想**。")
        var transcript = Transcript("continued")
        transcript.show(bench, "as one text", .medium)
        bench.press("m")
        transcript.show(bench, "as it came", .medium)
        try transcript.check()
    }

    @Test func aLongConversationScrolls() throws {
        let bench = TestBench(.medium)
        bench.send("Count.")
        bench.answer((1...60).map { "line \($0)" }.joined(separator: "\n"))
        var transcript = Transcript("scrolling")
        transcript.show(bench, "end", .medium)
        bench.press("<pageup>")
        transcript.show(bench, "page up", .medium)
        bench.press("<a-2>", "g")
        transcript.show(bench, "start", .medium)
        bench.press("j", "j", "<c-d>")
        transcript.show(bench, "two lines and half a page down", .medium)
        try transcript.check()
    }

    /// What a model says is text, whatever it would do to a terminal.
    @Test func hostileTextIsShownAndNeverObeyed() throws {
        let bench = TestBench()
        bench.send("Attack!")
        let hostile = [
            "\u{1B}[2J\u{1B}]52;c;ZXZpbA==\u{07} screen", "safe\rEVIL overprint", "back\u{8}\u{8}",
            "\u{202E}desrever\u{202C} \u{2066}isolate\u{2069}", "C1 \u{9B}31m \u{90}q\u{9C}",
            "zero\u{200B}width \u{FEFF}bom \u{AD}soft", "nul\u{0} del\u{7F} \u{2028}line",
            "z" + String(repeating: "\u{336}", count: 12) + "algo", "tag \u{E0041}\u{E0042}",
        ]
        bench.arrive(Chunk.content(hostile.joined(separator: "\n")), at: 0.4)
        var transcript = Transcript("hostile")
        transcript.show(bench, "streaming", .wide, .small)
        bench.arrive(": \u{1B}]0;title\u{07}\n\n" + Chunk.finish("\u{1B}c") + Chunk.done, at: 0.5)
        bench.end()
        transcript.show(bench, "finished", .wide)
        bench.press("<a-4>", "<home>", "<enter>")
        transcript.show(bench, "unfolded event", .wide)
        try transcript.check()
    }
}
