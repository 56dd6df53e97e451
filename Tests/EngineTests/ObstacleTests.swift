import ChatCompletions
import Conversations
import Engine
import Glibc
import ScreenKit
import Sending
import SessionLibrary
import Support
import Testing
import Words
import Workbench

/// Others at the library, no room for what comes, letters where one key is asked for.
@MainActor @Suite(.timeLimit(.minutes(2))) struct ObstacleTests {
    /// It used to be held back for five seconds at least.
    @Test func aLockHoldsNoRequestBack() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await desk.idle()
        let lock = try FileLock(place.path)
        let start = ContinuousClock.now
        desk.send("why?")
        desk.arrive(Chunk.content("Because"))
        await desk.until { $0.contains("Because") }
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(desk.screen.contains("✗ not saved"))
        lock.release()
        await desk.until { !$0.contains("✗ not saved") }
        desk.arrive(Chunk.finish() + Chunk.done)
        desk.end()
        await desk.idle()
        let id = try #require(desk.state.session.id)
        let saved = try Library.open(at: place.path).session(id)
        #expect(saved?.turns.map(\.message.content) == ["why?", "Because"])
    }

    @Test func whatIsWrittenMeanwhileIsKeptWhenTheLockIsGone() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path)
        await first.idle()
        let lock = try FileLock(place.path)
        first.type("half a thought")
        await first.until { $0.contains("✗ not saved") }
        lock.release()
        await first.until { !$0.contains("✗ not saved") }
        await first.idle()
        let bytes = try TestFile.read(place.path)
        #expect(!bytes.ranges(of: Array("half a thought".utf8)).isEmpty)
    }

    @Test func anAnswerThatMemoryCouldNotHoldIsNotPassedOffAsSaved() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        await desk.idle()
        let lock = try FileLock(place.path)
        desk.send("why?")
        let rest = String(repeating: "x", count: 1 << 20)
        for number in 0..<34 {
            desk.arrive(
                #"data: {"x":"\#(rest)","choices":[{"index":0,"delta":{"content":"w\#(number) "}}]}"#
                    + "\n\n")
        }
        await desk.until { $0.contains("w33") }
        let problem = desk.state.around.libraryProblem?.english ?? ""
        #expect(
            problem.contains("another program is using the session library (database is locked)"))
        #expect(problem.contains("32 MB wait"))
        desk.arrive(Chunk.content("end") + Chunk.finish() + Chunk.done)
        desk.end()
        await desk.until { $0.contains("Only the beginning of this answer is saved") }
        lock.release()
        await desk.archive.close()
        #expect(desk.archive.unsaved?.kind == .incomplete)
        #expect(desk.screen.contains("✗ not saved"))
        let id = try #require(desk.state.session.id)
        let turn = try Library.open(at: place.path).session(id)?.turns.last
        #expect(turn?.state == .interrupted)
        #expect(turn?.message.content.contains("w33") == false)
    }

    @Test func anAnswerThatAnotherProgramReceivesIsSaidToBeThat() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk(Chunk.content("Wait")), .pause(until: Gate()),
        ])
        let place = try TemporaryLibrary()
        let home = try CommandDesk()
        let other = try home.start([
            "send", "--library", place.path, "--base-url", provider.baseURL, "--model", "tiny",
            "Hi",
        ])
        await other.printed("Wait")
        let id = try #require(Library.open(at: place.path).sessions(limit: 1).first?.id)
        let desk = TestDesk(library: place.path, launch: .session(id))
        await desk.idle()
        #expect(desk.screen.contains("Another program is receiving this answer"))
        desk.send("and?")
        await desk.idle()
        #expect(
            desk.state.screen.notice?.text.english.hasPrefix(
                "An answer is still arriving in session")
                == true)
        #expect(try Library.open(at: place.path).session(id)?.turns.count == 2)
        other.send(SIGKILL)
        _ = await other.end()
        desk.press("<c-o>")
        await desk.idle()
        desk.press("<enter>")
        await desk.idle()
        #expect(!desk.screen.contains("Another program"))
        #expect(desk.screen.contains("interrupted"))
    }

    @Test func aQuestionIsAnsweredByOneKey() {
        let desk = TestDesk()
        desk.type("not sent")
        desk.press("<c-q>")
        for text in ["yes", "yy", "why", "no"] { desk.type(text) }
        #expect(!desk.state.screen.isQuitting)
        #expect(desk.screen.contains("The prompt has not been sent."))
        desk.press("n")
        #expect(!desk.screen.contains("The prompt has not been sent."))
    }
}
