import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Variables found in a prompt, and the form for their values.
@Suite struct VariablesScreens {
    @Test func variablesOfAPrompt() throws {
        let bench = TestBench()
        bench.state.current.system = "You are {{role}}."
        bench.type("Explain {{topic}} to {{reader}}, with the example of {{case}}.")
        var transcript = Transcript("variables")
        transcript.show(bench, "found while typing", .wide, .medium, .smallest)
        bench.press("<enter>")
        bench.type("entropy")
        bench.press("<enter>")
        bench.paste("a child of nine\nwho asks why")
        bench.press("<enter>", "<enter>")
        transcript.show(bench, "the form", .wide, .medium, .smallest)
        bench.type("a teacher")
        bench.press("<esc>")
        transcript.show(bench, "left", .wide, .medium)
        bench.press("<a-k>")
        transcript.show(bench, "to be set", .medium)
        try transcript.check()
    }

    @Test func variablesInChinese() throws {
        let bench = TestBench(language: .chinese)
        bench.type("用{{题材}}的口吻，给{{读者}}解释{{主题}}。")
        var transcript = Transcript("zh-variables")
        transcript.show(bench, "输入时", .wide, .medium)
        bench.press("<enter>")
        bench.type("天气预报")
        bench.press("<enter>", "<enter>")
        transcript.show(bench, "填写", .wide, .medium)
        try transcript.check()
    }
}
