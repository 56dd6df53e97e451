import Engine
import ScreenKit
import Settings
import Terminal
import Words
import Workbench

/// The terminal as the engine's display.
@MainActor
final class TerminalDisplay: Display {
    private let screen: Screen
    private let themes: ThemeShelf

    init(_ screen: Screen, themes: ThemeShelf) {
        self.screen = screen
        self.themes = themes
    }

    var size: Size { screen.size }

    func show(_ frame: Frame) { screen.show(frame) }

    func call(after time: Duration, _ body: @escaping @MainActor () -> Void) {
        screen.call(after: time, body)
    }

    func copy(_ text: String) -> Phrase {
        screen.copy(text) ? .copied : .tooLongToCopy
    }

    func wear(_ theme: String) {
        screen.setFaces(themes.theme(named: theme).theme.faceTable)
    }

    func suspend() { screen.suspend() }

    func redraw() { screen.repaint() }

    func close(saying words: Phrase?) {
        // Standard error is held while the screen is there, and printed when it is gone.
        if let words { StandardStream.tell(words) }
        screen.close()
    }
}
