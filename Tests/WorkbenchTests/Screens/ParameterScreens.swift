import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// What the knobs look like: set, not sent, outside of their range, being typed.
@Suite struct ParameterScreens {
    @Test func setAndNotSentDiffer() throws {
        let bench = TestBench()
        bench.press("<a-3>")
        var transcript = Transcript("parameters")
        transcript.show(bench, "none set", .wide, .medium, .small, .smallest)
        bench.press("<right>", "<right>", "<down>", "<left>", "<down>", "5", "1", "2", "<enter>")
        bench.state.session.lanes[0].settings.parameters["stop"] = ["\n\n", "。"]
        bench.state.session.lanes[0].settings.parameters["response_format"] = "json_object"
        bench.state.session.lanes[0].settings.parameters["stream"] = false
        transcript.show(bench, "some set", .wide, .medium, .small)
        try transcript.check()
    }

    @Test func aValueOutsideItsRangeIsMarked() throws {
        let bench = TestBench()
        bench.press("<a-3>", "5", "<enter>")
        var transcript = Transcript("outside")
        transcript.show(bench, "temperature 5", .wide, .medium)
        try transcript.check()
    }

    @Test func aValueIsTypedInItsPlace() throws {
        let bench = TestBench()
        bench.press("<a-3>", "0", ".", "3")
        var transcript = Transcript("typing")
        transcript.show(bench, "typing", .wide, .medium)
        bench.press("x", "<enter>")
        transcript.show(bench, "no number", .wide)
        bench.press("<backspace>", "<enter>")
        transcript.show(bench, "taken", .wide)
        try transcript.check()
    }

    @Test func aProvidersDefaultsAreShown() throws {
        let settings = LaneSettings(provider: "ppio", model: "deepseek/deepseek-r1-turbo")
        let bench = TestBench(settings: settings)
        bench.press("<a-3>", "<a-z>")
        var transcript = Transcript("ppio")
        transcript.show(bench, "zoomed", .wide, .small)
        try transcript.check()
    }
}
