import ChatCompletions
import Engine
import Glibc
import ScreenKit
import Settings
import Terminal
import Workbench

extension Opening {
    /// Opens the workbench; returns when it is closed, with the code to exit with.
    @MainActor
    func run() throws -> Int32 {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw CommandProblem(.workbenchNeedsTerminal)
        }
        let plan = try OpeningPlan(self)
        let screen = try openScreen(plan)
        return Desk(plan, screen).run()
    }

    @MainActor
    private func openScreen(_ plan: OpeningPlan) throws -> Screen {
        do throws(TerminalProblem) {
            return try Screen.open(faces: plan.theme.faceTable, mouse: plan.usesMouse)
        } catch {
            throw CommandProblem(error.sentence)
        }
    }
}

/// The workbench on the terminal: screen, driver and world, put together.
@MainActor
private final class Desk {
    private let screen: Screen
    private let driver: Driver
    private let launch: Launch
    private let left: (text: String, file: String)?
    private var signal: Int32 = 0

    init(_ plan: OpeningPlan, _ screen: Screen) {
        self.screen = screen
        launch = plan.launch
        let state = plan.state(size: screen.size, notices: screen.notices)
        driver = Driver(
            state: state, world: plan.world(),
            display: TerminalDisplay(
                screen, themes: plan.themes, editor: plan.editor, copies: plan.copies),
            onEnd: {})
        left = plan.leftover
    }

    func run() -> Int32 {
        let driver = driver
        screen.onInput = { driver.handle($0) }
        screen.onResize = { driver.handle(.resized($0)) }
        screen.onWidths = { driver.handle(.widths($0)) }
        screen.onTerminate = { signal in
            self.signal = signal
            driver.handle(.terminate)
        }
        driver.start(launch)
        if let left { driver.handle(.found(left.text, file: left.file)) }
        screen.run()
        return signal == 0 ? 0 : 128 + signal
    }
}
