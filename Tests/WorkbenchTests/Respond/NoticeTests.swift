import ChatCompletions
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// The last line's messages, the clocks of those who wait, and the clipboard.
@Suite struct NoticeTests {
    @Test func aMessageGoesWithTheNextKeyAndCanBeReadAgain() {
        let bench = TestBench()
        bench.respond(
            to: .notice(
                Notice(
                    Phrase(verbatim: "Short."), isError: true,
                    details: Phrase(verbatim: "The long story."))))
        bench.respond(to: .input(.focus(true)))
        #expect(bench.screen.contains("Short."))
        bench.press("a")
        #expect(!bench.screen.contains("Short."))
        #expect(bench.screen.contains("enter send"))
        bench.press("<a-m>")
        #expect(bench.screen.contains("The long story."))
    }

    @Test func theWholeMessageIsCopied() {
        let bench = TestBench()
        bench.respond(
            to: .notice(
                Notice(Phrase(verbatim: "Short."), details: Phrase(verbatim: "The long story."))))
        bench.press("<a-m>")
        #expect(bench.screen.contains("y copies"))
        #expect(bench.press("y") == [.copy("The long story.")])
    }

    @Test func aKeyThatBringsTheSameMessageAgainKeepsIt() {
        let bench = TestBench()
        bench.press("<enter>", "<enter>")
        #expect(bench.screen.contains("Nothing to send"))
    }

    @Test func aMessageGoesAfterSomeSecondsAndAFailureLater() {
        let bench = TestBench()
        for (isError, seconds) in [(false, 8), (true, 20)] {
            bench.respond(to: .notice(Notice(Phrase(verbatim: "Short."), isError: isError)))
            bench.wait(seconds: seconds - 1)
            #expect(bench.state.noticeWillPass)
            bench.wait(seconds: 1)
            #expect(bench.state.screen.notice == nil)
            #expect(!bench.state.noticeWillPass)
        }
    }

    @Test func whatAListCoversIsNotReadYet() {
        let bench = TestBench()
        bench.press("<c-p>")
        bench.respond(to: .notice(Notice(Phrase(verbatim: "Short."))))
        bench.type("quit")
        bench.wait(seconds: 60)
        bench.press("<esc>")
        #expect(bench.screen.contains("Short."))
    }

    @Test func theCountdownToAnotherTryStaysWhenTheMessageHasGone() {
        let bench = TestBench()
        bench.send("why?")
        bench.perform(.head(429, [Header("Retry-After", "90")], at: .milliseconds(80)))
        bench.end()
        bench.press("a")
        #expect(bench.state.screen.notice == nil)
        let footer = bench.frame.grid.lines.last ?? ""
        #expect(footer.contains("to wait · alt-w then sends it"), "\(footer)")
        #expect(footer.contains("enter send"))
        bench.wait(seconds: 90)
        #expect(!bench.screen.contains("the wait is over"))
    }

    // MARK: Clocks

    @Test func everyLaneThatWaitsHasAClock() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        bench.wait(seconds: 71)
        #expect(bench.screen.components(of: "waiting 01:11") >= 2)
        bench.arrive(Chunk.content("Because"), lane: 1)
        bench.wait(seconds: 1)
        #expect(bench.screen.components(of: "waiting 01:12") == 1)
        #expect(bench.screen.contains("streaming"))
    }

    @Test func aSingleAnswerThatIsWaitedForHasItInItsHeading() {
        let bench = TestBench()
        bench.send("why?")
        bench.wait(seconds: 5)
        #expect(bench.screen.contains("assistant · practice · waiting 00:05"))
        bench.arrive(Chunk.content("Because"))
        #expect(!bench.screen.contains("waiting"))
    }

    // MARK: Copying

    private func copied(_ bench: TestBench) -> String? {
        guard case .copy(let text)? = bench.press("y").first else { return nil }
        return text
    }

    @Test func whatThePaneShowsIsCopied() throws {
        let bench = TestBench()
        bench.press("<a-4>")
        #expect(copied(bench) == nil)
        #expect(bench.screen.contains("There is nothing to copy here yet."))
        bench.press("<a-1>")
        bench.send("why?")
        let chunk = Chunk.content("Be\u{1B}[2J，因为")
        bench.arrive(chunk + Chunk.finish() + Chunk.done)
        bench.end()
        bench.press("<a-4>")
        let data = try #require(bench.state.current.take?.log.rows.first?.data)
        let events = try #require(copied(bench))
        #expect(events.split(separator: "\n").count == 3)
        #expect(events.hasPrefix("0.500\tcontent\t" + data))
        bench.press("g")
        #expect(copied(bench) == data)
        bench.press("<enter>")
        #expect(copied(bench) == data)
        bench.press("<a-2>")
        #expect(copied(bench) == "Be\u{1B}[2J，因为")
    }

    @Test func requestResponseAndFiguresAreCopiedWhole() throws {
        let bench = TestBench()
        bench.send("why?")
        bench.perform(.head(200, [Header("X-Who", "me")], at: .seconds(0.1)))
        bench.answer("Because.")
        bench.press("<a-4>", "l")
        let request = try #require(copied(bench))
        let body = try #require(bench.state.current.take?.request?.body)
        #expect(request.hasPrefix("POST http"))
        #expect(request.hasSuffix("\n\n" + String(decoding: body, as: UTF8.self)))
        bench.press("l")
        let response = try #require(copied(bench))
        #expect(response.contains(" 200"))
        #expect(response.contains("\nX-Who: me\n"))
        #expect(response.contains("\n\n" + Chunk.content("Because.")))
        bench.press("<a-r>")
        #expect(copied(bench) == bench.state.request(of: bench.state.current).body().text)
        bench.press("<a-5>")
        #expect(copied(bench)?.contains("first token 500 ms") == true)
    }

    @Test func aParametersValueIsCopiedAsJSON() {
        let bench = TestBench()
        bench.press("<a-3>", "1", ".", "5", "<enter>")
        #expect(copied(bench) == "1.5")
        bench.press("x")
        #expect(copied(bench)?.hasPrefix("{") == true)
    }

    // MARK: The system prompt's box

    @Test(arguments: ["<esc>", "<c-c>"])
    func aChangedSystemPromptIsNotThrownAwayUnasked(key: String) {
        let bench = TestBench()
        bench.press("<a-y>")
        bench.type("Be brief.")
        bench.press(key)
        #expect(bench.screen.contains("Keep the changes?"))
        bench.press("x", "<enter>")
        bench.press(key)
        bench.type("!")
        bench.press(key, "y")
        #expect(bench.state.current.system == "Be brief.!")
        #expect(bench.state.screen.dialogs.isEmpty)
        bench.press("<a-y>")
        bench.type("?")
        bench.press(key, "n")
        #expect(bench.state.current.system == "Be brief.!")
        #expect(bench.state.screen.dialogs.isEmpty)
        bench.press("<a-y>", key)
        #expect(bench.state.screen.dialogs.isEmpty)
    }
}

extension String {
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
