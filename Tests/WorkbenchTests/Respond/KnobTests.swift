import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// Turning the knobs by keys and by mouse.
@Suite struct KnobTests {
    private func value(_ bench: TestBench, _ name: String) -> JSONValue? {
        bench.state.current.settings.parameters[name]
    }

    private func select(_ name: String, on bench: TestBench) {
        bench.press("<a-3>")
        let rows = bench.state.parameterRows(of: bench.state.current)
        bench.state.screen.parameters.selected = rows.firstIndex { $0.name == name } ?? -1
    }

    @Test func aSliderStartsFromItsDefaultAndMovesByItsStep() {
        let bench = TestBench()
        bench.press("<a-3>", "<right>")
        #expect(value(bench, "temperature") == 0.85)
        bench.press("<left>", "h", "l", "<s-right>")
        #expect(value(bench, "temperature") == 1.05)
        bench.press("L", "L", "L", "L", "L", "L")
        #expect(value(bench, "temperature") == 2.0)
        bench.press("H", "H", "H", "H", "H", "H", "H", "H", "H", "<left>")
        #expect(value(bench, "temperature") == 0.0)
    }

    @Test(arguments: ["<backspace>", "<delete>", "x"])
    func aClearedValueIsNotSent(_ key: String) {
        let bench = TestBench()
        bench.press("<a-3>", "<right>", key)
        #expect(value(bench, "temperature") == nil)
        bench.send("")
        bench.press("<a-1>")
        bench.send("why?")
        #expect(bench.starts.first?.request.body()["temperature"] == nil)
    }

    @Test func typedDigitsBecomeTheValue() {
        let bench = TestBench()
        bench.press("<a-3>", "1", ".", "2", "5")
        #expect(value(bench, "temperature") == nil)
        bench.press("<enter>")
        #expect(value(bench, "temperature") == 1.25)
        #expect(bench.state.screen.parameters.edit == nil)
        bench.press("<enter>")
        #expect(bench.state.screen.parameters.edit?.field.buffer.text == "1.25")
        bench.press("<esc>")
        #expect(bench.state.screen.parameters.edit == nil)
        #expect(value(bench, "temperature") == 1.25)
    }

    @Test(arguments: [
        ("temperature", "0.70"), ("temperature", "1"), ("temperature", "1.0"),
        ("temperature", "1e-1"), ("seed", "18446744073709551615"), ("seed", "-0"),
        ("logit_bias", #"{"1":-1.50}"#),
    ])
    func aNumberGoesOutAsItWasTyped(name: String, text: String) {
        let bench = TestBench()
        select(name, on: bench)
        bench.press("<enter>", "<c-u>")
        bench.type(text)
        bench.press("<enter>", "<a-1>")
        bench.send("why?")
        #expect(bench.starts.first?.request.body()[name]?.text == text)
    }

    @Test(arguments: [(".5", "0.5"), ("+1", "1"), ("1e999x", nil)])
    func whatJSONDoesNotSpellIsSentAsWhatItAmountsTo(text: String, sent: String?) {
        let bench = TestBench()
        bench.press("<a-3>", "<enter>", "<c-u>")
        bench.type(text)
        bench.press("<enter>")
        #expect(value(bench, "temperature")?.text == sent)
    }

    @Test func leavingTheRowTakesTheTypedValue() {
        let bench = TestBench()
        bench.press("<a-3>", "1", "<down>")
        #expect(value(bench, "temperature") == 1)
        #expect(bench.state.selectedParameter?.name == "top_p")
    }

    @Test func whatIsNoNumberIsNotTaken() {
        let bench = TestBench()
        bench.press("<a-3>", "1", "x", "<down>")
        #expect(bench.state.screen.parameters.edit?.problem != nil)
        #expect(bench.state.selectedParameter?.name == "temperature")
        #expect(value(bench, "temperature") == nil)
    }

    @Test func aComplaintGoesWhenTheValueIsRight() {
        let bench = TestBench()
        bench.press("<a-3>", "1", "x", "<enter>", "<backspace>", "<enter>")
        #expect(value(bench, "temperature") == 1)
        #expect(bench.state.screen.notice == nil)
    }

    @Test func anEmptyTextClears() {
        let bench = TestBench()
        bench.press("<a-3>", "1", "<enter>", "<enter>", "<c-u>", "<enter>")
        #expect(value(bench, "temperature") == nil)
    }

    @Test func aValueOutsideTheRangeIsTakenMarkedAndSent() {
        let bench = TestBench()
        bench.press("<a-3>", "5", "<enter>")
        #expect(value(bench, "temperature") == 5)
        #expect(bench.state.selectedParameter?.isOutside == true)
        #expect(bench.state.screen.notice != nil)
        bench.press("<a-1>")
        bench.send("why?")
        #expect(bench.starts.first?.request.body()["temperature"] == 5)
    }

    @Test func aChooserGoesThroughItsOptionsAndNotSent() {
        let bench = TestBench()
        select("response_format", on: bench)
        bench.press("<right>")
        #expect(value(bench, "response_format") == "text")
        bench.press("<enter>")
        #expect(value(bench, "response_format") == "json_object")
        bench.press("<right>")
        #expect(value(bench, "response_format") == nil)
        bench.press("<left>", "x")
        #expect(bench.state.current.settings.parameters.members.isEmpty)
    }

    @Test func stopTextsAreTypedAsTheyAreOrAsJSON() {
        let bench = TestBench()
        select("stop", on: bench)
        bench.press("<enter>")
        bench.type("END")
        bench.press("<enter>")
        #expect(value(bench, "stop") == "END")
        bench.press("<enter>", "<c-u>")
        bench.paste(#""\n\n", "。""#)
        bench.press("<enter>")
        #expect(value(bench, "stop") == ["\n\n", "。"])
    }

    @Test func theMouseDragsAKnobAndBeyondTheEnds() {
        let bench = TestBench()
        let knob = bench.find("○")
        bench.mouse(.press, at: knob)
        #expect(bench.state.screen.focus == .parameters)
        #expect(value(bench, "temperature") != nil)
        bench.mouse(.drag, at: Point(row: 30, column: 119))
        #expect(value(bench, "temperature") == 2.0)
        bench.mouse(.drag, at: Point(row: 0, column: 0))
        #expect(value(bench, "temperature") == 0.0)
        bench.mouse(.release, at: knob)
        bench.mouse(.drag, at: knob)
        #expect(value(bench, "temperature") == 0.0)
    }

    @Test func draggingKeepsTheKnobUnderTheMouse() {
        let bench = TestBench()
        let row = bench.find("temperature").row
        bench.mouse(.press, at: bench.find("○"))
        let start = bench.find("●").column
        for column in start - 5...start + 5 {
            bench.mouse(.drag, at: Point(row: row, column: column))
            #expect(bench.find("●") == Point(row: row, column: column))
        }
    }

    @Test func aClickChoosesAnOptionOrNothing() {
        let bench = TestBench(.large)
        bench.click(on: "json_object")
        #expect(value(bench, "response_format") == "json_object")
        let name = bench.find("response_format")
        bench.mouse(.press, at: Point(row: name.row, column: name.column + 21))
        #expect(value(bench, "response_format") == nil)
    }

    @Test func theOtherLanesKeepTheirValues() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-3>", "1", "<enter>")
        #expect(
            bench.state.session.lanes.map { $0.settings.parameters["temperature"] } == [nil, 1])
    }

    @Test func thePreviewChangesWhileAKnobTurns() {
        let bench = TestBench()
        bench.press("<a-3>", "<a-r>", "<right>")
        #expect(bench.screen.contains(#""temperature": 0.85"#))
        bench.press("<right>")
        #expect(bench.screen.contains(#""temperature": 0.9"#))
        bench.press("x")
        #expect(!bench.screen.contains(#""temperature":"#))
    }
}
