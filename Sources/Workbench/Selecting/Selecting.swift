import ChatCompletions
import Conversations
import ScreenKit

/// What is selected, and how the mouse came to it.
struct Selecting: Sendable {
    var selection: TextSelection?
    /// What the mouse holds while its button is down on a text.
    var grip: TextGrip?
    var clicks = Clicks()
    /// The last click was with shift.
    var extends = false
    /// Where the mouse was last pressed: keys begin there.
    var lastPlace: (pane: PaneID, place: TextPlace)?
    /// The lane that went along with what comes, and will again.
    var pausedLane: Int?
}

/// A text that the mouse holds.
struct TextGrip: Sendable {
    let pane: PaneID
    /// Where it was pressed, on the screen, and what stands there.
    let point: Point
    let place: TextPlace
    let unit: TextSelection.Unit
    /// Where it is now.
    var now: Point
    var isDragged = false
    /// How many rows it is above or below the texts of the pane, up to three.
    var rowsBeyond = 0
}

/// Clicks at one place, one soon after the other.
struct Clicks: Sendable {
    private var last: (point: Point, time: Timestamp)?
    private(set) var count = 0

    private static let soon = 500

    /// Takes a click in. Returns the how manieth it is: from 1 to 3, and anew.
    mutating func add(at point: Point, _ time: Timestamp) -> Int {
        count = follows(point, time) ? count % 3 + 1 : 1
        last = (point, time)
        return count
    }

    private func follows(_ point: Point, _ time: Timestamp) -> Bool {
        guard let last, last.point.row == point.row else { return false }
        let isNear = abs(last.point.column - point.column) <= 1
        return isNear && time.milliseconds - last.time.milliseconds <= Self.soon
    }

    /// The next one is the first.
    mutating func forget() { last = nil }
}
