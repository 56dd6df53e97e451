import ChatCompletions
import Conversations
package import ScreenKit
import Words

/// What can be selected: the rows of the list, or the page that is open.
extension TrafficPane {
    package static func reading(_ state: State, size: Size) -> (any Reading)? {
        let pane = state.screen.traffic
        let area = Rect(size).inset(left: 1, right: 1)
        let traffic = Traffic(state)
        return pane.showsEvents
            ? pane.listReading(traffic, in: area) : pane.pageReading(traffic, in: area)
    }

    /// Another exchange has other texts, whatever is open of it.
    private func owner(_ what: String, of traffic: Traffic) -> String {
        "\(what)/\(traffic.take?.exchange.rawValue ?? "")"
    }

    private func listReading(_ traffic: Traffic, in area: Rect) -> (any Reading)? {
        let (events, language) = (traffic.log.rows, traffic.language)
        guard let first = events.first?.number, let last = events.last?.number else { return nil }
        let rows = list.rows.map { (number: Int?.some($0.number), text: $0.row(in: area.columns)) }
        let owner = owner("events", of: traffic)
        return PageReading(owner, in: area, first..<last + 1, rows: rows, start: selected) {
            let place = events.startIndex + $0 - first
            guard events.indices.contains(place) else { return nil }
            let row = list.row(of: $0) ?? EventRow(events[place], language)
            return Passage(row.text(in: area.columns))
        }
    }

    private func pageReading(_ traffic: Traffic, in area: Rect) -> any Reading {
        let rows = page.window.lines.map { (number: Int?.some($0.passage), text: $0.row) }
        let shown = showsNextRequest ? "next" : owner("\(tab) \(unfolded ?? 0)", of: traffic)
        return PageReading(shown, in: area, 0..<page.passageCount, rows: rows) {
            page.passage($0)
        }
    }

    /// A second click unfolds an event.
    package static func takesSecondClick(_ state: State) -> Bool {
        state.screen.traffic.showsEvents
    }

    package static func copyForms(_ state: State) -> [CopyForm] {
        let log = Traffic(state).log
        let events = CopyForm(.eventsAsJSON) { _ throws(CopyProblem) in log.jsonLines }
        return (log.rows.isEmpty ? [] : [events]) + state.requestOfTraffic.forms
    }
}

extension EventRow {
    /// What stands where in a row of so many columns.
    struct Cell {
        let column: Int
        let text: String
        let face: Face
        /// The columns that it has; `nil`: all that are left.
        var room: Int?
        var hasEllipsis = true
    }

    /// Where the event's own data stands beside what matters of it, on a wide screen.
    private static let rawColumn = 50

    func cells(in columns: Int) -> [Cell] {
        let isWide = columns >= Self.rawColumn + 30
        let beginning = [
            Cell(
                column: max(0, 8 - time.utf8.count), text: time, face: Face(.eventTime),
                hasEllipsis: false),
            Cell(column: 10, text: label, face: face, room: 9, hasEllipsis: false),
            Cell(column: 20, text: text, face: dataFace, room: isWide ? Self.rawColumn - 22 : nil),
        ]
        let raw = data.map { Cell(column: Self.rawColumn, text: $0, face: .dim) }
        return beginning + (isWide ? [raw].compactMap(\.self) : [])
    }

    /// The row as a text, with a tab between two cells.
    func text(in columns: Int) -> String {
        cells(in: columns).map(\.text).joined(separator: "\t")
    }

    func row(in columns: Int) -> TextRow {
        TextRow(
            cells(in: columns).map {
                RowLabel(column: $0.column, text: $0.text, room: $0.room)
            })
    }
}
