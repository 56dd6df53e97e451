import ChatCompletions
package import ScreenKit

/// What lies over the panes and takes the keys until it closes.
package enum Overlay: Sendable {
    case list(ListOverlay)
    case editor(EditorOverlay)
    case message(MessageOverlay)
    case confirmQuit(reason: String)
}

/// A longer text being edited over the panes: the system prompt.
package struct EditorOverlay: Sendable {
    package var title: String
    /// The text as it was.
    package var original: String
    package var buffer: TextBuffer
    /// Esc was pressed, and what was changed is not thrown away for that alone.
    package var asks = false

    package var isChanged: Bool { buffer.text != original }

    var hint: String {
        asks
            ? "Keep the changes? y keeps · n throws them away · esc goes back"
            : "ctrl-s keeps it · esc gives up"
    }
}

/// A text to read.
package struct MessageOverlay: Sendable {
    package var title: String
    package var text: String
    package var scroll = ScrollState()
}
