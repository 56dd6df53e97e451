import Engine
import ScreenKit
import Terminal

/// The terminal as the engine's display.
@MainActor
final class TerminalDisplay: Display {
    private let screen: Screen

    init(_ screen: Screen) { self.screen = screen }

    var size: Size { screen.size }

    func show(_ frame: Frame) { screen.show(frame) }

    func call(after time: Duration, _ body: @escaping @MainActor () -> Void) {
        screen.call(after: time, body)
    }

    func copy(_ text: String) -> String {
        screen.copy(text)
            ? "Sent to the terminal's clipboard; not every terminal takes it."
            : "Too long for the terminal's clipboard."
    }

    func suspend() { screen.suspend() }

    func redraw() { screen.repaint() }

    func close() { screen.close() }
}
