import ScreenKit
import Words

/// Columns: whom they ask, adding, leaving, adopting.
extension Command {
    static let ofLanes = [
        chooseProvider, chooseModel, addLane, nextLane, previousLane, stopLane, zoomLane,
        removeLane, adoptLane,
    ]

    package static let chooseProvider = Command(
        "lane.provider", .chooseProvider, keys: ["<c-t>"]
    ) { $0.openProviders() }

    package static let chooseModel = Command(
        "lane.model", .chooseModel, keys: ["<c-g>"], .chooseModelHelp
    ) { $0.openModels() }

    package static let addLane = Command(
        "lane.add", .addLane, keys: ["<a-c>"],
        .addLaneHelp
    ) { $0.addLane() }

    package static let nextLane = Command(
        "lane.next", .nextLane, keys: ["<a-right>", "<a-l>"]
    ) { $0.selectLane(by: 1) }

    package static let previousLane = Command(
        "lane.previous", .previousLane, keys: ["<a-left>", "<a-h>"]
    ) { $0.selectLane(by: -1) }

    package static let stopLane = Command(
        "lane.stop", .stopLane, keys: ["<a-s>"]
    ) { $0.stop(lane: $0.screen.lane) }

    package static let zoomLane = Command(
        "lane.zoom", .zoomLane, keys: ["<a-i>"], .zoomLaneHelp
    ) { $0.zoomLane() }

    package static let removeLane = Command(
        "lane.remove", .removeLane, keys: ["<a-x>"]
    ) { $0.removeLane() }

    package static let adoptLane = Command(
        "lane.adopt", .adoptLane, keys: ["<a-a>"],
        .adoptLaneHelp
    ) { $0.adoptLane() }
}
