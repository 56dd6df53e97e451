import ChatCompletions
import Conversations
import Support
import Testing
import Words
import Workbench

/// Long prompts show their first lines.
@Suite struct FoldingTests {
    private func long(_ count: Int) -> TestBench {
        let bench = TestBench()
        bench.paste((1...count).map { "row \($0)." }.joined(separator: "\n"))
        bench.press("<enter>")
        bench.answer("Understood.")
        bench.press("<a-2>")
        return bench
    }

    @Test func itShowsItsFirstLinesAndHowManyFollow() {
        let bench = long(20)
        #expect(bench.screen.contains("row 8."))
        #expect(!bench.screen.contains("row 9."))
        #expect(bench.screen.contains("… 12 more lines"))
        #expect(bench.said.first?.contains("row 20.") == true)
        #expect(bench.starts.last?.request.messages.last?.content.hasSuffix("row 20.") == true)
    }

    @Test func aKeyUnfoldsItAndFoldsItAgain() {
        let bench = long(14)
        for key in ["<enter>", "<space>"] {
            bench.press(key)
            #expect(bench.screen.contains("row 14."))
            #expect(!bench.screen.contains("more lines"))
            bench.press(key)
            #expect(bench.screen.contains("… 6 more lines"))
        }
        #expect(bench.selected?.hasPrefix("row 1.") == true)
        #expect(bench.press("y") == [.copy(bench.said[0])])
    }

    @Test func aClickOnTheLineThatCountsUnfoldsIt() {
        let bench = long(14)
        bench.click(on: "… 6 more lines")
        #expect(bench.screen.contains("row 14."))
        bench.click(on: "row 3.")
        #expect(bench.screen.contains("row 14."))
    }

    @Test func aFewLinesMoreAreNotFolded() {
        let bench = long(12)
        #expect(bench.screen.contains("row 12."))
        bench.press("<enter>")
        #expect(bench.notice == "There is no long prompt to unfold here.")
    }

    @Test func answersAreNeverFolded() {
        let bench = TestBench()
        bench.send("why?")
        bench.answer((1...20).map { "- row \($0)." }.joined(separator: "\n"))
        #expect(bench.screen.contains("row 20."))
        bench.press("<a-2>", "K", "<enter>")
        #expect(bench.notice == "There is no long prompt to unfold here.")
    }

    @Test func aSystemPromptFoldsToo() {
        let bench = TestBench(.medium)
        bench.state.current.system = (1...20).map { "rule \($0)." }.joined(separator: "\n")
        bench.send("why?")
        bench.answer("ok")
        bench.press("<a-2>")
        #expect(bench.screen.contains("rule 8."))
        #expect(!bench.screen.contains("rule 9."))
        bench.click(on: "… 12 more lines")
        #expect(bench.screen.contains("rule 10."))
        #expect(bench.selected == nil)
        bench.press("<enter>")
        #expect(!bench.screen.contains("rule 9."))
        #expect(bench.starts.last?.request.messages.first?.content.hasSuffix("rule 20.") == true)
    }

    /// The one below is out of view.
    @Test func theOneInViewIsUnfolded() {
        let bench = long(20)
        bench.press("<a-1>")
        bench.send("and?")
        bench.answer((1...60).map { "- item \($0)" }.joined(separator: "\n"))
        bench.paste((1...30).map { "last \($0)." }.joined(separator: "\n"))
        bench.press("<enter>")
        bench.answer("ok")
        bench.press("<a-2>", "g", "<enter>")
        #expect(bench.selected?.hasPrefix("row 1.") == true)
        #expect(bench.screen.contains("row 9."))
    }

    // MARK: Selecting

    private var whole: String { (1...20).map { "row \($0)." }.joined(separator: "\n") }

    /// What is folded is copied with the lines around it, the line that counts is not.
    @Test func aSelectionOverTheFoldHasWhatIsFolded() {
        let bench = long(20)
        bench.drag("row 1.", "… 12 more lines")
        #expect(bench.copied.last == (1...8).map { "row \($0)." }.joined(separator: "\n"))
        bench.drag("row 1.", "Understood.")
        let copied = bench.copied.last ?? ""
        #expect(copied.hasPrefix(whole + "\n\n"))
        #expect(copied.hasSuffix("Understood."))
        #expect(!bench.marked.contains { $0.contains("more lines") })
    }

    @Test func keysThatGoIntoTheFoldOpenIt() {
        let bench = long(20)
        bench.click(on: "row 8.")
        bench.press("v", "w")
        #expect(!bench.screen.contains("row 9."))
        bench.press("w", "w", "w")
        #expect(bench.screen.contains("row 9."))
        #expect(!bench.screen.contains("more lines"))
        #expect(bench.marked.contains { $0.contains("row 9") })
    }

    /// Rows are stepped over as they are seen.
    @Test func goingDownPassesTheFold() {
        let bench = long(20)
        bench.click(on: "row 8.")
        bench.press("V", "j")
        #expect(bench.screen.contains("… 12 more lines"))
        #expect(bench.copied.isEmpty)
        bench.press("j", "j", "y")
        #expect(bench.copied.last?.hasPrefix("row 8.\nrow 9.") == true)
        #expect(bench.copied.last?.contains("more lines") == false)
    }
}
