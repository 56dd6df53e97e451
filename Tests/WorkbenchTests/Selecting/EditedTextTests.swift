import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Text selected with the mouse where it is written.
@Suite struct EditedTextTests {
    private func written(_ text: String, _ size: Size = .medium) -> TestBench {
        let bench = TestBench(size)
        bench.paste(text)
        return bench
    }

    private var prompt: (TestBench) -> String { { $0.state.screen.composer.text } }

    @Test func whatIsDraggedOverIsReplacedByWhatIsTyped() {
        let bench = written("alpha beta gamma")
        #expect(bench.drag("beta", "beta") == [])
        #expect(bench.marked == ["beta"])
        bench.type("2")
        #expect(prompt(bench) == "alpha 2 gamma")
        bench.press("<a-u>")
        #expect(prompt(bench) == "alpha beta gamma")
    }

    @Test func moreClicksTakeTheWordAndTheLine() {
        let bench = written("用一句话解释 top_p。\nand so on")
        bench.clickTimes(2, on: "解释", right: 1)
        #expect(bench.marked == ["解释"])
        bench.click(on: "解释", right: 1)
        #expect(bench.marked == ["用一句话解释 top_p。"])
        bench.press("<backspace>")
        #expect(prompt(bench) == "\nand so on")
    }

    @Test func whatIsMarkedIsCopied() {
        let bench = written("alpha beta gamma")
        bench.drag("beta", "gamma")
        #expect(bench.press("<c-insert>") == [.copy("beta gamma")])
        bench.press("<a-C>")
        #expect(bench.screen.contains("Selected text"))
        #expect(bench.press("<enter>") == [.copy("beta gamma")])
        bench.press("<left>")
        #expect(bench.press("<c-insert>") == [])
        #expect(bench.notice?.hasPrefix("Nothing is marked") == true)
        bench.press("<a-A>")
        #expect(bench.press("<c-insert>") == [.copy("alpha beta gamma")])
    }

    @Test func shiftAndAClickExtend() {
        let bench = written("alpha beta gamma")
        bench.click(on: "beta")
        let place = bench.find("gamma")
        bench.respond(to: .input(.mouse(Mouse(.press, at: place, modifiers: .shift))))
        bench.mouse(.release, at: place)
        #expect(bench.marked == ["beta "])
    }

    /// A click in a long prompt moves nothing; beyond an edge time scrolls on.
    @Test func aLongPromptIsSelectedBeyondItsEdges() {
        let bench = written((0..<60).map { "line \($0)" }.joined(separator: "\n"))
        let place = bench.place(of: "line 55")
        bench.click(on: "line 55")
        #expect(bench.place(of: "line 55") == place)
        bench.wait(seconds: 1)
        bench.mouse(.press, at: place)
        bench.mouse(.drag, at: Point(row: 1, column: place.column))
        #expect(bench.state.dragsBeyondEdge)
        for _ in 0..<30 { bench.respond(to: .draggedOn) }
        #expect(bench.screen.contains("line 0"))
        bench.mouse(.release, at: Point(row: 1, column: place.column))
        #expect(!bench.state.dragsBeyondEdge)
        bench.type("x")
        #expect(prompt(bench).hasPrefix("xine 55"))
    }

    @Test func theSystemPromptIsSelectedTheSame() {
        let bench = TestBench(.medium)
        bench.press("<a-y>")
        bench.paste((0..<40).map { "rule \($0)" }.joined(separator: "\n"))
        bench.clickTimes(2, on: "rule 37")
        #expect(bench.marked == ["rule"])
        #expect(bench.press("<c-insert>") == [.copy("rule")])
        bench.clickTimes(1, on: "rule 37")
        #expect(bench.marked == ["rule 37"])
        bench.wait(seconds: 1)
        let place = bench.place(of: "rule 36")
        bench.mouse(.press, at: place)
        bench.mouse(.drag, at: Point(row: 0, column: place.column))
        #expect(bench.state.dragsBeyondEdge)
        for _ in 0..<30 { bench.respond(to: .draggedOn) }
        #expect(bench.screen.contains("rule 0"))
        bench.mouse(.release, at: place)
        bench.press("<backspace>", "<c-s>")
        #expect(bench.state.current.system == "ule 36\nrule 37\nrule 38\nrule 39")
    }

    @Test func aVariablesValueIsSelectedTheSame() {
        let bench = TestBench(.medium)
        bench.type("{{a}} {{b}}")
        bench.press("<a-k>")
        bench.type("one two")
        bench.press("<tab>")
        bench.clickTimes(2, on: "two")
        bench.type("2")
        bench.press("<esc>")
        #expect(bench.state.session.variables == ["a": "one 2"])
    }
}
