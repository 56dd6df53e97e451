import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// The cursor on turns.
@Suite struct SelectionTests {
    @Test func theFirstKeySelectsTheLastTurn() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K")
        #expect(bench.selected == "answer 2")
        bench.press("K", "<s-up>")
        #expect(bench.selected == "answer 1")
        bench.press("J", "<s-down>", "J", "J")
        #expect(bench.selected == "answer 2")
        bench.press("K", "K", "K", "K", "K")
        #expect(bench.selected == "ask 1")
    }

    @Test func theSelectedTurnHasAMarkAndALine() throws {
        let bench = TestBench.talk(2)
        #expect(!bench.screen.contains("▶"))
        bench.press("<a-2>", "K", "K")
        let mark = bench.find("▶you")
        let lines = bench.frame.grid.lines
        #expect(lines[mark.row + 1].contains("││ask 2"))
        #expect(!lines[mark.row + 2].contains("││"))
        #expect(bench.find("ask 2").row == mark.row + 1)
        let grid = bench.frame.grid
        #expect(grid.cells[mark.row * grid.size.columns + 20].face == .selection)
    }

    @Test func escapeAndSendingLetGo() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "<esc>")
        #expect(bench.selected == nil)
        #expect(bench.state.screen.focus == .conversation)
        bench.press("<esc>")
        #expect(bench.state.screen.focus == .composer)
        bench.press("<a-2>", "K", "<a-1>")
        #expect(bench.selected == "answer 2")
        bench.send("ask 3")
        #expect(bench.selected == nil)
    }

    /// Who types while an answer comes stops it with one key.
    @Test func escapeInThePromptStopsFirst() {
        let bench = TestBench.talk(1)
        bench.send("ask 2")
        bench.press("<a-2>", "K", "<a-1>", "<esc>")
        #expect(bench.cancelled.count == 1)
        bench.end(.stopped)
        bench.press("<a-2>", "K", "K", "<esc>")
        #expect(bench.selected == nil)
    }

    @Test func theSelectedTurnIsBroughtIntoView() {
        let bench = TestBench.talk(30, TestBench(.medium))
        bench.press("<a-2>")
        for _ in 0..<60 {
            bench.press("K")
            #expect(bench.screen.contains(bench.selected ?? "?"))
            #expect(bench.screen.contains("▶"))
        }
        #expect(bench.selected == "ask 1")
        for _ in 0..<60 {
            bench.press("J")
            #expect(bench.screen.contains(bench.selected ?? "?"))
        }
        #expect(bench.state.current.transcript.scroll.followsEnd)
    }

    /// Nothing jumps: all that is seen belongs to it.
    @Test func aTurnThatFillsThePaneIsNotScrolled() {
        let bench = TestBench(.medium)
        bench.send("Count.")
        bench.answer((1...60).map { "line \($0)" }.joined(separator: "\n"))
        bench.press("<a-2>", "K")
        #expect(bench.screen.contains("line 60"))
        bench.press("K")
        #expect(bench.screen.contains("▶you"))
        bench.press("J")
        #expect(bench.screen.contains("▶assistant"))
        #expect(bench.screen.contains("line 1 "))
    }

    @Test func aClickSelectsATurn() {
        let bench = TestBench.talk(2)
        bench.click(on: "answer 1")
        #expect(bench.selected == "answer 1")
        #expect(bench.state.screen.focus == .conversation)
        bench.mouse(.wheelUp, at: bench.find("ask 2"))
        #expect(bench.selected == "answer 1")
        bench.mouse(.press, at: Point(row: 15, column: 10))
        bench.mouse(.release, at: Point(row: 15, column: 10))
        #expect(bench.selected == nil)
    }

    @Test func aClickInAScrolledConversationSelectsWhatIsThere() {
        let bench = TestBench.talk(30, TestBench(.medium))
        bench.press("<a-2>", "<c-u>", "<c-u>")
        let row = bench.frame.grid.lines.first { $0.contains("answer") } ?? ""
        let text = "answer " + (row.split(separator: " ").first { Int($0) != nil } ?? "")
        bench.click(on: text + " ")
        #expect(bench.selected == text)
        #expect(bench.screen.contains("▶assistant"))
    }

    @Test func theSelectedTurnIsCopied() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>")
        #expect(bench.press("y") == [.copy("answer 2")])
        bench.press("K", "K", "K")
        #expect(bench.press("y") == [.copy("answer 1")])
        bench.press("K")
        #expect(bench.press("y") == [.copy("ask 1")])
    }

    @Test func theSystemPromptIsNoTurn() {
        let bench = TestBench()
        bench.state.current.system = "Be brief."
        bench.press("<a-2>", "K")
        #expect(bench.selected == nil)
        bench.press("<a-1>")
        bench.send("ask 1")
        bench.answer("answer 1")
        bench.press("<a-2>", "K", "K", "K")
        #expect(bench.selected == "ask 1")
        bench.click(on: "Be brief.")
        #expect(bench.selected == nil)
    }

    @Test func anotherSessionHasNoSelectedTurn() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "<c-n>")
        #expect(bench.state.screen.conversation.selected == nil)
    }

    // MARK: Code

    @Test func theOnlyCodeBlockIsCopiedAtOnce() {
        let bench = TestBench()
        bench.send("code?")
        bench.answer("Here:\n\n```swift\nlet a = 1\n\nlet b = 2\n```\n\nSo.")
        bench.press("<a-2>")
        #expect(bench.press("Y") == [.copy("let a = 1\n\nlet b = 2")])
        bench.press("K", "K")
        #expect(bench.press("Y") == [])
        #expect(bench.notice == "There is no code block here.")
    }

    @Test func ofSeveralCodeBlocksOneIsChosen() {
        let bench = TestBench()
        bench.send("code?")
        bench.answer("```py\nprint(1)\n```\n  ~~~~ c\n  int x;\n   ~~~\n~~~~\n````\nopen\r\nend")
        bench.press("<a-2>", "Y")
        #expect(bench.screen.contains("print(1)"))
        bench.press("<down>")
        #expect(bench.press("<enter>") == [.copy("int x;\n ~~~")])
        bench.press("Y")
        #expect(bench.press("<enter>") == [.copy("open\nend")])
    }

    @Test func codeInAListOrAQuotationIsCopiedWithoutTheirSigns() {
        let bench = TestBench()
        bench.send("code?")
        bench.answer("- so:\n\n  ```sh\n  if a\n    b\n  ```\n\n> ~~~\n> c\n>\n> d\n> ~~~\n")
        bench.press("<a-2>", "Y")
        #expect(bench.press("<enter>") == [.copy("c\n\nd")])
        bench.press("Y", "<down>")
        #expect(bench.press("<enter>") == [.copy("if a\n  b")])
    }
}
