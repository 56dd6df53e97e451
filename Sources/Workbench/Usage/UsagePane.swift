import ChatCompletions
import Conversations
package import ScreenKit
package import Words

extension PaneID {
    package static let usage: PaneID = "usage"
}

/// Tokens, times and speed of the lane's exchange.
package struct UsagePane: Pane {
    package init() {}

    package static var id: PaneID { .usage }
    package static var title: Phrase { .usage }
    package static var keys: [String] { ["<a-5>"] }

    package static func offers(_ state: State) -> PaneOffers { PaneOffers(here: state.laneOffers) }

    package struct Shown {
        fileprivate let text: UsageText
    }

    package static func shown(of state: State) -> Shown { Shown(text: UsageText(state)) }

    package func draw(_ shown: Shown, on canvas: inout Canvas) -> Point? {
        let lines = shown.text.lines(columns: canvas.size.columns - 2, canvas.profile)
        for (row, line) in lines.prefix(canvas.size.rows).enumerated() {
            canvas.write(line, at: Point(row: row, column: 1))
        }
        guard let take = shown.text.take else { return nil }
        drawGaps(take.figures, on: &canvas, row: lines.count)
        drawDetails(shown.text.shownDetails, on: &canvas, row: lines.count + 2)
        return nil
    }

    /// The times between the latest events, as bars.
    private func drawGaps(_ stream: StreamFigures, on canvas: inout Canvas, row: Int) {
        let gaps = stream.recentGaps
        guard gaps.count > 1, row < canvas.size.rows else { return }
        let bars = Rect(row: row, column: 1, rows: 1, columns: canvas.size.columns - 2)
        canvas.sub(bars) {
            // A steady stream is a low line: only what is far above the median stands out.
            let steady = (stream.medianGap?.seconds ?? 0) * 6
            let top = max(steady, gaps.map(\.seconds).max() ?? 0)
            Sparkline(values: gaps.map(\.seconds), top: top).draw(on: &$0, face: Face(.usageValue))
        }
    }

    /// What else the service told, where there is room for it; the traffic pane has all of it.
    private func drawDetails(
        _ pairs: [(name: String, value: String)], on canvas: inout Canvas, row: Int
    ) {
        for (place, pair) in pairs.enumerated() where row + place < canvas.size.rows {
            let point = Point(row: row + place, column: 1)
            let used = canvas.write(pair.name + " ", at: point, face: Face(.usageLabel))
            let value = String(pair.value.prefix(canvas.size.columns))
            canvas.write(
                value, at: Point(row: point.row, column: 1 + used), face: Face(.usageValue))
        }
    }

    package static func textToCopy(_ state: State) -> String? {
        UsageText(state).plain(state.around.widths)
    }

    /// A text is a row; the bars between them are none.
    package static func reading(_ state: State, size: Size) -> (any Reading)? {
        let text = UsageText(state)
        guard let take = text.take, take.started != nil else { return nil }
        let area = Rect(size).inset(left: 1, right: 1)
        let lines = text.lines(columns: area.columns, state.around.widths).map(\.text)
        let details = text.shownDetails.map { "\($0.name) \($0.value)" }
        let texts = (lines + ["", ""] + details).map(\.trimmingBlanks)
        let rows = texts.enumerated().map { number, text in
            let part = TextRow.Part(column: 0, range: 0..<text.utf8.count)
            return (number: text.isEmpty ? nil : number, text: TextRow([part]))
        }
        // Those of another exchange are other texts.
        let owner = take.exchange.rawValue
        return PageReading(owner, in: area, texts.indices, rows: rows) {
            Passage(bytes: Array(texts[$0].utf8), isDecoration: texts[$0].isEmpty)
        }
    }
}
