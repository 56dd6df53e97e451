import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Sessions, lists to choose from, and what the library says.
@Suite struct SessionTests {
    @Test func theListIsAskedForAndOneOpened() {
        let bench = TestBench()
        #expect(bench.press("<c-o>").count == 1)
        bench.list(SessionSummary.samples)
        bench.type("温度")
        bench.list(SessionSummary.samples)
        #expect(bench.press("<enter>") == [.open(SessionID(rawValue: "s2"))])
        #expect(
            bench.respond(to: .opened(.interrupted))
                == [
                    .loadTraffic(ExchangeID(rawValue: "x")), .loadChoices(Session.interrupted.id),
                ])
        #expect(bench.screen.contains("熵是不确定性的"))
        #expect(bench.state.current.system == "Be brief.")
        bench.press("<up>")
        #expect(bench.state.screen.composer.text == "什么是熵？")
    }

    @Test func whatIsWrittenAlreadyIsNotWrittenOverByADraft() {
        let bench = TestBench()
        let draft = KeptDraft(id: "d", updated: .today, draft: Draft(prompt: "the earlier one"))
        bench.type("the new one")
        #expect(bench.respond(to: .draft(draft)) == [])
        #expect(bench.state.screen.composer.text == "the new one")
        bench.press("<c-u>")
        #expect(
            bench.respond(to: .draft(draft)) == [.keepDraft(draft.draft), .forgetDraft("d")])
        #expect(bench.state.screen.composer.text == "the earlier one")
    }

    @Test func aDraftOfAnotherSessionIsLeftForIt() {
        let bench = TestBench()
        let id = Session.interrupted.id
        let draft = KeptDraft(id: "d", updated: .today, draft: Draft(session: id, prompt: "why?"))
        #expect(bench.respond(to: .draft(draft)) == [])
        bench.respond(to: .restored(.interrupted))
        #expect(bench.respond(to: .draft(draft)).contains(.forgetDraft("d")))
        #expect(bench.state.screen.composer.text == "why?")
        #expect(bench.state.draft == draft.draft)
    }

    @Test func anInterruptedAnswerIsAskedAgain() {
        let bench = TestBench()
        bench.respond(to: .restored(.interrupted))
        bench.press("<c-r>")
        #expect(
            bench.starts.last?.request.messages == [
                Message(.system, "Be brief."), Message(.user, "什么是熵？"),
            ])
        #expect(bench.starts.last?.session == Session.interrupted.id)
    }

    @Test func aSessionIsNotLeftWhileItsAnswerArrives() {
        let bench = TestBench()
        bench.send("why?")
        let session = bench.state.session.id
        #expect(bench.press("<c-n>") == [])
        #expect(bench.respond(to: .opened(.interrupted)) == [])
        bench.press("<c-o>")
        bench.list(SessionSummary.samples)
        #expect(bench.press("<enter>") == [])
        #expect(bench.state.session.id == session)
        #expect(bench.state.isRunning)
    }

    @Test func aNewSessionKeepsTheSettings() {
        let bench = TestBench()
        bench.press("<a-3>", "1", "<enter>", "<a-1>")
        bench.send("why?")
        bench.answer("Because.")
        bench.press("<c-n>")
        #expect(bench.state.session.id == nil)
        #expect(bench.state.current.settings.parameters["temperature"] == 1)
        bench.send("why not?")
        #expect(bench.starts.last?.request.messages == [Message(.user, "why not?")])
        #expect(bench.starts[0].session != bench.starts[1].session)
    }

    @Test func whatTheCommandLineNamesOutlivesTheRestoring() {
        let bench = TestBench()
        let wanted = [
            LaneSettings(provider: "practice", model: "practice-bigram"),
            LaneSettings(provider: "ppio", model: "deepseek/deepseek-r1"),
        ]
        bench.state.open(lanes: wanted)
        bench.respond(to: .restored(.interrupted))
        #expect(bench.state.session.lanes.map(\.settings) == wanted)
        #expect(bench.state.screen.lane == 0)
        #expect(bench.state.session.id == Session.interrupted.id)
    }

    private static func compared() -> Session {
        var session = Session.interrupted
        var other = session.turns[1]
        other.id = TurnID(rawValue: "b")
        other.message.content = "Entropy is"
        other.exchange = ExchangeID(rawValue: "y")
        other.state = .done
        session.turns.append(other)
        var settings = session.settings
        settings.parameters["temperature"] = 1.5
        let lane = SessionLane(settings: settings, system: "Be long.", head: other.id)
        session.setLanes([session.lanes[0], lane], current: 1)
        return session
    }

    @Test func aSessionThatIsOpenedAgainHasItsLanes() {
        let session = Self.compared()
        let bench = TestBench()
        #expect(
            bench.respond(to: .restored(session))
                == ["x", "y"].map { .loadTraffic(ExchangeID(rawValue: $0)) }
                + [.loadChoices(session.id)])
        #expect(bench.state.session.lanes.map(\.head?.rawValue) == ["a", "b"])
        #expect(bench.state.session.lanes.map(\.settings) == session.lanes.map(\.settings))
        #expect(bench.state.session.lanes.map(\.system) == ["Be brief.", "Be long."])
        #expect(bench.state.screen.lane == 1)
        #expect(bench.screen.contains("Entropy is"))
        #expect(bench.screen.contains("熵是不确定性的"))
    }

    @Test func aSessionIsSavedWithItsLanes() {
        let session = Self.compared()
        let bench = TestBench()
        bench.respond(to: .restored(session))
        guard case .save(let saved, []) = bench.press("<a-c>").first else {
            Issue.record("the session is not saved")
            return
        }
        #expect(saved.lanes == session.lanes + [session.lanes[1]])
        #expect(saved.lane == 2)
        bench.send("and then?")
        let systems = bench.starts.map { $0.request.messages.first?.content }
        #expect(systems == ["Be brief.", "Be long.", "Be long."])
    }

    /// A lane that begins as a copy of another is given a system prompt of its own.
    @Test func aSystemPromptIsOfOneLane() {
        let bench = TestBench()
        bench.respond(to: .restored(Self.compared()))
        bench.press("<a-c>", "<a-y>")
        bench.type("!")
        bench.press("<c-s>")
        let systems = bench.state.session.lanes.map(\.system)
        #expect(systems == ["Be brief.", "Be long.", "Be long.!"])
    }

    @Test func lanesOfTheCommandLineStandInPlaceOfTheSavedOnes() {
        let bench = TestBench()
        let wanted = ["practice-bigram", "practice"].map {
            LaneSettings(provider: "practice", model: $0)
        }
        bench.state.open(lanes: wanted)
        bench.respond(to: .restored(Self.compared()))
        #expect(bench.state.session.lanes.map(\.settings) == wanted)
        #expect(bench.state.session.lanes.map(\.head?.rawValue) == ["b", "b"])
    }

    @Test func aRestoredSessionDoesNotReplaceOneThatHasBegun() {
        let bench = TestBench()
        bench.send("quick!")
        #expect(bench.respond(to: .restored(.interrupted)) == [])
        #expect(bench.state.session.title == "quick!")
    }

    @Test func recordedTrafficIsShownWithItsFigures() {
        let bench = TestBench()
        bench.respond(to: .restored(.interrupted))
        let other = TestBench()
        other.send("什么是熵？")
        let start = other.starts[0]
        var script = AnswerScript(start, at: .today)
        let events =
            script.perform(.read(Array(Chunk.content("熵").utf8), at: .seconds(1)))
            + script.perform(.end(.stopped, at: .seconds(2)))
        bench.respond(to: .traffic(ExchangeID(rawValue: "x"), events))
        #expect(bench.screen.contains("\"熵\""))
        #expect(bench.state.current.take?.end != nil)
        bench.respond(to: .traffic(ExchangeID(rawValue: "other"), []))
        #expect(bench.state.current.take?.log.eventCount == 1)
    }

    @Test func everyChoiceOfARecordedAnswerIsThereAgain() {
        let bench = TestBench()
        bench.respond(to: .restored(.interrupted))
        let other = TestBench()
        other.send("什么是熵？")
        var script = AnswerScript(other.starts[0], at: .today)
        let text = Chunk.content("熵是") + Chunk.content("another one", choice: 1)
        let events =
            script.perform(.read(Array(text.utf8), at: .seconds(1)))
            + script.perform(.end(nil, at: .seconds(2)))
        bench.respond(to: .traffic(ExchangeID(rawValue: "x"), events))
        #expect(bench.screen.contains("choice ‹1› 2"))
        bench.press("<a-o>")
        #expect(bench.find("another one").row > 0)
    }

    @Test func theSystemPromptStandsBeforeTheTurns() {
        let bench = TestBench()
        bench.press("<a-y>")
        bench.type("Be kind.")
        bench.press("<c-s>")
        #expect(bench.find("system").row == 2)
        bench.send("why?")
        bench.answer("Because.")
        #expect(bench.find("Be kind.").row == 3)
        #expect(bench.find("Because.").row > 3)
        bench.press("<a-y>")
        bench.type(" And brief.")
        bench.press("<c-s>")
        #expect(bench.screen.contains("Be kind. And brief."))
        #expect(bench.screen.contains("Because."))
        bench.press("<c-n>")
        #expect(!bench.screen.contains("Be kind."))
    }

    @Test func theSystemPromptIsKeptOrGivenUp() {
        let bench = TestBench()
        bench.press("<a-y>")
        bench.type("Be brief.")
        bench.press("<esc>", "n")
        #expect(bench.state.current.system == "")
        bench.press("<a-y>")
        bench.type("Be kind.")
        // Without a prompt yet, so that it is there after a start.
        guard case .save(let begun, []) = bench.press("<c-s>").first else {
            Issue.record("the system prompt is not saved")
            return
        }
        #expect(begun.system == "Be kind." && begun.title.isEmpty)
        #expect(bench.state.current.system == "Be kind.")
        bench.send("why?")
        bench.answer("Because.")
        bench.press("<a-y>")
        guard case .save(let session, []) = bench.press("<c-s>").first else {
            Issue.record("the session is not saved")
            return
        }
        #expect(session.system == "Be kind.")
    }

    @Test func aProviderIsChosenAndThenItsModel() {
        let bench = TestBench()
        bench.press("<c-t>")
        bench.type("ppio")
        let effects = bench.press("<enter>")
        let settings = bench.state.current.settings
        #expect(settings.provider == "ppio")
        #expect(effects == [.listModels(settings)])
        bench.type("my-own/model")
        bench.press("<enter>")
        #expect(bench.state.current.settings.model == "my-own/model")
    }

    @Test func aListOfModelsThatDoesNotComeSaysSo() {
        let bench = TestBench(settings: LaneSettings(provider: "ppio", model: "m"))
        bench.press("<c-g>")
        let failure = Failure(.transport, "connection refused", phase: .connect)
        bench.respond(to: .models(provider: "ppio", .failure(failure)))
        #expect(bench.state.screen.notice?.isError == true)
        bench.press("<enter>")
        #expect(bench.state.current.settings.model == "deepseek/deepseek-r1-turbo")
    }

    @Test func anEmptyListSaysWhyItIsEmpty() {
        let bench = TestBench(settings: LaneSettings(provider: "generic", model: "m"))
        bench.press("<c-g>")
        let failure = Failure(.transport, "nothing answers", phase: .connect)
        bench.respond(to: .models(provider: "generic", .failure(failure)))
        #expect(bench.screen.contains("No connection could be made"))
        #expect(!bench.screen.contains("Nothing matches."))
        bench.press("<esc>", "<c-g>")
        bench.respond(to: .models(provider: "generic", .success([""])))
        #expect(bench.screen.contains("type any name"))
        bench.press("<esc>", "<c-o>")
        bench.list([])
        #expect(bench.screen.contains("No session has been saved yet."))
    }

    @Test func modelsOfAnotherProviderAreNotMixedIn() {
        let bench = TestBench(settings: LaneSettings(provider: "ppio", model: "m"))
        bench.press("<c-g>")
        bench.respond(to: .models(provider: "openai", .success(["gpt-from-elsewhere"])))
        #expect(!bench.screen.contains("gpt-from-elsewhere"))
    }

    @Test func aCommandIsRunFromThePalette() {
        let bench = TestBench()
        bench.press("<c-p>")
        bench.type("add lane")
        bench.press("<enter>")
        #expect(bench.state.session.lanes.count == 2)
        #expect(bench.state.screen.dialogs.isEmpty)
    }

    @Test func aClickBesideAListClosesIt() {
        let bench = TestBench()
        bench.press("<c-p>")
        bench.mouse(.press, at: Point(row: 0, column: 0))
        #expect(bench.state.screen.dialogs.isEmpty)
        bench.press("<c-p>")
        bench.type("lane")
        bench.click(on: "Add a lane")
        #expect(bench.state.session.lanes.count == 2)
    }

    @Test func aLibraryProblemIsShownUntilItIsOver() {
        let bench = TestBench()
        bench.respond(to: .libraryProblem(Phrase(verbatim: "the disk is full.")))
        #expect(bench.screen.contains("not saved"))
        bench.press("<a-m>")
        #expect(bench.screen.contains("the disk is full."))
        bench.press("<esc>")
        bench.click(on: "✗ not saved")
        #expect(bench.screen.contains("the disk is full."))
        bench.press("<esc>")
        bench.respond(to: .libraryProblem(nil))
        #expect(!bench.screen.contains("not saved"))
    }

    @Test func theSameIsNotSaidTwice() {
        let bench = TestBench()
        bench.respond(
            to: .notice(
                Notice(Phrase(verbatim: "Nothing is saved: the disk is full."), isError: true)))
        bench.respond(to: .libraryProblem(Phrase(verbatim: "the disk is full.")))
        bench.press("j", "<a-m>")
        #expect(
            bench.state.top(MessageDialog.self)?.text.english
                == "Nothing is saved: the disk is full.")
    }

    @Test func everythingThatWouldBeLostIsNamed() {
        let bench = TestBench()
        bench.send("why?")
        bench.arrive(Chunk.content("Because"))
        bench.respond(to: .libraryProblem(Phrase(verbatim: "the disk is full.")))
        bench.press("<c-q>")
        #expect(bench.screen.contains("An answer is still arriving."))
        #expect(bench.screen.contains("What came last is not saved."))
        #expect(bench.screen.contains("y or enter quits"))
    }

    @Test(arguments: ["and then?", ""])
    func anAnswerOfAnotherProgramIsMarkedAndNotSentFrom(prompt: String) {
        var session = Session.interrupted
        session.turns[1].state = .streaming
        session.turns[1].failure = Failure(.truncated, "Another program has it", phase: .record)
        let bench = TestBench()
        bench.respond(to: .restored(session))
        #expect(bench.screen.contains("■ Another program has it."))
        let effects = prompt.isEmpty ? bench.press("<c-r>") : bench.send(prompt)
        #expect(effects == [])
        #expect(
            bench.state.screen.notice?.text.english
                == "An answer is still arriving in session s, in another "
                + "program; wait for it, or stop it there.")
        #expect(bench.state.screen.composer.text == prompt)
    }

    @Test func anAnswerThatIsKeptInPartSaysSoWhenItIsOpened() {
        var session = Session.interrupted
        session.turns[1].failure = Failure(.truncated, "Only half is saved", phase: .record)
        let bench = TestBench()
        bench.respond(to: .restored(session))
        #expect(bench.screen.contains("■ Only half is saved."))
        #expect(!bench.screen.contains("the program ended"))
    }

    @Test func whatCouldNotBeSavedIsNotLeftWithoutAsking() {
        let bench = TestBench()
        bench.respond(to: .libraryProblem(Phrase(verbatim: "the disk is full.")))
        #expect(bench.press("<c-q>") == [.quit])
        let asked = TestBench()
        asked.send("why?")
        asked.answer("Because.")
        asked.respond(to: .libraryProblem(Phrase(verbatim: "the disk is full.")))
        #expect(asked.press("<c-q>") == [])
        #expect(asked.screen.contains("What came last is not saved."))
        #expect(asked.press("y") == [.quit])
    }
}
