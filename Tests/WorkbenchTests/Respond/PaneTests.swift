import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Panes, tabs, the wheel and the footer.
@Suite struct PaneTests {
    @Test func tabGoesThroughThePanesAndBack() {
        let bench = TestBench()
        for pane in [PaneID.conversation, .parameters, .traffic, .usage, .composer] {
            bench.press("<tab>")
            #expect(bench.state.screen.focus == pane)
        }
        bench.press("<s-tab>")
        #expect(bench.state.screen.focus == .usage)
    }

    @Test func aClickFocusesItsPane() {
        let bench = TestBench()
        for (title, pane) in [
            ("Figures come", PaneID.usage), ("What goes over", .traffic),
            ("A range", .conversation),
            ("type a prompt", .composer),
        ] {
            bench.click(on: title)
            #expect(bench.state.screen.focus == pane)
        }
    }

    @Test func aClickOnATabOpensIt() {
        let bench = TestBench()
        bench.click(on: "Response")
        #expect(bench.state.screen.traffic.tab == .response)
        #expect(bench.state.screen.focus == .traffic)
        bench.press("<a-r>")
        #expect(bench.state.screen.traffic.previews)
        bench.click(on: "Request")
        #expect(!bench.state.screen.traffic.previews)
    }

    @Test func theFooterIsForClicking() throws {
        let bench = TestBench()
        bench.type("why?")
        let footer = try #require(bench.frame.grid.lines.last)
        bench.mouse(.press, at: Point(row: 39, column: 3))
        #expect(footer.hasPrefix("└ enter send "))
        #expect(bench.starts.count == 1)
        let stop = bench.find("esc stop")
        let cancels = bench.starts.map { Effect.cancel($0.exchange) }
        #expect(bench.mouse(.press, at: stop) == cancels)
    }

    @Test func aClickOnANoticeShowsTheWholeStory() {
        let bench = TestBench()
        bench.respond(
            to: .notice(
                Notice(
                    Phrase(verbatim: "Short."), isError: true,
                    details: Phrase(verbatim: "The long story."))))
        bench.click(on: "Short.")
        #expect(bench.screen.contains("The long story."))
    }

    @Test func aMessageCanBeScrolledOnAScreenThatHasNoRoomForIt() {
        let bench = TestBench()
        bench.respond(
            to: .notice(
                Notice(Phrase(verbatim: "Short."), details: Phrase(verbatim: "One.\nTwo.\nThree.")))
        )
        bench.press("<a-m>")
        bench.resize(to: Size(rows: 1, columns: 1))
        bench.press("j", "k")
        bench.resize(to: Size(rows: 40, columns: 120))
        #expect(bench.screen.contains("Three."))
    }

    @Test func theWheelScrollsWhatIsBelowIt() {
        let bench = TestBench()
        bench.send("Count.")
        bench.answer((1...80).map { "line \($0)" }.joined(separator: "\n"))
        let place = bench.find("line 80")
        bench.mouse(.wheelUp, at: place)
        #expect(!bench.screen.contains("line 80"))
        #expect(bench.state.screen.focus == .composer)
        bench.mouse(.wheelDown, at: place)
        #expect(bench.screen.contains("line 80"))
    }

    @Test func whoScrolledAwayStaysThereWhileTheAnswerGrows() {
        let bench = TestBench()
        bench.send("Count.")
        bench.arrive(Chunk.content((1...80).map { "line \($0)\n" }.joined()))
        bench.press("<pageup>")
        let before = bench.state.frame().grid.lines[3]
        bench.arrive(Chunk.content("line 81\nline 82\n"))
        #expect(bench.state.frame().grid.lines[3] == before)
        bench.press("<pagedown>", "<pagedown>")
        bench.arrive(Chunk.content("line 83\n"))
        #expect(bench.screen.contains("line 83"))
    }

    @Test func theCursorStandsWhereOneTypes() {
        let bench = TestBench()
        bench.type("提示 ab")
        #expect(bench.frame.cursor == Point(row: 38, column: 3 + 7))
        bench.press("<a-4>")
        #expect(bench.frame.cursor == nil)
    }

    @Test func pageKeysScrollTheConversationFromThePrompt() {
        let bench = TestBench()
        bench.send("Count.")
        bench.answer((1...80).map { "line \($0)" }.joined(separator: "\n"))
        bench.press("<pageup>")
        #expect(!bench.screen.contains("line 80"))
        #expect(bench.state.screen.focus == .composer)
    }

    @Test func anUnfoldedEventGoesOnFollowingWhenClosed() {
        let bench = TestBench()
        bench.send("Count.")
        for number in 0..<40 { bench.arrive(Chunk.content("\(number) ")) }
        bench.press("<a-4>", "k", "k", "<enter>")
        #expect(bench.state.screen.traffic.unfolded == 37)
        bench.press("<enter>", "G")
        #expect(bench.state.screen.traffic.unfolded == nil)
        #expect(bench.state.screen.traffic.selected == nil)
        bench.arrive(Chunk.content("last"))
        #expect(bench.screen.contains("\"last\""))
    }

    @Test func suspendAndRedrawAreForTheTerminal() {
        let bench = TestBench()
        #expect(bench.press("<c-z>") == [.suspend])
        #expect(bench.press("<c-l>") == [.redraw])
        bench.press("<c-p>")
        #expect(bench.press("<c-z>") == [.suspend])
    }

    @Test func theAnswerIsCopied() {
        let bench = TestBench()
        bench.press("<a-2>")
        #expect(bench.press("y") == [])
        bench.press("<a-1>")
        bench.send("why?")
        bench.answer("Because **so**.")
        bench.press("<a-2>")
        #expect(bench.press("y") == [.copy("Because **so**.")])
        bench.respond(to: .copied("Because **so**.", to: .clipboard))
        #expect(
            bench.state.screen.notice?.text.english == "15 characters sent to the clipboard.")
    }
}
