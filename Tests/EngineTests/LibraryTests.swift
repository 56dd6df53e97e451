import ChatCompletions
import Conversations
import Engine
import ScreenKit
import Sending
import SessionLibrary
import Support
import Testing
import Words
import Workbench

/// The library comes late, goes away, and comes back.
@MainActor @Suite(.timeLimit(.minutes(1))) struct LibraryTests {
    private func finish(_ desk: TestDesk, _ text: String) {
        desk.arrive(Chunk.content(text) + Chunk.finish() + Chunk.done)
        desk.end()
    }

    @Test func withoutALibraryNothingIsMissing() async {
        let desk = TestDesk(library: nil)
        desk.send("why?")
        finish(desk, "Because.")
        await desk.idle()
        #expect(desk.screen.contains("Because."))
        #expect(desk.state.screen.notice == nil)
        desk.press("<c-o>")
        await desk.idle()
        #expect(desk.screen.contains("no library is open"))
    }

    @Test func whatCommandsMadeIsListedAndNotOpenedByTheNextStart() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        first.send("from the workbench")
        finish(first, "Because.")
        await first.idle()
        let later = Timestamp(milliseconds: Timestamp.today.milliseconds + 1_000)
        let sent = Session(
            id: SessionID(rawValue: "sent"), title: "from a script", created: later,
            updated: later, settings: .practice, source: .send)
        try Library.open(at: place.path).save(sent)
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        #expect(second.state.session.title == "from the workbench")
        second.press("<c-o>")
        await second.idle()
        #expect(second.screen.contains("0 turns · send · sent"))
    }

    /// What is broken is said as such, wherever it is read.
    @Test func aLibraryThatCannotBeReadIsNotTakenForAnEmptyOne() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        first.send("why?")
        finish(first, "Because.")
        await first.idle()
        let id = try #require(first.state.session.id)
        await first.archive.close()
        // A state that no version knows, wherever the word stands.
        let bytes = try TestFile.read(place.path)
        try TestFile.write(
            bytes.replacing(Array("done".utf8), with: Array("dawn".utf8)), to: place.path)
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        #expect(
            second.state.screen.notice?.text.english.hasPrefix(
                "The last session could not be read: ")
                == true)
        let third = TestDesk(library: place.path, launch: .session(id))
        await third.idle()
        #expect(third.state.screen.notice?.text.english.contains("could not be read: ") == true)
    }

    @Test func aLibraryThatCannotBeOpenedIsSaidAndLeavesTheRest() async throws {
        let place = try TemporaryLibrary()
        try TestFile.write(Array("This is no library.".utf8), to: place.path)
        let desk = TestDesk(library: place.path)
        await desk.idle()
        #expect(desk.state.screen.notice?.text.english.hasPrefix("Nothing is saved: ") == true)
        #expect(desk.screen.contains("✗ not saved"))
        desk.press("<c-o>")
        await desk.idle()
        #expect(desk.screen.contains("The sessions could not be read: "))
        #expect(!desk.screen.contains("No session has been saved yet."))
        desk.press("<esc>")
        desk.send("why?")
        finish(desk, "Because.")
        await desk.idle()
        #expect(desk.screen.contains("Because."))
        #expect(try TestFile.read(place.path) == Array("This is no library.".utf8))
    }

    @Test func theLatestSessionComesBackWithItsTraffic() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        first.send("什么是熵？")
        first.arrive(Chunk.content("不确定性。"), at: 0.25)
        first.arrive(
            Chunk.finish() + Chunk.usage(prompt: 7, answer: 5) + Chunk.done, at: 0.75)
        first.end()
        await first.idle()
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        #expect(second.screen.contains("不确定性。"))
        #expect(second.state.current.take?.log.rows.count == 4)
        #expect(second.state.current.take?.request == first.state.current.take?.request)
        #expect(second.state.current.take?.head == first.state.current.take?.head)
        #expect(second.state.current.take?.end == first.state.current.take?.end)
        #expect(second.state.current.take?.log.rows == first.state.current.take?.log.rows)
        #expect(second.state.current.take?.usage == first.state.current.take?.usage)
        second.press("<a-5>")
        first.press("<a-5>")
        #expect(second.screen == first.screen)
    }

    @Test func aFailedExchangeComesBackToo() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        first.send("why?")
        first.answer(429, [Header("content-type", "application/json"), Header("retry-after", "7")])
        first.arrive(#"{"error":{"message":"slow down"}}"#)
        first.end()
        await first.idle()
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        #expect(second.state.session.tree.turns == first.state.session.tree.turns)
        #expect(second.state.current.take?.end == first.state.current.take?.end)
        #expect(second.screen.contains("slow down"))
    }

    @Test func aSessionIsOpenedByItsName() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        first.send("why?")
        finish(first, "Because.")
        await first.idle()
        let id = try place.onlySession().id
        let second = TestDesk(library: place.path, launch: .session(id))
        await second.idle()
        #expect(second.screen.contains("Because."))
        let third = TestDesk(
            library: place.path, launch: .session(SessionID(rawValue: "nosuchone")))
        await third.idle()
        #expect(third.state.screen.notice?.text.english == "There is no session nosuchone.")
    }

    @Test func sessionsAreListedAndOpened() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("the first prompt")
        finish(desk, "the first answer")
        await desk.idle()
        desk.press("<c-n>")
        desk.send("the second prompt")
        finish(desk, "the second answer")
        await desk.idle()
        desk.press("<c-o>")
        await desk.idle()
        desk.type("first")
        desk.press("<enter>")
        await desk.idle()
        #expect(desk.screen.contains("the first answer"))
        #expect(!desk.screen.contains("the second answer"))
    }

    @Test func sessionsAreFoundByTheLocalTimeOfTheirLastChange() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path) { $0.localTime = LocalTime { _ in 7_200 } }
        desk.send("a prompt")
        finish(desk, "an answer")
        await desk.idle()
        desk.press("<c-o>")
        await desk.idle()
        desk.type("05:47")
        await desk.idle()
        #expect(desk.screen.contains("Nothing matches."))
        desk.press("<c-u>")
        desk.type("07:47")
        await desk.idle()
        #expect(desk.screen.contains("2 turns"))
    }

    /// A power cut in the middle of an answer, and the next start.
    @Test func anAnswerThatWasCutOffComesBackInterrupted() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        first.send("什么是熵？")
        first.arrive(Chunk.content("熵是不确定"), at: 0.25)
        await first.idle()
        await first.archive.close()
        let rest = try place.afterPowerCut()
        let second = TestDesk(library: rest.path, launch: .latest)
        await second.idle()
        #expect(second.screen.contains("熵是不确定"))
        #expect(second.screen.contains("■ interrupted"))
        #expect(second.state.current.take?.log.rows == first.state.current.take?.log.rows)
        #expect(second.state.screen.notice?.text.english.contains("ctrl-r asks again") == true)
        second.press("<c-r>")
        finish(second, "熵是不确定性。")
        await second.idle()
        let answers = try rest.onlySession().turns.filter { $0.message.role == .assistant }
        #expect(answers.map(\.state) == [.interrupted, .done])
    }

    @Test func aDiskThatGoesAwayIsSaidAndNothingIsLostWhenItComesBack() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("one")
        finish(desk, "1")
        await desk.idle()
        place.vanish()
        desk.send("two")
        finish(desk, "2")
        await desk.until { $0.contains("✗ not saved") }
        await desk.idle()
        #expect(desk.state.session.tree.turns.last?.message.content == "2")
        place.comeBack()
        await desk.until { !$0.contains("✗ not saved") }
        await desk.idle()
        let session = try place.onlySession()
        #expect(session.turns.map(\.message.content) == ["one", "1", "two", "2"])
        #expect(session.turns == desk.state.session.tree.turns)
        let exchanges = try Library.open(at: place.path).exchanges(of: session.id)
        #expect(exchanges.map(\.state) == [.done, .done])
    }

    @Test func leavingSavesWhatHadToWait() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await desk.idle()
        place.vanish()
        desk.send("why?")
        finish(desk, "Because.")
        await desk.until { $0.contains("✗ not saved") }
        await desk.idle()
        place.comeBack()
        desk.press("<c-q>", "y")
        await desk.closed()
        let session = try place.onlySession()
        #expect(session.turns.map(\.message.content) == ["why?", "Because."])
    }
}
