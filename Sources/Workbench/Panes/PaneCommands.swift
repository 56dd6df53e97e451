import ScreenKit
import Words

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
        "pane.next", .nextPane, keys: ["<tab>"]
    ) { $0.focusPane(by: 1) }

    package static let previousPane = Command(
        "pane.previous", .previousPane, keys: ["<s-tab>"]
    ) { $0.focusPane(by: -1) }

    package static let zoom = Command(
        "pane.zoom", .zoomPane, keys: ["<a-z>"], .zoomPaneHelp
    ) { $0.toggleZoom() }

    package static let up = Command(
        "move.up", .moveUp, .reading, keys: ["k", "<up>"]
    ) { $0.move(.lines(-1)) }

    package static let down = Command(
        "move.down", .moveDown, .reading, keys: ["j", "<down>"]
    ) { $0.move(.lines(1)) }

    package static let halfUp = Command(
        "move.half-up", .halfPageUp, .reading, keys: ["<c-u>"]
    ) { $0.move(.halfPages(-1)) }

    package static let halfDown = Command(
        "move.half-down", .halfPageDown, .reading, keys: ["<c-d>"]
    ) { $0.move(.halfPages(1)) }

    package static let pageUp = Command(
        "move.page-up", .pageUp, keys: ["<pageup>"], .pageUpHelp
    ) { $0.move(.halfPages(-2)) }

    package static let pageDown = Command(
        "move.page-down", .pageDown, keys: ["<pagedown>"]
    ) { $0.move(.halfPages(2)) }

    package static let top = Command(
        "move.top", .toStart, .reading, keys: ["g", "<home>"]
    ) { $0.move(.start) }

    package static let bottom = Command(
        "move.bottom", .toEnd, .reading, keys: ["G", "<end>"]
    ) { $0.move(.end) }
}
