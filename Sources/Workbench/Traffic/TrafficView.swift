import ChatCompletions
import Conversations
import ScreenKit
import Words

/// The wire: events as a list, one event unfolded, the request, the response.
extension TrafficPane {
    /// The index in the log of the first event shown in so many rows.
    func firstEvent(of log: TrafficLog, rows: Int) -> Int {
        let last = max(0, log.rows.count - rows)
        guard let selected, let first = log.rows.first?.number else {
            return last
        }
        return min(last, max(0, selected - first - rows / 2))
    }

    /// Where the event's own data stands beside what matters of it, on a wide screen.
    private static let rawColumn = 50

    func drawEvents(of log: TrafficLog, on canvas: inout Canvas, _ language: Language) {
        guard !log.rows.isEmpty else { return drawWaiting(log, on: &canvas, language) }
        let first = firstEvent(of: log, rows: canvas.size.rows)
        for (row, event) in log.rows.dropFirst(first).prefix(canvas.size.rows).enumerated() {
            draw(event, row: row, on: &canvas, language)
        }
    }

    private func drawWaiting(_ log: TrafficLog, on canvas: inout Canvas, _ language: Language) {
        let text: Phrase =
            log.end != nil
            ? .noEvents
            : log.head != nil
                ? .onlyHeaders
                : log.request != nil
                    ? .onItsWay
                    : .wireIsShownHere
        canvas.write(text.text(in: language), at: Point(row: 0, column: 0), face: .dim)
    }

    private func draw(
        _ event: StreamEvent, row: Int, on canvas: inout Canvas, _ language: Language
    ) {
        let isSelected = selected == event.number
        let time = event.time.secondsText
        canvas.write(
            time, at: Point(row: row, column: max(0, 8 - time.utf8.count)), face: Face(.eventTime))
        let (label, text) = event.summary(in: language)
        canvas.write(label, at: Point(row: row, column: 10), face: event.face, limit: 9)
        let room = canvas.size.columns >= Self.rawColumn + 30 ? Self.rawColumn - 22 : nil
        canvas.write(
            text, at: Point(row: row, column: 20), face: event.dataFace, limit: room,
            ellipsis: true)
        if room != nil, text != event.data {
            canvas.write(
                event.data, at: Point(row: row, column: Self.rawColumn), face: .dim, ellipsis: true)
        }
        if isSelected {
            canvas.paint(
                face: .selection,
                in: Rect(row: row, column: 0, rows: 1, columns: canvas.size.columns))
        }
    }

    func drawLines(_ lines: [TrafficLine], on canvas: inout Canvas, _ language: Language) {
        let visible = scroll.visible(count: lines.count, height: canvas.size.rows)
        for (row, line) in lines[visible].enumerated() {
            canvas.write(line, at: Point(row: row, column: 0))
        }
        canvas.drawMore(lines.count - visible.upperBound, language)
    }
}

extension Canvas {
    mutating func write(_ line: TrafficLine, at point: Point) {
        var column = point.column
        for part in line.parts {
            column += write(part.text, at: Point(row: point.row, column: column), face: part.face)
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
    /// Seconds as a double.
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    /// `0.412`, `12.04 s`-style figures without the unit: three decimals below 100 seconds.
    package var secondsText: String {
        seconds.text(decimals: seconds < 100 ? 3 : 1)
    }
}
