import ChatCompletions
import Engine
import Sending
import Support
import Testing
import Workbench

/// An exchange on its way to its server: the address and the key are looked for.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct OpeningTests {
    /// Until the task is cancelled, as a key command that hangs.
    private static func hang(_ world: inout World) {
        world.exchange = { _ in
            try? await Task.sleep(for: .seconds(100_000))
            return ExchangeFeed(failure: Failure(.cancelled, "stopped"))
        }
    }

    @Test func whatIsStoppedMeanwhileEndsAtOnce() async {
        let desk = TestDesk(changing: Self.hang)
        desk.send("why?")
        desk.press("<esc>")
        await desk.until { $0.contains("stopped") }
        #expect(desk.state.current.live == nil)
    }

    @Test func theProgramEndsMeanwhile() async {
        let desk = TestDesk(changing: Self.hang)
        desk.send("why?")
        desk.press("<c-q>", "y")
        await desk.closed()
        #expect(desk.state.isRunning == false || desk.state.current.live?.isStopping == true)
    }
}
