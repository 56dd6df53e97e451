import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// The choice that is shown is the one that goes on.
@Suite struct ChoosingTests {
    private static let coins =
        Chunk.content("Heads.") + Chunk.content("Tails.", choice: 1)
        + Chunk.content("Edge.", choice: 2)
        + (0...2).map { Chunk.finish(choice: $0) }.joined() + Chunk.done

    private func coin() -> TestBench {
        let bench = TestBench()
        bench.send("Heads or tails?")
        bench.arrive(Self.coins)
        bench.end()
        return bench
    }

    private func saved(_ effects: [Effect]) -> [Turn] {
        effects.flatMap { if case .save(_, let turns) = $0 { turns } else { [Turn]() } }
    }

    @Test func itIsSavedSentAndCopied() {
        let bench = coin()
        #expect(bench.screen.contains("assistant · choice ‹1› 2 3 · practice"))
        let turn = saved(bench.press("<a-o>")).first
        #expect(turn?.message.content == "Tails.")
        #expect(turn?.choiceIndex == 1)
        #expect(bench.screen.contains("choice 1 ‹2› 3"))
        bench.press("<a-2>")
        #expect(bench.press("y") == [.copy("Tails.")])
        bench.press("<a-1>")
        bench.send("Again.")
        #expect(bench.sent == ["Heads or tails?", "Tails.", "Again."])
    }

    @Test func theTabsGoRoundAndAreClicked() {
        let bench = coin()
        bench.press("<a-o>", "<a-o>", "<a-o>")
        #expect(bench.said.last == "Heads.")
        let tab = bench.find("› 2 3")
        let edge = Point(row: tab.row, column: tab.column + 4)
        let effects = bench.mouse(.press, at: edge) + bench.mouse(.release, at: edge)
        #expect(bench.said.last == "Edge.")
        #expect(saved(effects).map(\.choiceIndex) == [2])
        #expect(bench.screen.contains("choice 1 2 ‹3›"))
    }

    @Test func theOneThatIsLookedAtWhileItComesGoesOn() {
        let bench = TestBench()
        bench.send("Heads or tails?")
        bench.arrive(Chunk.content("Heads.") + Chunk.content("Tai", choice: 1))
        #expect(bench.press("<a-o>") == [])
        bench.arrive(Chunk.content("ls.", choice: 1) + Chunk.done)
        bench.end()
        #expect(bench.said.last == "Tails.")
        #expect(bench.state.session.tree.turns.last?.choiceIndex == 1)
        #expect(saved(bench.effects).last?.message.content == "Tails.")
        #expect(bench.screen.contains("choice 1 ‹2›"))
    }

    /// What followed was said to the first one.
    @Test func whereTheConversationHasGoneOnItIsASibling() {
        let bench = coin()
        bench.send("Again.")
        bench.answer("Sure.")
        bench.press("<a-2>", "K", "K", "K", "<a-o>")
        #expect(bench.said == ["Heads or tails?", "Tails."])
        #expect(bench.screen.contains("assistant ‹2/2›"))
        bench.press("<lt>")
        #expect(bench.said == ["Heads or tails?", "Heads.", "Again.", "Sure."])
    }

    @Test func anotherLaneShowsItToo() {
        let bench = coin()
        bench.press("<a-c>", "<a-left>", "<a-o>")
        let said = bench.state.session.lanes.map {
            bench.state.session.tree[$0.head]?.message.content
        }
        #expect(said == ["Tails.", "Tails."])
        #expect(bench.screen.contains("│ Tails.                          │ Tails."))
    }

    @Test func oneThatWasChosenIsThereWhenTheSessionIsOpenedAgain() throws {
        let bench = coin()
        bench.press("<a-o>")
        let exchange = try #require(bench.starts.first?.exchange)
        var script = AnswerScript(bench.starts[0], at: .today)
        let events =
            script.perform(.read(Array(Self.coins.utf8), at: .seconds(1)))
            + script.perform(.end(nil, at: .seconds(2)))
        let again = TestBench()
        let session = bench.state.session
        again.respond(
            to: .opened(
                Session(
                    id: session.id ?? SessionID(rawValue: ""), title: session.title,
                    created: session.created, updated: .today, settings: .practice,
                    turns: session.tree.turns, head: session.lanes[0].head)))
        #expect(again.screen.contains("Tails."))
        again.respond(to: .traffic(exchange, events))
        #expect(again.screen.contains("choice 1 ‹2› 3"))
        #expect(again.screen.contains("Tails."))
        again.press("<a-o>")
        #expect(again.said.last == "Edge.")
    }

    /// Not the last answer alone has its tabs: also after another branch was looked at.
    @Test func whatWasAnsweredBeforeKeepsItsChoices() {
        let bench = coin()
        bench.send("Again.")
        bench.answer("Sure.")
        bench.press("<a-2>", "K", "K", "K", "<a-o>")
        #expect(bench.screen.contains("choice 1 ‹2› 3"))
        bench.press("<lt>")
        #expect(bench.said == ["Heads or tails?", "Heads.", "Again.", "Sure."])
        #expect(bench.screen.contains("choice ‹1› 2 3"))
        bench.resize(to: .medium)
        #expect(bench.screen.contains("choice ‹1› 2 3"))
        bench.press("f")
        #expect(bench.screen.contains("choice ‹1› 2 3"))
    }

    @Test func whatTheLibraryHasOfThemIsShown() throws {
        let bench = coin()
        bench.send("Again.")
        bench.answer("Sure.")
        let again = TestBench()
        let session = try #require(saved(session: bench))
        let effects = again.respond(to: .opened(session))
        #expect(effects.contains(.loadChoices(session.id)))
        #expect(!again.screen.contains("choice ‹1› 2 3"))
        let exchange = try #require(bench.starts.first?.exchange)
        let choices = (0...2).map {
            var choice = Choice(index: $0)
            choice.content = ["Heads.", "Tails.", "Edge."][$0]
            return choice
        }
        again.respond(to: .choices([exchange: choices], of: SessionID(rawValue: "other")))
        #expect(!again.screen.contains("choice ‹1› 2 3"))
        again.respond(to: .choices([exchange: choices], of: session.id))
        #expect(again.screen.contains("choice ‹1› 2 3"))
        again.press("<a-2>", "K", "K", "K", "<a-o>", "<a-o>")
        #expect(again.said == ["Heads or tails?", "Edge."])
        #expect(again.screen.contains("choice 1 2 ‹3›"))
    }

    private func saved(session bench: TestBench) -> Session? {
        bench.effects.reversed().lazy.compactMap { effect -> Session? in
            guard case .save(var session, _) = effect else { return nil }
            session.turns = bench.state.session.tree.turns
            return session
        }.first
    }

    @Test func whereThereIsOneOnlyThatIsSaid() {
        let bench = TestBench.talk(1)
        #expect(bench.press("<a-o>") == [])
        #expect(bench.notice == "No answer here has several choices.")
    }

    @Test func theOneThatIsShownIsContinued() {
        let bench = coin()
        bench.press("<a-o>", "<a-2>", "c")
        #expect(bench.sent == ["Heads or tails?", "Tails."])
        #expect(bench.starts.last?.request.continuesAnswer == true)
        bench.answer(" Sure.")
        #expect(bench.press("y") == [.copy("Tails. Sure.")])
    }

    /// Each of them has its own calls and its own thinking.
    @Test func itsCallsAndItsThinkingGoWithIt() throws {
        let bench = coin()
        var choice = Choice(index: 1)
        choice.toolCalls = [ToolCall(id: "1", name: "toss", arguments: "{}")]
        choice.reasoning = "A coin."
        choice.refusal = "no"
        var turn = try #require(bench.state.session.tree.turns.last)
        turn.say(choice)
        #expect(turn.message.toolCalls.map(\.name) == ["toss"])
        #expect(turn.message.reasoning == "A coin.")
        #expect(turn.refusal == "no")
        #expect(turn.choice == choice)
    }

    @Test func goingBackFromASiblingMakesNoOther() {
        let bench = coin()
        bench.send("Again.")
        bench.answer("Sure.")
        bench.press("<a-2>", "K", "K", "<a-o>")
        let exchange = bench.starts[0].exchange
        var script = AnswerScript(bench.starts[0], at: .today)
        let events =
            script.perform(.read(Array(Self.coins.utf8), at: .seconds(1)))
            + script.perform(.end(nil, at: .seconds(2)))
        bench.respond(to: .traffic(exchange, events))
        #expect(bench.screen.contains("choice 1 ‹2› 3"))
        bench.press("<a-o>", "<a-o>")
        #expect(bench.said == ["Heads or tails?", "Heads.", "Again.", "Sure."])
        let answers = bench.state.session.tree.turns.filter { $0.exchange == exchange }
        #expect(answers.map(\.message.content) == ["Heads.", "Edge."])
    }

    /// What followed can be brought back.
    @Test func whatWasDeletedBelowStaysWithTheFirst() {
        let bench = coin()
        bench.send("Again.")
        bench.answer("Sure.")
        bench.press("<a-2>", "K", "K", "d", "<esc>", "<a-o>")
        #expect(bench.said == ["Heads or tails?", "Tails."])
        bench.press("<lt>", "u")
        #expect(bench.said.prefix(3) == ["Heads or tails?", "Heads.", "Again."])
    }

    @Test func inChineseToo() {
        let bench = TestBench(language: .chinese)
        bench.send("正面还是反面？")
        bench.arrive(Self.coins)
        bench.end()
        #expect(bench.screen.contains("候选 ‹1› 2 3"))
        bench.press("<a-o>")
        #expect(bench.screen.contains("候选 1 ‹2› 3"))
    }
}
