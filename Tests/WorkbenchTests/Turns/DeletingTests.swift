import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// What is deleted or removed, and what is brought back.
@Suite struct DeletingTests {
    private func saved(_ effects: [Effect]) -> [Turn] {
        effects.flatMap { if case .save(_, let turns) = $0 { turns } else { [Turn]() } }
    }

    /// A session as the library has it, with its first lane alone.
    private func kept(_ session: OpenSession) -> Session {
        Session(
            id: session.id ?? SessionID(rawValue: ""), title: session.title,
            created: session.created, updated: .today, settings: .practice,
            turns: session.tree.turns.filter { !$0.isDeleted }, head: session.lanes[0].head)
    }

    @Test func theTurnAndWhatFollowsIsDeletedAndBroughtBack() {
        let bench = TestBench.talk(3)
        bench.press("<a-2>", "K", "K", "K", "K")
        #expect(bench.selected == "ask 2")
        let deleted = saved(bench.press("d"))
        #expect(deleted.map(\.message.content) == ["ask 2", "answer 2", "ask 3", "answer 3"])
        #expect(deleted.allSatisfy { $0.isDeleted })
        #expect(bench.said == ["ask 1", "answer 1"])
        #expect(bench.notice == "4 turns deleted. u takes that back.")
        #expect(!bench.screen.contains("ask 2"))
        let brought = saved(bench.press("u"))
        #expect(brought.count == 4)
        #expect(!brought.contains { $0.isDeleted })
        #expect(bench.said.count == 6)
        #expect(bench.selected == "ask 2")
        bench.press("U")
        #expect(bench.said == ["ask 1", "answer 1"])
        bench.press("u")
        #expect(bench.said.last == "answer 3")
        bench.press("u")
        #expect(bench.notice == "There is nothing to undo here.")
    }

    @Test func theNextPromptGoesWithoutIt() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "d", "<a-1>")
        bench.send("ask 2b")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2b"])
        bench.answer("answer 2b")
        #expect(!bench.screen.contains("/2›"))
        bench.press("<a-2>", "u")
        #expect(bench.said == ["ask 1", "answer 1", "ask 2b", "answer 2b"])
        #expect(bench.screen.contains("you ‹2/2›"))
        bench.press("K", "K", "<lt>")
        #expect(bench.said.last == "answer 2")
    }

    @Test func theConversationGoesOnWithASibling() {
        let bench = TestBench.talk(1)
        bench.press("<c-r>")
        bench.answer("another")
        bench.press("<a-2>", "K", "d")
        #expect(bench.said == ["ask 1", "answer 1"])
        #expect(!bench.screen.contains("‹1/"))
        bench.press("d")
        #expect(bench.said == ["ask 1"])
        bench.press("d")
        #expect(bench.said == [])
        bench.press("u", "u", "u")
        #expect(bench.said == ["ask 1", "another"])
        #expect(bench.screen.contains("‹2/2›"))
    }

    @Test func everyLaneThatStoodThereMoves() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        bench.answer("right", lane: 1)
        bench.press("<a-2>", "K", "K", "d")
        #expect(bench.state.session.lanes.map(\.head) == [nil, nil])
        bench.press("u")
        #expect(bench.screen.contains("left"))
        #expect(bench.screen.contains("right"))
    }

    @Test func withoutASelectionNothingIsDeleted() {
        let bench = TestBench.talk(1)
        bench.press("<a-2>")
        #expect(bench.press("d") == [])
        #expect(bench.notice == "Select the turn to delete first: K.")
        bench.press("<a-1>")
        bench.send("ask 2")
        bench.press("<a-2>", "K", "d")
        #expect(bench.notice?.hasPrefix("An answer is still arriving") == true)
    }

    @Test func whatWasDeletedAgainGoesWithWhatCameAfterIt() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "d", "u", "<a-1>")
        bench.send("ask 3")
        bench.answer("answer 3")
        bench.press("<a-2>", "U")
        #expect(bench.said == ["ask 1", "answer 1"])
        let left = bench.state.session.tree.turns.filter { !$0.isDeleted }
        #expect(left.count == 2)
        bench.press("u")
        #expect(bench.said.last == "answer 3")
    }

    @Test func aTitleThatWasMadeOfItGoesToo() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "K", "K")
        guard case .save(let session, _) = bench.press("d").first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(session.title == "")
        #expect(bench.screen.contains("new session"))
        bench.press("u")
        #expect(bench.state.session.title == "ask 1")
        bench.press("e", "<c-a>", "<c-k>")
        bench.send("ask 1b")
        bench.answer("answer 1b")
        bench.press("<a-2>", "<lt>", "d")
        #expect(bench.state.session.title == "ask 1b")
    }

    @Test func anEditOfWhatIsDeletedIsGivenUp() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "e", "<a-2>", "d", "<a-1>")
        #expect(bench.state.screen.composer.revision == nil)
        bench.send("ask 2b")
        #expect(bench.sent == ["ask 1", "answer 1", "ask 2b"])
    }

    /// The library does not show it any more, so that is remembered here.
    @Test func whatWasDeletedComesBackAfterAnotherSession() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "d")
        let state = bench.state.session
        bench.press("<c-n>")
        bench.send("elsewhere")
        bench.answer("yes")
        bench.press("<a-2>", "u")
        #expect(bench.notice == "There is nothing to undo here.")
        bench.respond(to: .opened(kept(state)))
        #expect(bench.said == ["ask 1", "answer 1"])
        #expect(!bench.screen.contains("/2›"))
        bench.press("u")
        #expect(bench.said == ["ask 1", "answer 1", "ask 2", "answer 2"])
    }

    @Test func leavingOutIsTakenBackToo() {
        let bench = TestBench.talk(2)
        bench.press("<a-2>", "K", "K", "x")
        #expect(bench.screen.contains("not sent: left out"))
        #expect(saved(bench.press("u")).map(\.isLeftOut) == [false])
        #expect(bench.notice == "Taken back: leaving out “ask 2”. U does it again.")
        #expect(!bench.screen.contains("not sent:"))
        bench.press("U")
        #expect(bench.screen.contains("not sent: left out"))
        bench.press("X", "u")
        #expect(bench.screen.contains("not sent: left out"))
        bench.press("u")
        #expect(!bench.screen.contains("not sent:"))
    }

    @Test func noTrafficIsAskedForWhereNoLaneMoved() {
        let bench = TestBench.talk(1)
        bench.respond(to: .opened(kept(bench.state.session)))
        let effects = bench.press("<a-2>", "K", "K", "x")
        #expect(saved(effects).map(\.isLeftOut) == [true])
        #expect(effects.count == 1)
    }

    // MARK: Lanes

    /// How each lane's conversation ends.
    private func ends(_ bench: TestBench) -> [String?] {
        bench.state.session.lanes.map { bench.state.session.tree[$0.head]?.message.content }
    }

    private func compared() -> TestBench {
        let bench = TestBench()
        bench.press("<a-c>", "<a-c>")
        bench.send("ask 1")
        for (lane, text) in ["one", "two", "three"].enumerated() { bench.answer(text, lane: lane) }
        return bench
    }

    @Test func aRemovedLaneComesBackWhereItStood() {
        let bench = compared()
        bench.press("<a-left>", "<a-x>", "<a-2>")
        #expect(bench.state.session.lanes.count == 2)
        #expect(!bench.screen.contains("two"))
        bench.press("u")
        #expect(bench.state.session.lanes.count == 3)
        #expect(bench.state.screen.lane == 1)
        #expect(bench.said == ["ask 1", "two"])
        bench.press("U")
        #expect(bench.state.session.lanes.count == 2)
    }

    @Test func whatAdoptingClosedComesBack() {
        let bench = compared()
        bench.press("<a-a>", "<a-2>")
        #expect(bench.state.session.lanes.count == 1)
        bench.press("u")
        #expect(ends(bench) == ["one", "two", "three"])
    }

    @Test func anotherLaneEndsWhatCouldBeDoneAgain() {
        let bench = compared()
        bench.press("<a-x>", "<a-2>", "u", "<a-c>", "U")
        #expect(bench.notice == "There is nothing to redo here.")
        #expect(bench.state.session.lanes.count == 4)
    }

    @Test func theRightLanesComeBackWhereOneWasAddedBetweenThem() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        bench.answer("right", lane: 1)
        bench.press("<a-left>", "<a-2>", "K", "K", "d", "<a-c>", "u")
        #expect(ends(bench) == ["left", nil, "right"])
    }

    @Test func theRightLanesComeBackWhereOneWasAddedAndOneRemoved() {
        let bench = compared()
        bench.press("<a-right>", "<a-2>", "K", "K", "d", "<a-x>", "<a-c>")
        #expect(ends(bench) == [nil, nil, nil])
        bench.press("u", "u")
        #expect(ends(bench) == ["one", "two", nil, "three"])
    }

    @Test func aPromiseIsNotKeptInALaneThatWasRemoved() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        let headers = [Header("content-type", "application/json"), Header("Retry-After", "18")]
        bench.perform(.head(429, headers, at: .milliseconds(80)), lane: 1)
        bench.perform(
            .read(Array(#"{"error":{"message":"slow down"}}"#.utf8), at: .milliseconds(90)),
            lane: 1)
        bench.end(lane: 1)
        bench.press("<a-w>")
        #expect(bench.state.isCountingDown)
        bench.press("<a-x>", "<a-2>", "u")
        #expect(bench.state.session.lanes.count == 2)
        #expect(!bench.state.isCountingDown)
        bench.wait(seconds: 60)
        #expect(bench.starts.count == 2)
    }

    /// Another program may have saved the session with fewer lanes while it was not open here.
    @Test(arguments: ["<a-x>", "<a-a>"])
    func lanesThatAreNoLongerThereAreNotRemovedAgain(key: String) {
        let bench = compared()
        bench.press(key, "<a-2>", "u")
        let session = bench.state.session
        bench.press("<c-n>")
        bench.respond(to: .opened(kept(session)))
        #expect(bench.state.session.lanes.count == 1)
        bench.press("<a-2>", "U")
        #expect(bench.notice == "There is nothing to redo here.")
        #expect(bench.state.session.lanes.count == 1)
    }

    @Test func noMoreLanesComeBackThanThereMayBe() {
        let bench = compared()
        bench.press("<a-c>", "<a-x>", "<a-c>", "<a-2>", "u")
        #expect(bench.state.session.lanes.count == State.laneLimit)
        #expect(bench.notice?.hasPrefix("Four lanes is the limit") == true)
    }

    @Test func itComesBackAsItWasWhenItWasRemovedLast() {
        let bench = compared()
        bench.press("<a-x>", "<a-2>", "u", "<a-1>")
        bench.send("ask 2")
        for lane in 0..<3 { bench.answer("more \(lane)", lane: lane) }
        bench.press("<a-2>", "U", "u")
        #expect(bench.said.last == "more 2")
    }

    /// Its answer comes to its end without it.
    @Test func aLaneThatWasRemovedWhileItsAnswerCame() throws {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        bench.arrive(Chunk.content("half"), lane: 1)
        let exchange = try #require(bench.state.session.lanes[1].live?.exchange)
        bench.press("<a-x>")
        #expect(bench.cancelled == [exchange])
        let end = ExchangeEvent.ended(ExchangeEnd(failure: .stopped))
        bench.respond(to: .exchange(exchange, [end]))
        #expect(bench.state.session.tree.turns.last?.message.content == "half")
        #expect(bench.state.session.tree.turns.last?.state == .stopped)
        bench.press("<a-2>", "u")
        #expect(bench.said == ["ask 1", "half"])
        #expect(!bench.state.isRunning)
    }

    @Test func aLaneThatComesBackBeforeItsAnswerHasEndedShowsTheEnd() throws {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("ask 1")
        bench.answer("left", lane: 0)
        bench.arrive(Chunk.content("half"), lane: 1)
        let exchange = try #require(bench.state.session.lanes[1].live?.exchange)
        bench.press("<a-x>", "<a-2>", "u")
        #expect(bench.state.session.lanes.count == 2)
        bench.respond(to: .exchange(exchange, [.ended(ExchangeEnd(failure: .stopped))]))
        #expect(bench.said == ["ask 1", "half"])
        #expect(bench.screen.contains("■ stopped"))
        #expect(bench.state.current.take?.answer.choices.first?.content == "half")
    }

    // MARK: Forking

    @Test func aForkHasTheBranchUpToTheSelectedTurn() {
        let bench = TestBench.talk(3)
        bench.state.current.system = "Be brief."
        bench.state.current.settings.parameters["temperature"] = 0.5
        let before = bench.state.session
        bench.press("<a-2>", "K", "K", "K")
        let effects = bench.press("f")
        guard case .save(let session, let turns) = effects.first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(session.id != before.id)
        #expect(session.title == "ask 1 (2)")
        #expect(session.system == "Be brief.")
        #expect(session.settings.parameters["temperature"] == 0.5)
        #expect(turns.map(\.message.content) == ["ask 1", "answer 1", "ask 2", "answer 2"])
        #expect(session.head == turns.last?.id)
        #expect(bench.said == turns.map(\.message.content))
        #expect(
            effects.dropFirst() == [.loadTraffic(turns[3].exchange ?? ExchangeID(rawValue: ""))])
        bench.press("f")
        #expect(bench.state.session.title == "ask 1 (3)")
        bench.press("<a-1>")
        bench.send("ask 3b")
        #expect(bench.sent == ["Be brief.", "ask 1", "answer 1", "ask 2", "answer 2", "ask 3b"])
    }

    @Test func anEmptyConversationIsNotForked() {
        let bench = TestBench()
        bench.press("<a-2>", "f")
        #expect(bench.notice == "There is nothing to fork yet.")
    }
}
