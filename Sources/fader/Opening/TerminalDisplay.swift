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
    private let editor: OutsideEditor
    private let copies: CopiedFile
    private let reach = ClipboardReach(variable: Folders.variable)

    init(_ screen: Screen, themes: ThemeShelf, editor: OutsideEditor, copies: CopiedFile) {
        self.screen = screen
        self.themes = themes
        self.editor = editor
        self.copies = copies
    }

    var size: Size { screen.size }

    func show(_ frame: Frame) { screen.show(frame) }

    func call(after time: Duration, _ body: @escaping @MainActor () -> Void) {
        screen.call(after: time, body)
    }

    func copy(_ text: String) -> Copied {
        copies.copied(text, isSent: reach != .none && screen.copy(text), reach: reach)
    }

    func edit(_ text: String, then: @escaping @MainActor (Edited) -> Void) {
        let editor = editor
        do throws(EditorProblem) {
            let file = try editor.write(text)
            screen.lend(to: editor.arguments(for: file), environment: editor.environment()) {
                then(Self.outcome(of: $0, file, editor))
            }
        } catch {
            then(.failed(error.words))
        }
    }

    /// What an editor that failed has saved, or what cannot be read, stays where it is.
    private static func outcome(
        of status: Int32, _ file: String, _ editor: OutsideEditor
    ) -> Edited {
        guard status == 0 else { return .failed(.editorFailed(status, file)) }
        do throws(EditorProblem) {
            let text = try editor.read(file)
            editor.remove(file)
            return .text(text)
        } catch {
            return .failed(error.words)
        }
    }

    func discard(_ file: String) { editor.remove(file) }

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
