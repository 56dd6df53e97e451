import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Values that were typed or pasted are not lost, and every change can be taken back.
@Suite struct TypedValueTests {
    private let schema = #"{"type": "json_schema", "json_schema": {"name": "a"}}"#

    private func value(_ bench: TestBench, _ name: String) -> JSONValue? {
        bench.state.current.settings.parameters[name]
    }

    private func select(_ name: String, on bench: TestBench) {
        bench.press("<a-3>")
        let rows = bench.state.parameterRows(of: bench.state.current)
        bench.state.screen.parameters.selected = rows.firstIndex { $0.name == name } ?? -1
    }

    private func benchWithSchema() -> TestBench {
        let bench = TestBench()
        select("response_format", on: bench)
        bench.paste(schema)
        bench.press("<enter>")
        return bench
    }

    @Test func aPasteGoesToTheSelectedRow() {
        let bench = benchWithSchema()
        #expect(bench.state.screen.focus == .parameters)
        #expect(bench.state.screen.composer.text.isEmpty)
        #expect(value(bench, "response_format")?["type"] == "json_schema")
        select("seed", on: bench)
        bench.paste("4")
        bench.paste("2")
        #expect(bench.state.screen.parameters.edit?.field.buffer.text == "42")
        bench.press("<esc>")
        #expect(value(bench, "seed") == nil)
    }

    @Test(arguments: [("max_tokens", "18446744073709551615"), ("temperature", "1e-3")])
    func aNumberIsShownAsItIsSpelled(name: String, spelling: String) {
        let bench = TestBench()
        select(name, on: bench)
        bench.paste(spelling)
        bench.press("<enter>")
        #expect(value(bench, name)?.text == spelling)
        #expect(bench.screen.contains(spelling))
        bench.press("x", "u")
        #expect(bench.state.screen.notice?.text.english == "\(name): \(spelling)")
    }

    @Test(arguments: ["<enter>", "e"])
    func aTypedValueOfAChooserIsOpened(key: String) {
        let bench = benchWithSchema()
        bench.press(key)
        let text = bench.state.screen.parameters.edit?.field.buffer.text ?? ""
        #expect((try? JSONValue(parsing: Array(text.utf8))) == value(bench, "response_format"))
        #expect(text.contains("json_schema"))
        bench.press("<esc>")
        #expect(value(bench, "response_format")?["type"] == "json_schema")
    }

    @Test(arguments: ["<left>", "<right>", "h", "l", "H", "L", "<s-left>", "<s-right>"])
    func noKeyStepsOverATypedValue(key: String) {
        let bench = benchWithSchema()
        bench.press(key)
        #expect(value(bench, "response_format")?["type"] == "json_schema")
        #expect(bench.screen.contains("response_format holds a value that was typed"))
    }

    @Test func aClickOnATypedValueOpensIt() {
        let bench = TestBench(.large)
        select("response_format", on: bench)
        bench.paste(#""mine""#)
        bench.press("<enter>")
        bench.click(on: "‹mine›", right: 1)
        #expect(value(bench, "response_format") == "mine")
        #expect(bench.state.screen.parameters.edit?.name == "response_format")
    }

    @Test func aValueOfAnotherKindIsShownInASlidersPlace() {
        let bench = TestBench()
        bench.state.current.settings.parameters["temperature"] = "warm"
        #expect(bench.screen.contains("warm"))
        select("temperature", on: bench)
        bench.press("<right>")
        #expect(value(bench, "temperature") == "warm")
    }

    @Test func aClickElsewhereTakesTheValueBeingTyped() {
        let bench = TestBench()
        bench.press("<a-3>", "1", ".", "5")
        bench.click(on: "top_p")
        #expect(value(bench, "temperature") == 1.5)
        select("temperature", on: bench)
        bench.press("1", "x")
        bench.click(on: "type a prompt")
        #expect(bench.state.screen.parameters.edit?.problem != nil)
        #expect(bench.state.screen.focus == .parameters)
    }

    @Test func anotherLaneDoesNotTakeAValueAway() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-3>", "1", "<a-h>")
        #expect(
            bench.state.session.lanes.map { $0.settings.parameters["temperature"] } == [nil, 1])
    }

    // MARK: Undo

    @Test func everyChangeIsTakenBackAndMadeAgain() {
        let bench = benchWithSchema()
        let before = value(bench, "response_format")
        bench.press("x")
        select("temperature", on: bench)
        bench.press("<right>", "<right>", "1", ".", "5", "<enter>")
        #expect(value(bench, "temperature") == 1.5)
        bench.press("u", "u")
        #expect(value(bench, "temperature") == 0.85)
        bench.press("u")
        #expect(value(bench, "temperature") == nil)
        #expect(bench.state.screen.notice?.text.english == "temperature: not sent")
        bench.press("u")
        #expect(value(bench, "response_format") == before)
        #expect(bench.state.selectedParameter?.name == "response_format")
        bench.press("u", "u")
        #expect(bench.state.current.settings.parameters.members.isEmpty)
        #expect(bench.state.screen.notice?.text.english == "No value was changed.")
        bench.press("U", "U", "U", "U", "U", "U")
        #expect(value(bench, "temperature") == 1.5)
        #expect(value(bench, "response_format") == nil)
        bench.press("u", "0", "<enter>", "U")
        #expect(value(bench, "temperature") == 0)
    }

    @Test func aDragIsOneChange() {
        let bench = TestBench()
        for _ in 0..<2 {
            let start = bench.find("temperature")
            bench.mouse(.press, at: Point(row: start.row, column: start.column + 30))
            for column in 31...34 {
                bench.mouse(.drag, at: Point(row: start.row, column: start.column + column))
            }
            bench.mouse(.release, at: start)
        }
        bench.press("<a-3>", "u", "u")
        #expect(value(bench, "temperature") == nil)
        #expect(bench.press("U") == [])
        #expect(value(bench, "temperature") != nil)
    }

    // MARK: What JSON has not

    @Test(arguments: [
        ("temperature", "NaN"), ("seed", "Infinity"), ("logit_bias", "NaN"),
        ("logit_bias", #"{"1": NaN}"#),
    ])
    func whatJSONCannotHoldIsRefused(name: String, text: String) {
        let bench = TestBench()
        select(name, on: bench)
        bench.paste(text)
        bench.press("<enter>")
        #expect(value(bench, name) == nil)
        #expect(bench.state.screen.notice?.text.english.contains("\(name) takes") == true)
    }

    @Test func whereTextsAreTakenItIsOne() {
        let bench = TestBench()
        for name in ["response_format", "stop"] {
            select(name, on: bench)
            bench.paste("NaN")
            bench.press("<enter>")
            #expect(value(bench, name) == "NaN")
        }
    }

    @Test func lanesTakeBackTheirOwn() {
        let bench = TestBench()
        bench.press("<a-3>", "1", "<enter>", "<a-c>", "0", "<enter>", "<a-h>", "u")
        #expect(
            bench.state.session.lanes.map { $0.settings.parameters["temperature"] } == [nil, 0])
    }

    // MARK: More below

    @Test func theListSaysThatThereIsMoreBelow() {
        let bench = TestBench(.medium)
        bench.press("<a-3>")
        let shown = bench.screen
        #expect(shown.contains(#/↓ \d+ more/#))
        bench.press("G")
        #expect(!bench.screen.contains(#/↓ \d+ more/#))
    }
}
