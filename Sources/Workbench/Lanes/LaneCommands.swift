import ScreenKit

/// Columns: whom they ask, adding, leaving, adopting.
extension Command {
    static let ofLanes = [
        chooseProvider, chooseModel, addLane, nextLane, previousLane, stopLane, zoomLane,
        removeLane, adoptLane,
    ]

    package static let chooseProvider = Command(
        "lane.provider", "Choose provider", keys: ["<c-t>"]
    ) { $0.openProviders() }

    package static let chooseModel = Command(
        "lane.model", "Choose model", keys: ["<c-g>"], "From the list, or type any name."
    ) { $0.openModels() }

    package static let addLane = Command(
        "lane.add", "Add a lane", keys: ["<a-c>"],
        "A copy of this lane's settings beside it: change its model or a parameter, and a "
            + "prompt goes to both."
    ) { $0.addLane() }

    package static let nextLane = Command(
        "lane.next", "Next lane", keys: ["<a-right>", "<a-l>"]
    ) { $0.selectLane(by: 1) }

    package static let previousLane = Command(
        "lane.previous", "Previous lane", keys: ["<a-left>", "<a-h>"]
    ) { $0.selectLane(by: -1) }

    package static let stopLane = Command(
        "lane.stop", "Stop this lane", keys: ["<a-s>"]
    ) { $0.stop(lane: $0.screen.lane) }

    package static let zoomLane = Command(
        "lane.zoom", "Zoom this lane", keys: ["<a-f>"], "One lane in full width, and back."
    ) { $0.screen.conversation.zoomsLane.toggle() }

    package static let removeLane = Command(
        "lane.remove", "Remove this lane", keys: ["<a-x>"]
    ) { $0.removeLane() }

    package static let adoptLane = Command(
        "lane.adopt", "Adopt this lane's answer", keys: ["<a-a>"],
        "It becomes the conversation's next turn; the other lanes close. Their answers stay in "
            + "the session's tree."
    ) { $0.adoptLane() }
}
