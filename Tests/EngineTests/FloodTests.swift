import ChatCompletions
import Conversations
import ScreenKit
import SessionLibrary
import Support
import Testing
import Workbench

@testable import Engine

/// More than a screen can show, and an end that does not come.
@MainActor @Suite(.timeLimit(.minutes(1))) struct FloodTests {
    @Test func aHundredThousandEventsFillTheLibraryAndNotTheMemory() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("Flood me.")
        let block = String(repeating: Chunk.content("字"), count: 500)
        for number in 0..<200 { desk.arrive(block, at: Double(number) / 1_000) }
        desk.arrive(Chunk.finish() + Chunk.done, at: 0.3)
        desk.end()
        let exchange = desk.exchange()
        await desk.idle()
        let traffic = try #require(desk.state.current.take?.log)
        #expect(traffic.eventCount == 100_002)
        #expect(traffic.rows.count <= EventLog.rowLimit * 5 / 4)
        #expect(traffic.bodyStart.count == EventLog.bodyLimit)
        #expect(desk.state.session.tree.turns.last?.message.content.count == 100_000)
        let bytes = try Library.open(at: place.path).bodyBytes(of: exchange)
        let sent = String(repeating: block, count: 200) + Chunk.finish() + Chunk.done
        #expect(bytes == Array(sent.utf8))
    }

    @Test func aKeyIsAnsweredInTheMiddleOfAFlood() async {
        let desk = TestDesk()
        desk.send("Flood me.")
        for number in 0..<300 {
            desk.arrive(String(repeating: Chunk.content("x"), count: 20), at: Double(number))
        }
        await desk.until { $0.contains("xxx") }
        desk.type("y?")
        #expect(desk.screen.contains("y?"))
        await desk.idle()
        #expect(desk.state.current.take?.log.eventCount == 6_000)
    }

    /// Nobody takes what waits: whoever brings more has to wait too.
    @Test func aFullMailboxMakesItsSendersWait() async {
        let order = Order()
        let mailbox = Mailbox { isFull in if isFull { order.note("full") } }
        mailbox.post(.tick(.today), weight: 1)
        await mailbox.room()
        mailbox.post(.tick(.today), weight: 1 << 20)
        let sender = Task {
            await mailbox.room()
            order.note("room")
        }
        await Task.yield()
        order.note("taken")
        #expect(mailbox.take().count == 2)
        await sender.value
        #expect(order.notes == ["full", "taken", "room"])
        #expect(mailbox.isEmpty)
    }

    @Test func quittingSavesWhatHasArrived() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path)
        desk.send("Count.")
        desk.arrive(Chunk.content("1 2 3"))
        await desk.idle()
        desk.press("<c-q>", "y")
        await desk.closed()
        #expect(desk.display.isClosed)
        let turn = try place.onlySession().turns.last
        #expect(turn?.state == .stopped)
        #expect(turn?.message.content == "1 2 3")
    }

    /// An exchange that does not end holds up the end for a moment only, and loses nothing.
    @Test func quittingDoesNotWaitForEver() async throws {
        let place = try TemporaryLibrary()
        let desk = TestDesk(library: place.path, wires: TestWires(hearsCancel: false))
        desk.send("Count.")
        desk.arrive(Chunk.content("1 2 3"))
        await desk.idle()
        let exchange = desk.exchange()
        desk.driver.handle(.terminate)
        await desk.closed()
        #expect(desk.wires.isCancelled(exchange))
        #expect(desk.display.isClosed)
        let bytes = try Library.open(at: place.path).bodyBytes(of: exchange)
        #expect(bytes == Array(Chunk.content("1 2 3").utf8))
    }
}
