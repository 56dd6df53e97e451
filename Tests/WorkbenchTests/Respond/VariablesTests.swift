import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Variables of prompts and system prompts, and the form for their values.
@Suite struct VariablesTests {
    private var isFormOpen: (TestBench) -> Bool { { $0.state.top(VariablesForm.self) != nil } }

    private func saved(_ effects: [Effect]) -> Session? {
        effects.compactMap { if case .save(let session, _) = $0 { session } else { nil } }.last
    }

    private func prompts(_ bench: TestBench) -> [Turn] {
        bench.state.session.tree.turns.filter { $0.message.role == .user }
    }

    // MARK: Sending

    @Test func enterAsksForWhatIsMissingAndTheLastValueSends() throws {
        let bench = TestBench()
        bench.type("Explain {{topic}} to {{reader}}.")
        #expect(bench.screen.contains("topic ? · reader ? · alt-k sets"))
        #expect(bench.press("<enter>") == [])
        #expect(isFormOpen(bench))
        bench.type("熵")
        bench.press("<enter>")
        bench.type("a child")
        let effects = bench.press("<enter>")
        #expect(bench.sent == ["Explain 熵 to a child."])
        let turn = try #require(prompts(bench).first)
        #expect(turn.template == "Explain {{topic}} to {{reader}}.")
        #expect(saved(effects)?.variables == ["topic": "熵", "reader": "a child"])
        #expect(bench.state.session.title == "Explain 熵 to a child.")
        #expect(bench.state.screen.composer.text == "")
    }

    @Test func theFormOpensAtTheFirstThatIsMissing() {
        let bench = TestBench()
        bench.type("{{a}} {{b}} {{c}}")
        bench.press("<a-k>")
        bench.type("1")
        bench.press("<c-s>")
        #expect(bench.screen.contains("a = 1 · b ? · c ?"))
        bench.press("<enter>")
        bench.type("2")
        bench.press("<enter>")
        bench.type("3")
        bench.press("<enter>")
        #expect(bench.sent == ["1 2 3"])
        // They are known now.
        bench.answer("yes")
        bench.send("{{c}} {{a}}")
        #expect(bench.sent.last == "3 1")
    }

    /// Whatever was done first: what lacks a value is asked for, and nothing is sent without.
    @Test func noneIsPassedBy() {
        let bench = TestBench()
        bench.type("{{a}} {{b}}")
        bench.press("<enter>", "<tab>")
        bench.type("2")
        bench.press("<c-s>")
        #expect(bench.starts.isEmpty)
        #expect(isFormOpen(bench))
        bench.type("1")
        bench.press("<c-s>")
        #expect(bench.sent == ["1 2"])
    }

    @Test func anEmptyValueIsAValue() {
        let bench = TestBench()
        bench.send("a{{x}}b")
        #expect(bench.screen.contains("no value yet"))
        bench.press("<enter>")
        #expect(bench.sent == ["ab"])
        bench.answer("yes")
        bench.type("{{x}}")
        bench.press("<a-k>")
        #expect(bench.screen.contains("empty"))
    }

    @Test func aValueWithBracesIsNotFilledAgain() {
        let bench = TestBench()
        bench.send("{{a}} {{b}}")
        bench.paste("{{b}}\nsecond line")
        bench.press("<enter>")
        bench.type("2")
        bench.press("<enter>")
        #expect(bench.sent == ["{{b}}\nsecond line 2"])
        #expect(prompts(bench).first?.template == "{{a}} {{b}}")
        bench.answer("Yes.")
        bench.type("{{a}}")
        #expect(bench.screen.contains("a = {{b}} … · alt-k sets"))
    }

    @Test(arguments: ["<esc>", "<c-c>"])
    func leavingSendsNothingAndLosesNothing(key: String) {
        let bench = TestBench()
        bench.send("{{a}} {{b}}")
        bench.type("one")
        bench.press(key)
        #expect(!isFormOpen(bench))
        #expect(bench.starts.isEmpty)
        #expect(bench.state.screen.composer.text == "{{a}} {{b}}")
        #expect(bench.screen.contains("a = one · b ?"))
    }

    /// A template of another program is pasted to be asked about.
    @Test func aTemplateIsSentAsItIsWritten() {
        let text = "{% for x in xs %}{{ x.name }} {{#if y}}{{ y }}{{/if}} \\{{z}}"
        let bench = TestBench()
        bench.paste(text)
        bench.press("<enter>")
        #expect(bench.screen.contains("ctrl-t sends as written"))
        bench.press("<c-t>")
        #expect(bench.sent == [text])
        #expect(prompts(bench).first?.template == nil)
        bench.press("<esc>")
        #expect(bench.state.session.variables == [:])
    }

    @Test func aBackslashKeepsOneNameAsText() {
        let bench = TestBench()
        bench.send("\\{{a}} is {{a}}")
        bench.type("1")
        bench.press("<enter>")
        #expect(bench.sent == ["{{a}} is 1"])
    }

    @Test func withoutVariablesNothingIsAsked() {
        let bench = TestBench()
        #expect(bench.press("<a-k>") == [])
        #expect(bench.notice == "There is no {{variable}} in the prompt or a system prompt.")
        bench.send("{ {a} } {{1}}")
        #expect(bench.sent == ["{ {a} } {{1}}"])
        #expect(prompts(bench).first?.template == nil)
    }

    // MARK: System prompts

    private func write(system text: String, _ bench: TestBench) {
        bench.press("<a-y>", "<c-u>")
        bench.paste(text)
        bench.press("<c-s>")
    }

    @Test func systemPromptsAreFilledToo() {
        let bench = TestBench()
        write(system: "You are {{role}}.", bench)
        #expect(bench.screen.contains("role ?"))
        bench.send("Who are you?")
        bench.type("a pirate")
        bench.press("<enter>")
        #expect(bench.sent == ["You are a pirate.", "Who are you?"])
        #expect(bench.state.current.system == "You are {{role}}.")
        bench.answer("Arr.")
        write(system: "You are {{role}}, {{mood}}.", bench)
        bench.press("<c-r>")
        #expect(isFormOpen(bench))
        bench.type("tired")
        bench.press("<enter>")
        #expect(bench.sent == ["You are a pirate, tired.", "Who are you?"])
        #expect(prompts(bench).count == 1)
    }

    @Test(arguments: ["r", "c"])
    func turnsAreAskedAnewWithAllValues(key: String) {
        let bench = TestBench()
        bench.send("Who?")
        bench.answer("I")
        write(system: "{{role}}", bench)
        bench.press("<a-2>", "K", key)
        #expect(isFormOpen(bench))
        bench.type("pirate")
        bench.press("<enter>")
        #expect(bench.starts.count == 2)
        #expect(bench.sent.first == "pirate")
    }

    @Test func aSystemPromptIsLeftAsItIsWrittenOnce() {
        let bench = TestBench()
        write(system: "Write Jinja: {{ x }}", bench)
        bench.send("Go {{on}}.")
        bench.press("<c-t>")
        #expect(bench.sent == ["Write Jinja: {{ x }}", "Go {{on}}."])
        bench.answer("Yes.")
        bench.send("And on.")
        #expect(bench.sent.last == "And on.")
        #expect(bench.sent.first == "Write Jinja: {{ x }}")
        // Another text is another question.
        bench.answer("Yes.")
        write(system: "{{ x }}!", bench)
        bench.press("<c-r>")
        #expect(isFormOpen(bench))
    }

    @Test func eachLaneIsFilled() {
        let bench = TestBench()
        write(system: "{{a}}", bench)
        bench.press("<a-c>")
        write(system: "{{b}}", bench)
        bench.send("{{c}}")
        for value in ["3", "1", "2"] {
            bench.type(value)
            bench.press("<enter>")
        }
        #expect(
            bench.starts.map { $0.request.messages.map(\.content) } == [["1", "3"], ["2", "3"]])
        #expect(prompts(bench).count == 1)
    }

    // MARK: What is kept

    @Test func editingBringsTheTemplateBack() throws {
        let bench = TestBench()
        bench.send("Explain {{topic}}.")
        bench.type("熵")
        bench.press("<enter>")
        bench.answer("Disorder.")
        bench.press("<c-r>")
        bench.answer("More of it.")
        #expect(prompts(bench).map(\.template) == ["Explain {{topic}}."])
        bench.press("<a-2>", "e")
        #expect(bench.state.screen.composer.text == "Explain {{topic}}.")
        bench.press("<a-k>", "<c-u>")
        bench.type("光")
        bench.press("<enter>", "<enter>")
        #expect(bench.sent == ["Explain 光."])
        #expect(prompts(bench).map(\.message.content) == ["Explain 熵.", "Explain 光."])
        #expect(prompts(bench).compactMap(\.template).count == 2)
    }

    @Test func theHistoryHasTemplates() {
        let bench = TestBench()
        bench.send("Explain {{topic}}.")
        bench.type("x")
        bench.press("<enter>")
        bench.end(.stopped)
        #expect(bench.state.screen.composer.text == "Explain {{topic}}.")
        bench.press("<enter>")
        bench.answer("x.")
        bench.press("<a-up>")
        #expect(bench.state.screen.composer.text == "Explain {{topic}}.")
        #expect(bench.state.draft == nil)
    }

    @Test func aSessionBringsItsValuesBack() throws {
        let bench = TestBench()
        bench.send("{{a}}")
        bench.type("1")
        var session = try #require(saved(bench.press("<enter>")))
        bench.answer("yes")
        session.turns = bench.state.session.tree.turns
        let other = TestBench()
        other.respond(to: .opened(session))
        #expect(other.state.screen.composer.history == ["{{a}}"])
        other.send("again {{a}}")
        #expect(other.sent.last == "again 1")
        other.answer("yes")
        other.press("<c-n>")
        other.send("{{a}}")
        #expect(isFormOpen(other))
    }

    @Test func aForkHasThem() {
        let bench = TestBench()
        bench.send("{{a}}")
        bench.type("1")
        bench.press("<enter>")
        bench.answer("yes")
        bench.press("<a-2>")
        let fork = saved(bench.press("f"))
        #expect(fork?.variables == ["a": "1"])
        #expect(prompts(bench).first?.template == "{{a}}")
    }

    /// What was filled into a turn that is deleted is in the library no more than the turn.
    @Test func aDeletedTurnTakesItsValuesAlong() {
        let bench = TestBench()
        bench.send("{{secret}} {{both}}")
        bench.type("abc")
        bench.press("<enter>")
        bench.type("x")
        bench.press("<enter>")
        bench.answer("yes")
        bench.send("{{both}}")
        bench.answer("yes")
        bench.press("<a-2>", "K", "K", "K", "K")
        #expect(bench.selected == "abc x")
        #expect(saved(bench.press("d"))?.variables == [:])
        #expect(saved(bench.press("u"))?.variables == ["secret": "abc", "both": "x"])
        for key in ["J", "J", "J", "J", "K"] where bench.selected != "x" { bench.press(key) }
        bench.press("d")
        #expect(saved(bench.effects)?.variables == ["secret": "abc", "both": "x"])
    }

    @Test func theNextRequestShowsWhatWillBeSent() {
        let bench = TestBench()
        bench.type("Explain {{topic}}.")
        bench.press("<a-k>")
        bench.type("熵")
        bench.press("<c-s>", "<a-r>")
        #expect(bench.screen.contains("\"Explain 熵.\""))
        bench.press("<a-1>")
        bench.type(" And {{b}}.")
        #expect(bench.screen.contains("\"Explain 熵. And {{b}}.\""))
    }

    // MARK: The form

    @Test func keysLeadFromValueToValue() {
        let bench = TestBench()
        bench.type("{{a}} {{b}} {{c}}")
        bench.press("<a-k>", "<down>", "<down>", "<down>")
        bench.type("1")
        bench.press("<up>")
        bench.type("3")
        bench.press("<tab>", "<tab>")
        bench.type("2")
        bench.press("<s-tab>", "<a-enter>")
        bench.type("1b")
        bench.press("<up>", "<up>")
        bench.type("c")
        bench.press("<esc>")
        #expect(bench.state.session.variables == ["a": "1\n1b", "b": "2", "c": "3c"])
    }

    @Test func theMouseChoosesAndLeaves() {
        let bench = TestBench()
        bench.type("{{alpha}} {{beta}}")
        bench.press("<a-k>")
        bench.type("one")
        bench.press("<tab>")
        bench.type("two")
        let place = bench.find("one")
        bench.mouse(.press, at: Point(row: place.row, column: place.column + 1))
        bench.mouse(.release, at: place)
        bench.type("X")
        bench.mouse(.press, at: Point(row: 0, column: 0))
        #expect(bench.state.dialog == nil)
        #expect(bench.state.session.variables == ["alpha": "oXne", "beta": "two"])
    }

    @Test(arguments: [Size.smallest, Size(rows: 10, columns: 40), .medium])
    func manyValuesOnASmallScreen(size: Size) {
        let bench = TestBench(size)
        bench.type((1...30).map { "{{name number \($0)}}" }.joined(separator: "\n"))
        bench.press("<enter>")
        for number in 1...30 {
            bench.type("value \(number)")
            #expect(bench.screen.contains("value \(number)"), "\(number)")
            #expect(bench.frame.cursor?.row == bench.find("value \(number)").row)
            #expect(bench.frame.grid.faults == [])
            bench.press("<enter>")
        }
        #expect(bench.sent.first?.hasSuffix("\nvalue 30") == true)
    }

    /// A long value has its own rows, and is seen around its cursor.
    @Test func aLongValue() {
        let bench = TestBench(.medium)
        bench.type("{{a}} {{b}}")
        bench.press("<a-k>")
        bench.paste((1...50).map { "line \($0)" }.joined(separator: "\n"))
        #expect(bench.screen.contains("line 50"))
        #expect(!bench.screen.contains("line 46"))
        #expect(bench.screen.contains("b"))
        bench.press("<esc>")
        #expect(bench.screen.contains("a = line 1 … · b ?"))
    }

    // MARK: What it costs

    /// The prompt is looked through when it has changed, not with each frame.
    @Test func aFrameLooksForNone() {
        let bench = TestBench()
        bench.paste(String(repeating: "a line {{a}} of a long prompt\n", count: 30_000))
        _ = bench.frame
        let before = bench.state.screen.composer.variables.searches
        for _ in 0..<5 { _ = bench.frame }
        bench.press("<left>")
        _ = bench.frame
        #expect(bench.state.screen.composer.variables.searches == before)
        bench.type("x")
        _ = bench.frame
        #expect(bench.state.screen.composer.variables.searches == before + 1)
    }
}
