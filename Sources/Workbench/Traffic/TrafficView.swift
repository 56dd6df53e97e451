import ChatCompletions
import Conversations
import ScreenKit
import Words

/// The wire: events as a list, one event unfolded, the request, the response.
extension TrafficPane {
    /// The index in the log of the first event shown in so many rows.
    func firstEvent(of log: EventLog, rows: Int) -> Int {
        let last = max(0, log.rows.count - rows)
        guard let selected, let first = log.rows.first?.number else {
            return last
        }
        let place = selected - first
        let top = hold?.event == selected ? (hold?.first ?? 0) - first : place - rows / 2
        return min(last, max(0, min(place, max(top, place - rows + 1))))
    }

    func drawEvents(of traffic: Traffic, on canvas: inout Canvas) {
        if traffic.log.rows.isEmpty {
            let text = waiting(traffic.take).text(in: traffic.language)
            canvas.write(text, at: Point(row: 0, column: 0), face: .dim)
        }
        for (row, event) in list.rows.enumerated() { draw(event, row: row, on: &canvas) }
    }

    private func waiting(_ take: Take?) -> Phrase {
        if take?.end != nil { return .noEvents }
        if take?.head != nil { return .onlyHeaders }
        return take?.request != nil ? .onItsWay : .wireIsShownHere
    }

    private func draw(_ event: EventRow, row: Int, on canvas: inout Canvas) {
        for cell in event.cells(in: canvas.size.columns) {
            canvas.write(
                cell.text, at: Point(row: row, column: cell.column), face: cell.face,
                limit: cell.room, ellipsis: cell.hasEllipsis)
        }
        if selected == event.number {
            canvas.paint(
                face: .selection,
                in: Rect(row: row, column: 0, rows: 1, columns: canvas.size.columns))
        }
    }
}

extension StreamEvent {
    var face: Face {
        switch kind {
        case .data, .document: Face(.eventKind)
        case .done: .good
        case .comment: Face(.eventComment)
        case .unreadable, .error: Face(.eventBad)
        }
    }

    var dataFace: Face {
        switch kind {
        case .comment: Face(.eventComment)
        case .unreadable, .error: Face(.eventBad)
        default: Face(.eventData)
        }
    }
}

extension Duration {
    /// `0.412`, `12.04 s`-style figures without the unit: three decimals below 100 seconds.
    package var secondsText: String {
        seconds.text(decimals: seconds < 100 ? 3 : 1)
    }
}
