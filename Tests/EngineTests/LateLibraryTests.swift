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

/// A library that cannot be opened at the start is tried again, and nothing that came meanwhile is
/// lost.
@MainActor @Suite(.timeLimit(.minutes(1))) struct LateLibraryTests {
    private func finish(_ desk: TestDesk, _ text: String) {
        desk.arrive(Chunk.content(text) + Chunk.finish() + Chunk.done)
        desk.end()
    }

    private func answer(_ prompt: String, _ text: String, in place: TemporaryLibrary) async {
        let desk = TestDesk(library: place.path)
        desk.send(prompt)
        finish(desk, text)
        await desk.idle()
        await desk.archive.close()
    }

    @Test func whatCameWhileItWasLockedIsSavedWhenItIsOpen() async throws {
        let place = try TemporaryLibrary()
        await answer("before", "0", in: place)
        let lock = try FileLock(place.path)
        let desk = TestDesk(library: place.path)
        // Two events bring them: the header's mark may be on the screen before the sentence is.
        await desk.until { $0.contains("✗ not saved") && $0.contains("Nothing is saved yet: ") }
        desk.send("one")
        finish(desk, "1")
        await desk.until { $0.contains("finish stop") }
        desk.send("two")
        desk.arrive(Chunk.content("half "))
        await desk.until { $0.contains("half") }
        #expect(desk.screen.contains("✗ not saved"))
        lock.release()
        await desk.until { !$0.contains("✗ not saved") }
        finish(desk, "and half")
        await desk.idle()
        let library = try Library.open(at: place.path)
        let id = try #require(desk.state.session.id)
        let session = try #require(try library.session(id))
        #expect(session.turns.map(\.message.content) == ["one", "1", "two", "half and half"])
        #expect(session.turns == desk.state.session.tree.turns)
        #expect(try library.exchanges(of: session.id).map(\.state) == [.done, .done])
        #expect(try library.sessions(limit: 9).count == 2)
    }

    @Test func theLatestSessionComesLateWhereNothingWasDone() async throws {
        let place = try TemporaryLibrary()
        await answer("before", "the old answer", in: place)
        let lock = try FileLock(place.path)
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.until { $0.contains("✗ not saved") }
        lock.release()
        await desk.until { $0.contains("the old answer") }
        #expect(!desk.screen.contains("✗ not saved"))
    }

    @Test func theLatestSessionDoesNotPushAsideWhatWasBegun() async throws {
        let place = try TemporaryLibrary()
        await answer("before", "the old answer", in: place)
        let lock = try FileLock(place.path)
        let desk = TestDesk(library: place.path, launch: .latest)
        await desk.until { $0.contains("✗ not saved") }
        desk.type("a new thought")
        lock.release()
        await desk.until { $0.contains("The library is open now") }
        #expect(desk.screen.contains("a new thought"))
        #expect(!desk.screen.contains("the old answer"))
    }

    @Test func leavingAsLongAsItIsLockedSaysWhatIsLost() async throws {
        let place = try TemporaryLibrary()
        await answer("before", "0", in: place)
        let lock = try FileLock(place.path)
        let desk = TestDesk(library: place.path)
        await desk.until { $0.contains("✗ not saved") }
        desk.driver.handle(.terminate)
        await desk.closed()
        #expect(desk.display.lastWords?.hasPrefix("What came last is not saved: ") == true)
        lock.release()
    }

    @Test func damageFoundAtTheStartIsSaidAndNothingIsWritten() async throws {
        let place = try TemporaryLibrary()
        await answer("before", "0", in: place)
        var bytes = try TestFile.read(place.path)
        for place in bytes.count - 4_096..<bytes.count { bytes[place] ^= 0x55 }
        try TestFile.write(bytes, to: place.path)
        let desk = TestDesk(library: place.path)
        await desk.until { $0.contains("✗ not saved") }
        #expect(desk.state.screen.notice?.text.english.contains("is damaged") == true)
        #expect(desk.state.screen.notice?.text.english.contains("fader library recover") == true)
        desk.send("one")
        finish(desk, "1")
        await desk.idle()
        #expect(desk.state.session.tree.turns.last?.message.content == "1")
        #expect(try TestFile.read(place.path) == bytes)
    }
}
