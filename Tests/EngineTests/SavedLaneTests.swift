import ChatCompletions
import Conversations
import Engine
import Sending
import SessionLibrary
import Support
import Testing
import Workbench

/// Lanes in the library.
@MainActor @Suite(.timeLimit(.minutes(1))) struct SavedLaneTests {
    /// A comparison at two temperatures, its right lane with a system prompt of its own.
    private func compare(in place: TemporaryLibrary) async throws -> TestDesk {
        let desk = TestDesk(library: place.path)
        desk.press("<a-c>", "<a-3>", "1", ".", "5", "<enter>", "<a-1>")
        desk.send("why?")
        for (lane, text) in ["left", "right"].enumerated() {
            desk.arrive(Chunk.content(text) + Chunk.finish() + Chunk.done, lane: lane)
            desk.end(lane: lane)
        }
        await desk.idle()
        await desk.archive.close()
        let library = try Library.open(at: place.path)
        var session = try place.onlySession()
        session.system = "Be kind."
        try library.save(session)
        return desk
    }

    @Test func aSessionOpenedAgainHasItsLanes() async throws {
        let place = try TemporaryLibrary()
        let first = try await compare(in: place)
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        let (before, after) = (first.state.session.lanes, second.state.session.lanes)
        #expect(after.map(\.settings) == before.map(\.settings))
        #expect(after.map(\.settings.parameters["temperature"]) == [nil, 1.5])
        #expect(after.map(\.head) == before.map(\.head))
        #expect(after.map(\.system) == ["", "Be kind."])
        #expect(after.map(\.take?.answer) == before.map(\.take?.answer))
        #expect(second.state.screen.lane == 1)
        #expect(second.screen.contains("left"))
        #expect(second.screen.contains("right"))
    }

    @Test func answersOfASessionOpenedAgainHaveTheirChoices() async throws {
        let place = try TemporaryLibrary()
        var settings = LaneSettings.practice
        settings.parameters["n"] = 2
        let desk = TestDesk(library: place.path, settings: settings)
        for prompt in ["heads?", "and now?"] {
            desk.send(prompt)
            let said = Chunk.content("Heads.") + Chunk.content("Tails.", choice: 1)
            desk.arrive(said + Chunk.finish() + Chunk.finish(choice: 1) + Chunk.done)
            desk.end()
            await desk.idle()
        }
        await desk.archive.close()
        let again = TestDesk(library: place.path, launch: .latest)
        await again.idle()
        #expect(again.screen.split(separator: "choice ‹1› 2").count == 3)
        again.press("<a-2>", "g", "<a-o>")
        await again.idle()
        #expect(again.screen.contains("choice 1 ‹2›"))
    }

    @Test func lanesOutliveWhatIsSavedLater() async throws {
        let place = try TemporaryLibrary()
        _ = try await compare(in: place)
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        second.send("and then?")
        await second.idle()
        let saved = try place.onlySession()
        #expect(saved.lanes.map(\.settings.parameters["temperature"]) == [nil, 1.5])
        #expect(saved.lanes.map(\.system) == ["", "Be kind."])
        #expect(saved.lanes.map(\.head) == second.state.session.lanes.map(\.head))
        second.end(lane: 0)
        second.end(lane: 1)
        await second.idle()
    }

    /// Nothing has to be sent for that.
    @Test func whatIsSetAfterTheLastPromptIsSaved() async throws {
        let place = try TemporaryLibrary()
        let first = try await compare(in: place)
        #expect(!first.state.hasUnsavedChanges)
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        #expect(!second.state.hasUnsavedChanges)
        second.press("<a-3>", "0", ".", "7", "<enter>")
        #expect(second.state.hasUnsavedChanges)
        second.driver.handle(.terminate)
        await second.closed()
        let values = try place.onlySession().lanes.map(\.settings.parameters["temperature"])
        #expect(values == [nil, 0.7])
    }

    /// Within half a second, the program going on.
    @Test func whatIsSetIsSavedSoon() async throws {
        let place = try TemporaryLibrary()
        _ = try await compare(in: place)
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        desk.press("<a-3>", "0", ".", "7", "<enter>")
        while desk.state.hasUnsavedChanges { try await Task.sleep(for: .milliseconds(20)) }
        await desk.idle()
        let values = try place.onlySession().lanes.map(\.settings.parameters["temperature"])
        #expect(values == [nil, 0.7])
    }

    @Test func aSystemPromptIsKeptBeforeAnythingIsSent() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path, launch: .new)
        await first.idle()
        first.press("<a-y>")
        first.type("Be brief.")
        first.press("<c-s>")
        await first.idle()
        await first.archive.close()
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        #expect(second.state.current.system == "Be brief.")
        second.send("why?")
        second.end(lane: 0)
        await second.idle()
        let saved = try place.onlySession()
        #expect(saved.title == "why?")
        #expect(saved.system == "Be brief.")
    }

    /// A name is for every session; what was sent under it stays when it is forgotten.
    @Test func aSystemPromptIsKeptUnderAName() async throws {
        let place = try TemporaryLibrary()
        let first = TestDesk(library: place.path, launch: .new)
        await first.idle()
        first.press("<a-y>")
        first.type("You are a teacher.")
        first.press("<c-s>", "<a-K>")
        first.type("老师")
        first.press("<enter>")
        await first.idle()
        await first.archive.close()
        let second = TestDesk(library: place.path, launch: .new)
        await second.idle()
        #expect(second.state.current.system == "")
        second.press("<a-Y>", "<enter>")
        await second.idle()
        #expect(second.state.current.system == "You are a teacher.")
        #expect(
            try Library.open(at: place.path).systemPrompts() == [
                NamedPrompt(name: "老师", text: "You are a teacher.")
            ])
        second.press("<a-F>", "<enter>")
        await second.idle()
        #expect(try Library.open(at: place.path).systemPrompts() == [])
        #expect(second.state.current.system == "You are a teacher.")
    }

    /// What the command line says goes before what the session remembers, and is not its own yet.
    @Test func aStartChangesNoSession() async throws {
        let place = try TemporaryLibrary()
        _ = try await compare(in: place)
        let before = try place.onlySession()
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        desk.press("<a-4>", "<a-1>")
        desk.driver.handle(.terminate)
        await desk.closed()
        #expect(try place.onlySession() == before)
    }

    @Test func adoptedLanesAreGone() async throws {
        let place = try TemporaryLibrary()
        _ = try await compare(in: place)
        let second = TestDesk(library: place.path, launch: .latest)
        await second.idle()
        second.press("<a-a>")
        await second.idle()
        let saved = try place.onlySession()
        #expect(saved.lanes.count == 1)
        #expect(saved.head == second.state.session.lanes[0].head)
        #expect(saved.turns.map(\.message.content) == ["why?", "left", "right"])
    }
}
