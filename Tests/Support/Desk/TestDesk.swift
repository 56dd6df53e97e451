package import ChatCompletions
package import Conversations
package import Engine
package import ScreenKit
package import Workbench

/// The workbench without a terminal and without a network: the real engine and library, a screen
/// in memory, servers that do what the test says.
///
/// ```swift
/// let desk = TestDesk()
/// desk.type("why?")
/// desk.press("<enter>")
/// desk.arrive(Chunk.content("Because."), at: 0.4)
/// await desk.idle()
/// #expect(desk.screen.contains("Because."))
/// ```
@MainActor
package final class TestDesk {
    package let driver: Driver
    package let display: MemoryDisplay
    package let wires: TestWires
    package let archive: Archive
    private let ended: Latch

    /// - Parameters:
    ///   - library: `nil` saves nothing.
    ///   - change: puts something else in the place of a part of the world.
    package init(
        library: String? = nil, launch: Launch = .new, size: Size = .wide,
        settings: LaneSettings = .practice, wires: TestWires = TestWires(),
        changing change: (inout World) -> Void = { _ in }
    ) {
        let archive = Archive(path: library)
        var world = World(
            exchange: { wires.open($0, at: .today) }, models: { _ in .success([]) },
            archive: archive, clock: { .today })
        change(&world)
        let (display, ended) = (MemoryDisplay(size), Latch())
        let state = State(
            providers: Provider.all, settings: settings, size: size, now: .today,
            seed: .random(in: 0 ... .max))
        self.archive = archive
        self.display = display
        self.wires = wires
        self.ended = ended
        driver = Driver(
            state: state, world: world, display: display, onEnd: { ended.open() })
        driver.start(launch)
    }

    package var state: State { driver.state }
    package var screen: String { display.text }

    // MARK: What a person does

    package func type(_ text: String) {
        driver.handle(text.map { .key(Key(.character($0))) })
    }

    package func press(_ keys: String...) {
        for key in keys { driver.handle([.key(.named(key))]) }
    }

    package func paste(_ text: String) { driver.handle([.paste(text)]) }

    package func mouse(_ action: Mouse.Action, at point: Point) {
        driver.handle([.mouse(Mouse(action, at: point))])
    }

    package func resize(to size: Size) {
        display.resize(to: size)
        driver.handle(.resized(size))
    }

    package func send(_ prompt: String) {
        type(prompt)
        press("<enter>")
    }

    // MARK: What a server does

    /// The exchange that a lane waits for, or the last one it had.
    package func exchange(lane: Int = 0) -> ExchangeID {
        state.session.lanes[lane].live?.exchange ?? state.session.lanes[lane].take?.exchange
            ?? ExchangeID(rawValue: "")
    }

    package func answer(_ status: Int, _ headers: [Header], lane: Int = 0) {
        wires.add(.head(status, headers, at: .milliseconds(100)), to: exchange(lane: lane))
    }

    /// Bytes of the body arrive, so many seconds after the request.
    package func arrive(_ text: String, at seconds: Double = 0.5, lane: Int = 0) {
        wires.add(.read(Array(text.utf8), at: .seconds(seconds)), to: exchange(lane: lane))
    }

    /// The body ends, or breaks off.
    package func end(_ failure: Failure? = nil, at seconds: Double = 1, lane: Int = 0) {
        wires.add(.end(failure, at: .seconds(seconds)), to: exchange(lane: lane))
    }

    // MARK: Waiting

    /// Returns when everything that was said and done is answered, saved and shown.
    package func idle() async {
        repeat {
            await wires.rest()
            await driver.idle()
        } while !wires.isResting || !driver.isIdle
    }

    /// Waits for a frame that shows something.
    package func until(_ isThere: @escaping (String) -> Bool) async {
        await display.until(isThere)
    }

    /// Waits until the program is through.
    package func closed() async { await ended.wait() }
}
