import Engine
import ScreenKit
import SessionLibrary
import Support
import Testing
import Workbench

@MainActor @Suite(.timeLimit(.minutes(1))) struct FirstAnswerTests {
    @Test func aPromptIsAnsweredOnTheScreen() async throws {
        let library = try TemporaryLibrary()
        let desk = TestDesk(library: library.path)
        desk.send("why?")
        desk.arrive(Chunk.content("Because."), at: 0.4)
        await desk.idle()
        #expect(desk.screen.contains("Because."))
        #expect(desk.state.isRunning)
        desk.arrive(Chunk.finish() + Chunk.done, at: 0.5)
        desk.end()
        await desk.idle()
        #expect(!desk.state.isRunning)
    }
}
