import ChatCompletions
import ScreenKit

/// The wire: events as a list, one event unfolded, the request, the response.
extension State {
    func drawTraffic(on canvas: inout Canvas, _ rect: Rect) {
        canvas.sub(rect.inset(left: 1, right: 1)) { canvas in
            if traffic.tab == .events && traffic.unfolded == nil {
                drawEvents(on: &canvas)
            } else {
                drawLines(trafficLines(width: canvas.size.columns), on: &canvas)
            }
        }
    }

    /// The index in the log of the first event shown in so many rows.
    func firstEvent(rows: Int) -> Int {
        let log = current.traffic
        let last = max(0, log.rows.count - rows)
        guard let selected = traffic.selected, let first = log.rows.first?.number else {
            return last
        }
        return min(last, max(0, selected - first - rows / 2))
    }

    /// Where the event's own data stands beside what matters of it, on a wide screen.
    private static let rawColumn = 50

    private func drawEvents(on canvas: inout Canvas) {
        let log = current.traffic
        guard !log.rows.isEmpty else { return drawWaiting(log, on: &canvas) }
        let first = firstEvent(rows: canvas.size.rows)
        for (row, event) in log.rows.dropFirst(first).prefix(canvas.size.rows).enumerated() {
            draw(event, row: row, on: &canvas)
        }
    }

    private func drawWaiting(_ log: TrafficLog, on canvas: inout Canvas) {
        let text =
            log.end != nil
            ? "No events: see Response."
            : log.head != nil
                ? "Headers are here, no event yet."
                : log.request != nil
                    ? "The request is on its way."
                    : "What goes over the wire is shown here, event by event."
        canvas.write(text, at: Point(row: 0, column: 0), face: .dim)
    }

    private func draw(_ event: StreamEvent, row: Int, on canvas: inout Canvas) {
        let selected = traffic.selected == event.number
        let time = event.time.secondsText
        canvas.write(
            time, at: Point(row: row, column: max(0, 8 - time.utf8.count)), face: Face(.eventTime))
        let (label, text) = event.summary
        canvas.write(label, at: Point(row: row, column: 10), face: event.face, limit: 9)
        let room = canvas.size.columns >= Self.rawColumn + 30 ? Self.rawColumn - 22 : nil
        canvas.write(
            text, at: Point(row: row, column: 20), face: event.dataFace, limit: room,
            ellipsis: true)
        if room != nil, text != event.data {
            canvas.write(
                event.data, at: Point(row: row, column: Self.rawColumn), face: .dim, ellipsis: true)
        }
        if selected {
            canvas.paint(
                face: .selection,
                in: Rect(row: row, column: 0, rows: 1, columns: canvas.size.columns))
        }
    }

    private func drawLines(_ lines: [TrafficLine], on canvas: inout Canvas) {
        let visible = traffic.scroll.visible(count: lines.count, height: canvas.size.rows)
        for (row, line) in lines[visible].enumerated() {
            var column = 0
            for part in line.parts {
                column += canvas.write(
                    part.text, at: Point(row: row, column: column), face: part.face)
            }
        }
        let rest = lines.count - visible.upperBound
        guard rest > 0 else { return }
        let text = " ↓ \(rest) more "
        let column = canvas.size.columns - Width.of(text, widths)
        canvas.write(
            text, at: Point(row: canvas.size.rows - 1, column: max(0, column)), face: .dim)
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

    /// `11 ms`, `3.2 s`.
    package var shortText: String {
        if seconds < 0.001 { return "\(Int(nearest: seconds * 1e6)) µs" }
        if seconds < 1 { return "\(Int(nearest: seconds * 1e3)) ms" }
        return seconds.text(decimals: 2) + " s"
    }
}
