import ChatCompletions
import Conversations
import Engine
import ScreenKit
import SessionLibrary
import Support
import Synchronization
import Testing
import Workbench

/// First on the disk, then on the screen: while the disk keeps the engine waiting, the screen waits
/// too, and nothing else does.
@MainActor @Suite(.timeLimit(.minutes(1))) struct SavedFirstTests {
    @Test func noEndIsShownBeforeItIsSaved() async throws {
        let place = try TemporaryLibrary()
        let desk = desk(place)
        desk.send("why?")
        await desk.idle()
        let early = countFrames(of: desk) { _ in !desk.state.isRunning }
        let lock = try FileLock(place.path)
        desk.arrive(Chunk.content("Because.") + Chunk.finish() + Chunk.done)
        desk.end()
        await othersGoOn(at: desk)
        #expect(early() == 0)
        lock.release()
        await saved(at: desk)
        #expect(!desk.state.isRunning)
        #expect(try place.onlySession().turns.last?.state == .done)
    }

    /// What a commit cannot take for now is kept beside it, up to a measure; then the answer waits.
    @Test func noTextIsShownBeforeItIsKept() async throws {
        let place = try TemporaryLibrary()
        let desk = desk(place)
        desk.send("why?")
        await desk.idle()
        let early = countFrames(of: desk) { $0.contains("Because.") }
        let lock = try FileLock(place.path)
        // A head is committed at once: that commit waits for the lock, all else for that commit.
        desk.answer(200, [Header("content-type", "text/event-stream")])
        desk.arrive(": " + String(repeating: "much ", count: 2_000_000) + "\n\n")
        await desk.until { $0.contains("10.0 MB") }
        desk.arrive(Chunk.content("Because."))
        await othersGoOn(at: desk)
        #expect(early() == 0)
        lock.release()
        await desk.until { $0.contains("Because.") }
        desk.arrive(Chunk.finish() + Chunk.done)
        desk.end()
        await saved(at: desk)
        #expect(try place.onlySession().turns.last?.message.content == "Because.")
    }

    /// Where a list of models comes at once, another one each time.
    private func desk(_ place: TemporaryLibrary) -> TestDesk {
        let count = Mutex(0)
        return TestDesk(library: place.path) { world in
            world.models = { _ in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                return .success(["model-\(number)"])
            }
        }
    }

    /// How many frames show something although nothing can be saved, and do not say so.
    private func countFrames(
        of desk: TestDesk, with isThere: @escaping @MainActor (String) -> Bool
    ) -> () -> Int {
        let count = Mutex(0)
        desk.display.onFrame = { screen in
            let isEarly = MainActor.assumeIsolated { isThere(screen) }
            if isEarly, !screen.contains("✗ not saved") { count.withLock { $0 += 1 } }
        }
        return { count.withLock { $0 } }
    }

    /// On a slow machine the lock may have lasted longer than the library is patient.
    private func saved(at desk: TestDesk) async {
        await desk.idle()
        await desk.until { !$0.contains("✗ not saved") }
        await desk.idle()
    }

    /// Some rounds through queue, mailbox and screen: whatever was on its way has arrived.
    private func othersGoOn(at desk: TestDesk) async {
        for number in 1...24 {
            desk.press("<c-g>")
            await desk.until { $0.contains("model-\(number)") }
            desk.press("<esc>")
        }
    }
}
