import ScreenKit

/// Going from pane to pane, and moving in them.
extension Command {
    static let ofPanes =
        [nextPane, previousPane] + Panes.all.map { focusing($0) }
        + [zoom, up, down, halfUp, halfDown, pageUp, pageDown, top, bottom]

    /// Going to a pane: every pane has such a command.
    package static func focusing(_ pane: any Pane.Type) -> Command {
        let id = pane.id
        return Command("pane.\(id.name)", pane.title, keys: pane.keys) { $0.focus(on: id) }
    }

    package static let nextPane = Command(
        "pane.next", "Next pane", keys: ["<tab>"]
    ) { $0.focusPane(by: 1) }

    package static let previousPane = Command(
        "pane.previous", "Previous pane", keys: ["<s-tab>"]
    ) { $0.focusPane(by: -1) }

    package static let zoom = Command(
        "pane.zoom", "Zoom the pane", keys: ["<a-z>"], "The whole screen for it, and back."
    ) { $0.toggleZoom() }

    package static let up = Command(
        "move.up", "Up", .reading, keys: ["k", "<up>"]
    ) { $0.move(.lines(-1)) }

    package static let down = Command(
        "move.down", "Down", .reading, keys: ["j", "<down>"]
    ) { $0.move(.lines(1)) }

    package static let halfUp = Command(
        "move.half-up", "Half a page up", .reading, keys: ["<c-u>"]
    ) { $0.move(.halfPages(-1)) }

    package static let halfDown = Command(
        "move.half-down", "Half a page down", .reading, keys: ["<c-d>"]
    ) { $0.move(.halfPages(1)) }

    package static let pageUp = Command(
        "move.page-up", "Page up", keys: ["<pageup>"], "From the prompt: the conversation."
    ) { $0.move(.halfPages(-2)) }

    package static let pageDown = Command(
        "move.page-down", "Page down", keys: ["<pagedown>"]
    ) { $0.move(.halfPages(2)) }

    package static let top = Command(
        "move.top", "To the start", .reading, keys: ["g", "<home>"]
    ) { $0.move(.start) }

    package static let bottom = Command(
        "move.bottom", "To the end", .reading, keys: ["G", "<end>"]
    ) { $0.move(.end) }
}
