import ScreenKit
import Words

/// Looking at the wire.
extension Command {
    static let ofTraffic = [nextTab, previousTab, unfold, preview]

    package static let nextTab = Command(
        "traffic.next", .nextTab, .traffic, keys: ["<right>", "l"]
    ) { $0.screen.traffic.turn(by: 1) }

    package static let previousTab = Command(
        "traffic.previous", .previousTab, .traffic, keys: ["<left>", "h"]
    ) { $0.screen.traffic.turn(by: -1) }

    package static let unfold = Command(
        "traffic.unfold", .unfoldEvent, .traffic, keys: ["<enter>"]
    ) { $0.unfoldEvent() }

    package static let preview = Command(
        "traffic.preview", .preview, keys: ["<a-r>"],
        .previewHelp
    ) { $0.togglePreview() }
}
