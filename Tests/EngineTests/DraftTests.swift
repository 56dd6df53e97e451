import ChatCompletions
import Engine
import ScreenKit
import Sending
import Support
import Testing
import Workbench

/// What was written and not sent comes back. The program that wrote it is taken for one of an
/// earlier boot, since all desks here are one process.
@MainActor @Suite(.timeLimit(.minutes(1))) struct DraftTests {
    /// Writes something, and is ended as by a hang-up.
    private func library(
        _ launch: Launch = .latest, in place: TemporaryLibrary? = nil,
        _ write: (TestDesk) async -> Void
    ) async throws -> TemporaryLibrary {
        let place = try place ?? TemporaryLibrary()
        let desk = TestDesk(library: place.path, launch: launch)
        await desk.idle()
        await write(desk)
        desk.driver.handle(.terminate)
        await desk.closed()
        return try place.afterPowerCut()
    }

    private func ask(_ desk: TestDesk) async {
        desk.send("why?")
        desk.arrive(Chunk.content("Because.") + Chunk.finish() + Chunk.done)
        desk.end()
        await desk.idle()
    }

    @Test func aPromptOfNoSessionYetComesBack() async throws {
        let place = try await library { $0.paste("half\na thought") }
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        #expect(desk.state.screen.composer.text == "half\na thought")
        #expect(desk.state.session.id == nil)
        #expect(desk.screen.contains("What you were writing is back"))
        // Taken over: it is ours now, and not offered again.
        #expect(try await desk.archive.drafts().isEmpty)
    }

    @Test func aDraftBelongsToItsSession() async throws {
        let place = try await library { desk in
            await ask(desk)
            desk.type("and why not?")
        }
        let other = TestDesk(library: place.path, launch: .new)
        await other.idle()
        #expect(other.state.screen.composer.text.isEmpty)
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        #expect(desk.state.screen.composer.text == "and why not?")
        #expect(desk.screen.contains("Because."))
    }

    @Test func aSessionThatIsOpenedFromTheListBringsItsDraft() async throws {
        let place = try await library { desk in
            await ask(desk)
            desk.type("and why not?")
        }
        let desk = TestDesk(library: place.path, launch: .new)
        await desk.idle()
        desk.press("<c-o>")
        await desk.idle()
        desk.press("<enter>")
        await desk.idle()
        #expect(desk.state.screen.composer.text == "and why not?")
    }

    @Test func aSystemPromptBeingEditedComesBackInItsBox() async throws {
        let place = try await library { desk in
            desk.press("<a-y>")
            desk.type("Be brief.")
        }
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        #expect(desk.screen.contains("System prompt"))
        #expect(desk.screen.contains("Be brief."))
        desk.press("<c-s>")
        #expect(desk.state.current.system == "Be brief.")
    }

    @Test func behindAnEarlierPromptTheDraftIsKept() async throws {
        let place = try await library { desk in
            await ask(desk)
            desk.type("new")
            desk.press("<a-p>")
        }
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        #expect(desk.state.screen.composer.text == "new")
    }

    @Test func whatWasSentIsNoDraft() async throws {
        let place = try await library { desk in
            desk.type("why")
            await ask(desk)
        }
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.idle()
        #expect(desk.state.screen.composer.text.isEmpty)
        #expect(try await desk.archive.drafts().isEmpty)
    }
}
