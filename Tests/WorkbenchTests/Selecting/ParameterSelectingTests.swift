import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// Text selected in the parameters.
@Suite struct ParameterSelectingTests {
    private func bench(_ size: Size = .wide) -> TestBench {
        let bench = TestBench(
            size, settings: LaneSettings(provider: "ppio", model: "deepseek/v3"))
        bench.state.current.settings.parameters["temperature"] = 0.7
        bench.state.current.settings.parameters["stop"] = ["\n", "结束"]
        bench.press("<a-3>")
        _ = bench.frame
        return bench
    }

    @Test func rowsAreTextWithoutTheirBars() {
        let bench = bench()
        guard case .copy(let text)? = bench.drag("temperature", "stop").first else {
            Issue.record("nothing was copied")
            return
        }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "temperature 0.70")
        #expect(lines.contains("top_p not sent"))
        #expect(lines.last == "stop")
        #expect(lines.contains("presence_penalty (0.0)"))
        #expect(!text.contains("━") && !text.contains("─") && !text.contains("‹"))
    }

    @Test func theNumberIsMarkedWhereItStands() {
        let bench = bench()
        #expect(bench.drag("0.70", "0.70") == [.copy("0.70")])
        #expect(bench.marked == ["0.70"])
        bench.click(on: "0.70")
        #expect(bench.state.current.settings.parameters["temperature"] == 0.7)
    }

    /// The knob is dragged as it was; a click on a row selects it.
    @Test func theKnobIsStillDragged() throws {
        let bench = bench()
        let row = bench.find("temperature").row
        let knob = bench.find("●")
        #expect(knob.row == row)
        bench.drag(knob, Point(row: row, column: knob.column + 4))
        let value = try #require(bench.state.current.settings.parameters["temperature"]?.double)
        #expect(value > 0.7)
        #expect(bench.copied == [])
        bench.click(on: "top_p")
        #expect(bench.state.selectedParameter?.name == "top_p")
        #expect(bench.copied == [])
    }

    @Test func keysSelectToo() {
        let bench = bench()
        bench.press("V", "j")
        #expect(bench.press("y") == [.copy("temperature 0.70\ntop_p not sent")])
        bench.press("j", "v")
        #expect(bench.press("<enter>") == [.copy("top_p")])
        // Without a selection it is the value.
        bench.press("k")
        #expect(bench.press("y") == [.copy("0.7")])
    }

    /// Beyond the last row that is seen.
    @Test(arguments: [Size.medium, .smallest])
    func whatIsNotInViewIsReached(size: Size) throws {
        let bench = bench(size)
        bench.press("V", "G")
        guard case .copy(let text)? = bench.press("y").first else {
            Issue.record("nothing was copied")
            return
        }
        let all = bench.state.parameterRows(of: bench.state.current).map(\.name)
        let names = text.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
        #expect(names == all)
        bench.press("g", "V")
        for _ in all { bench.press("j") }
        guard case .copy(let again)? = bench.press("y").first else { return }
        #expect(again == text)
    }
}
