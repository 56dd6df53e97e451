import ScreenKit
import Support
import Testing
import Workbench

/// Text selected by keys.
struct SelectingKeyTests {
    private let bench = TestBench.answered("one two three\n\n提示词 seven\n\nlast line")

    @Test func byWords() {
        bench.press("v")
        #expect(bench.marked == ["one"])
        bench.press("w")
        #expect(bench.marked == ["one two"])
        bench.press("b", "w", "w", "w")
        #expect(bench.marked == ["one two three", "提示词"])
        #expect(bench.press("y") == [.copy("one two three\n\n提示词")])
        #expect(bench.marked == [])
    }

    @Test func byCharactersWhenAskedAgain() {
        bench.press("v", "v")
        #expect(bench.marked == ["o"])
        bench.press("l", "l", "h")
        #expect(bench.marked == ["on"])
        bench.press("$")
        #expect(bench.marked == ["one two three"])
        bench.press("l", "l", "l")
        #expect(bench.press("<enter>") == [.copy("one two three\n\n提示词")])
    }

    @Test func byLines() {
        bench.press("V", "j")
        #expect(bench.marked == ["one two three", "提示词 seven"])
        #expect(bench.press("y") == [.copy("one two three\n\n提示词 seven")])
        bench.press("V", "G")
        #expect(bench.press("y") == [.copy("one two three\n\n提示词 seven\n\nlast line")])
    }

    @Test func bothEndsCanBeMoved() {
        bench.press("v", "w", "w", "w", "o", "w")
        #expect(bench.marked == ["two three", "提示词"])
        bench.press("o", "w", "<space>")
        #expect(bench.marked == ["seven"])
        bench.press("w")
        #expect(bench.press("y") == [.copy("seven\n\nlast")])
    }

    @Test func escGivesItUp() {
        bench.press("v", "w", "<esc>")
        #expect(bench.marked == [])
        #expect(bench.state.screen.focus == .conversation)
        #expect(bench.press("y") == [.copy("one two three\n\n提示词 seven\n\nlast line")])
    }

    @Test func itBeginsWhereTheMouseWasPressed() {
        bench.click(on: "seven")
        bench.press("v")
        #expect(bench.marked.last == "seven")
        bench.press("V")
        #expect(bench.press("y") == [.copy("提示词 seven")])
    }

    @Test func aSelectionOfTheMouseGoesOn() {
        bench.drag("two", "two")
        bench.press("v", "w")
        #expect(bench.press("y") == [.copy("two three")])
    }

    /// The mouse was let go, and what it had selected went on with the answer.
    @Test(arguments: ["v", "V"])
    func whatStandsWhileKeysGoOn(key: String) {
        let bench = TestBench(.medium)
        bench.send("why?")
        for number in 1...60 { bench.arrive(Chunk.content("line \(number)\n\n")) }
        bench.drag("line 58", "line 58")
        bench.arrive(Chunk.content("later\n\n"))
        #expect(bench.screen.contains("later"))
        bench.press(key)
        bench.arrive(Chunk.content("more\n\nlatest\n\n"))
        #expect(!bench.screen.contains("latest"))
        #expect(bench.press("y") == [.copy("line 58")])
        #expect(bench.screen.contains("latest"))
    }

    @Test func itReachesBeyondWhatIsSeen() {
        let bench = TestBench.answered((1...60).map { "line \($0)" }.joined(separator: "\n\n"))
        bench.press("g", "J", "K", "g", "v")
        bench.press("<pagedown>", "<pagedown>", "<pagedown>", "G")
        let text = bench.press("y")
        #expect(bench.screen.contains("line 60"))
        guard case .copy(let copied)? = text.first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(copied.hasSuffix("line 59\n\nline 60"))
        #expect(copied.contains("line 1\n\nline 2"))
    }

    /// Their keys are the pane's own else.
    @Test func inTheTrafficThePanesKeysWait() {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer("Because.")
        bench.press("<a-4>", "<right>", "v", "l", "l")
        #expect(bench.state.screen.traffic.tab == .request)
        bench.press("<esc>", "l")
        #expect(bench.state.screen.traffic.tab == .response)
    }

    @Test func theLastLineSaysWhatTheKeysDo() {
        bench.press("v")
        #expect(bench.screen.contains("y copy"))
        #expect(bench.screen.contains("esc let go"))
    }

    @Test func nothingToSelectIsSaid() {
        let bench = TestBench()
        bench.press("<a-2>", "v")
        #expect(bench.screen.contains("There is no text to select here."))
    }
}
