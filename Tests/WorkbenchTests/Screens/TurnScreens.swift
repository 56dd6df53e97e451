import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Turns that are selected, changed and asked again.
@Suite struct TurnScreens {
    @Test func turnsAndTheirSiblings() throws {
        let bench = TestBench()
        bench.state.current.system = "Be brief."
        bench.send("Why is the sky dark at night?")
        bench.answer("Because the universe is young.")
        bench.send("And what does its expansion add?")
        bench.answer("It shifts old light out of sight.\n\nSo both are needed.")
        bench.press("<a-2>", "K")
        var transcript = Transcript("turns")
        transcript.show(bench, "the last turn is selected", .wide, .medium, .smallest)
        bench.press("K", "K", "r")
        bench.answer("Because light takes time.")
        bench.press("K")
        transcript.show(bench, "another answer", .medium)
        bench.press("<lt>")
        transcript.show(bench, "the answer before, with what followed", .wide, .medium)
        bench.press("K", "x")
        transcript.show(bench, "left out", .medium)
        bench.press("x", "J", "J", "e")
        bench.type(" In one sentence.")
        transcript.show(bench, "editing", .wide, .medium, .small)
        try transcript.check()
    }

    @Test func turnsInChinese() throws {
        let bench = TestBench(language: .chinese)
        bench.press("<a-c>")
        bench.send("夜空为什么是黑的？")
        bench.answer("因为宇宙有年龄，远处的光还没有到。", lane: 0)
        bench.answer("因为光要走很久，而且宇宙在膨胀，光被拉长了。", lane: 1)
        bench.press("<a-2>", "K")
        var transcript = Transcript("zh-turns")
        transcript.show(bench, "two lanes", .wide, .medium)
        bench.press("e")
        bench.type("只说一句。")
        transcript.show(bench, "editing", .wide, .medium)
        try transcript.check()
    }
}
