import ChatCompletions
import Conversations
import Engine
import ScreenKit
import SessionLibrary
import Support
import Synchronization
import Testing
import Workbench

/// A prompt's way through the engine: saved, sent, shown, recorded.
@MainActor @Suite(.timeLimit(.minutes(1))) struct AnswerTests {
    @Test func anAnswerIsShownAsItComesAndKept() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("why?")
        desk.arrive(Chunk.content("Because "), at: 0.4)
        await desk.idle()
        #expect(desk.screen.contains("Because"))
        #expect(desk.state.isRunning)
        desk.arrive(Chunk.content("so.") + Chunk.finish() + Chunk.done, at: 0.5)
        desk.end()
        await desk.idle()
        #expect(!desk.state.isRunning)
        let session = try place.onlySession()
        #expect(session.turns == desk.state.session.tree.turns)
        #expect(session.turns.last?.message.content == "Because so.")
        #expect(session.head == session.turns.last?.id)
    }

    /// Some services answer with another model than was asked for.
    @Test func theModelThatAnsweredIsKept() async throws {
        let place = try TemporaryLibrary()
        let settings = LaneSettings(provider: "practice", model: "practice-bigram")
        let desk = TestDesk(library: place.path, settings: settings)
        desk.send("why?")
        desk.arrive(Chunk.content("Because.") + Chunk.finish() + Chunk.done)
        desk.end()
        await desk.idle()
        #expect(desk.state.session.tree.turns.last?.model == "practice")
        #expect(try place.onlySession().turns == desk.state.session.tree.turns)
    }

    @Test func aKeyIsAnsweredAtOnce() {
        let desk = TestDesk()
        desk.type("今")
        #expect(desk.screen.contains("› 今") || desk.screen.contains("›今"))
        desk.resize(to: .medium)
        #expect(desk.display.frame.grid.size == .medium)
    }

    @Test func theTurnsAreSavedBeforeTheRequestGoesOut() async throws {
        let place = try TemporaryLibrary()
        let wires = TestWires()
        let found = Mutex<[Turn]>([])
        let desk = TestDesk(library: place.path, wires: wires) { world in
            world.exchange = { start in
                let session = try? Library.open(at: place.path).session(start.session)
                found.withLock { $0 = session?.turns ?? [] }
                return wires.open(start, at: .today)
            }
        }
        desk.send("why?")
        await desk.idle()
        #expect(found.withLock { $0 }.map(\.message.role) == [.user, .assistant])
        #expect(found.withLock { $0 }.last?.state == .streaming)
    }

    @Test func doneOnTheScreenMeansSaved() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("why?")
        await desk.idle()
        var saved: Turn?
        desk.display.onFrame = { _ in
            guard saved == nil, !desk.state.isRunning else { return }
            saved = try? place.onlySession().turns.last
        }
        desk.arrive(Chunk.content("Because.") + Chunk.finish() + Chunk.done)
        desk.end()
        await desk.idle()
        #expect(saved?.state == .done)
        #expect(saved?.message.content == "Because.")
    }

    @Test func stoppingClosesTheExchangeAndKeepsWhatCame() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("Count.")
        desk.arrive(Chunk.content("1 2"))
        await desk.idle()
        let exchange = desk.exchange()
        desk.press("<esc>")
        await desk.idle()
        #expect(desk.wires.isCancelled(exchange))
        #expect(desk.screen.contains("■ stopped"))
        let turn = try place.onlySession().turns.last
        #expect(turn?.state == .stopped)
        #expect(turn?.message.content == "1 2")
    }

    @Test func whatIsStoppedBeforeItCouldBeginEndsToo() async throws {
        let (opening, wires) = (Latch(), TestWires())
        let desk = TestDesk(wires: wires) { world in
            world.exchange = { start in
                await opening.wait()
                return wires.open(start, at: .today)
            }
        }
        desk.send("why?")
        let exchange = desk.exchange()
        desk.press("<esc>")
        opening.open()
        await desk.idle()
        #expect(wires.isCancelled(exchange))
        #expect(!desk.state.isRunning)
        #expect(desk.state.session.tree.turns.last?.state == .stopped)
    }

    @Test func lanesAreRecordedEachForItself() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.press("<a-c>")
        desk.send("why?")
        for lane in [1, 0] {
            desk.arrive(Chunk.content("lane \(lane)") + Chunk.finish() + Chunk.done, lane: lane)
            desk.end(lane: lane)
        }
        await desk.idle()
        let session = try place.onlySession()
        let answers = session.turns.filter { $0.message.role == .assistant }
        #expect(answers.map(\.message.content) == ["lane 0", "lane 1"])
        let exchanges = try Library.open(at: place.path).exchanges(of: session.id)
        #expect(Set(exchanges.map(\.turn)) == Set(answers.map(\.id)))
        #expect(exchanges.allSatisfy { $0.state == .done })
    }

    @Test func modelsAreListedByTheWorld() async {
        let desk = TestDesk { world in
            world.models = { _ in .success(["a-new-model"]) }
        }
        desk.press("<c-g>")
        await desk.idle()
        #expect(desk.screen.contains("a-new-model"))
    }

    @Test func theTerminalsOwnEffectsReachIt() async {
        let desk = TestDesk()
        desk.send("why?")
        desk.arrive(Chunk.content("Because.") + Chunk.finish() + Chunk.done)
        desk.end()
        await desk.idle()
        desk.press("<c-z>", "<c-l>", "<a-2>", "y")
        #expect(desk.display.suspendCount == 1)
        #expect(desk.display.redrawCount == 1)
        #expect(desk.display.copied == ["Because."])
        #expect(desk.screen.contains("8 characters sent to the clipboard."))
    }
}

extension TemporaryLibrary {
    func onlySession() throws -> Session {
        let library = try Library.open(at: path)
        let ids = try library.sessions(limit: 10).map(\.id)
        #expect(ids.count == 1)
        let id = try #require(ids.first)
        return try #require(try library.session(id))
    }
}
