import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// Models side by side.
@Suite struct LaneScreens {
    private func lanes(_ count: Int) -> TestBench {
        let bench = TestBench()
        bench.state.open(
            lanes: (0..<count).map { place in
                let models = ["practice", "practice-thinking", "practice-bigram", "practice"]
                var settings = LaneSettings(provider: "practice", model: models[place])
                settings.parameters["temperature"] = .number(Double(place) * 0.5)
                settings.parameters["top_p"] = 0.9
                if place == 2 { settings.parameters["seed"] = 7 }
                return settings
            })
        return bench
    }

    @Test func twoLanesFromTheFirst() throws {
        let bench = TestBench()
        bench.press("<a-c>")
        var transcript = Transcript("lane-added")
        transcript.show(bench, "added", .wide, .medium)
        try transcript.check()
    }

    @Test(arguments: [2, 3, 4])
    func lanesStreamSideBySide(_ count: Int) throws {
        let bench = lanes(count)
        bench.send("比较一下：what is entropy?")
        for lane in 0..<count {
            bench.arrive(Chunk.content("Lane \(lane) says 熵 "), at: 0.2 + Double(lane), lane: lane)
            bench.arrive(
                Chunk.content("is what one does not know."), at: 1 + Double(lane), lane: lane)
        }
        bench.arrive(Chunk.finish() + Chunk.usage(prompt: 9, answer: 20) + Chunk.done, at: 2)
        bench.end(at: 2)
        var transcript = Transcript("lanes-\(count)")
        transcript.show(bench, "streaming", .wide, .medium, .small, .smallest, .large)
        bench.press("<a-right>", "<a-i>")
        transcript.show(bench, "zoomed lane", .wide)
        bench.press("<a-i>", "<a-z>")
        transcript.show(bench, "zoomed pane", .wide, .medium)
        try transcript.check()
    }

    @Test(arguments: ["<a-3>", "<a-4>", "<a-5>"])
    func everyPaneZooms(_ key: String) throws {
        let bench = lanes(1)
        bench.send("Hello.")
        bench.answer("Hello yourself.")
        bench.press(key, "<a-z>")
        var transcript = Transcript("zoom-\(bench.state.screen.focus.name)")
        transcript.show(bench, "zoomed", .medium, .smallest)
        try transcript.check()
    }
}
