import ScreenKit

/// Looking at the wire.
extension Command {
    static let ofTraffic = [nextTab, previousTab, unfold, preview]

    package static let nextTab = Command(
        "traffic.next", "Next tab", .traffic, keys: ["<right>", "l"]
    ) { $0.screen.traffic.turn(by: 1) }

    package static let previousTab = Command(
        "traffic.previous", "Previous tab", .traffic, keys: ["<left>", "h"]
    ) { $0.screen.traffic.turn(by: -1) }

    package static let unfold = Command(
        "traffic.unfold", "Unfold the event", .traffic, keys: ["<enter>"]
    ) { $0.unfoldEvent() }

    package static let preview = Command(
        "traffic.preview", "The request as it would be sent now", keys: ["<a-r>"],
        "It changes while you type and while a slider moves."
    ) { $0.togglePreview() }
}
