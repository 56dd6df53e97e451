import Conversations
import ScreenKit
import Words

@testable import Workbench

extension PaneID {
    static let clock: PaneID = "clock"
}

extension Phrase {
    static let clock = Phrase(english: "Clock", chinese: "时钟")
}

/// What time it is.
struct ClockPane: Pane {
    static var id: PaneID { .clock }
    static var title: Phrase { .clock }
    static var keys: [String] { ["<a-6>"] }

    static func shown(of state: State) -> String {
        state.around.now.minute(in: state.around.localTime)
    }

    func draw(_ time: String, on canvas: inout Canvas) -> Point? {
        canvas.write(time, at: Point(row: 0, column: 1))
        return nil
    }

    static func textToCopy(_ state: State) -> String? { shown(of: state) }
}
