import ChatCompletions
import ScreenKit

/// Tokens, times and speed of the lane's exchange.
extension State {
    func drawUsage(on canvas: inout Canvas) {
        let lines = usageLines(columns: canvas.size.columns - 2)
        for (row, line) in lines.prefix(canvas.size.rows).enumerated() {
            var column = 1
            for part in line.parts {
                column += canvas.write(
                    part.text, at: Point(row: row, column: column), face: part.face)
            }
        }
        drawGaps(on: &canvas, row: lines.count)
        drawDetails(on: &canvas, row: lines.count + 2)
    }

    /// What else the service told, where there is room for it; the traffic pane has all of it.
    private func drawDetails(on canvas: inout Canvas, row: Int) {
        let pairs = current.figures.details.pairs.filter {
            // Pictures have their sentence.
            !["created", "images"].contains($0.name)
        }
        for (place, pair) in pairs.enumerated() where row + place < canvas.size.rows {
            let point = Point(row: row + place, column: 1)
            let used = canvas.write(pair.name + " ", at: point, face: Face(.usageLabel))
            let value = String(pair.value.prefix(canvas.size.columns))
            canvas.write(
                value, at: Point(row: point.row, column: 1 + used), face: Face(.usageValue))
        }
    }

    /// The times between the latest events, as bars.
    private func drawGaps(on canvas: inout Canvas, row: Int) {
        let gaps = current.figures.stream.recentGaps
        guard gaps.count > 1, row < canvas.size.rows else { return }
        let bars = Rect(row: row, column: 1, rows: 1, columns: canvas.size.columns - 2)
        canvas.sub(bars) {
            // A steady stream is a low line: only what is far above the median stands out.
            let steady = (current.figures.stream.medianGap?.seconds ?? 0) * 6
            let top = max(steady, gaps.map(\.seconds).max() ?? 0)
            Sparkline(values: gaps.map(\.seconds), top: top).draw(on: &$0, face: Face(.usageValue))
        }
    }

    /// The same as a text: a line for each group, and what else the service told.
    var usageText: String? {
        guard current.figures.started != nil else { return nil }
        let lines = usageLines(columns: .max / 2).map { line in
            line.parts.map(\.text).joined().trimmingBlanks
        }
        let details = current.figures.details.pairs.map { "\($0.name) \($0.value)" }
        return (lines + details).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func usageLines(columns: Int) -> [TrafficLine] {
        let figures = current.figures
        guard figures.started != nil else {
            return [TrafficLine("Figures come with the first answer.", .dim)]
        }
        let groups = [
            tokenPairs(figures), speedPairs(figures), connectionPairs(figures), endPairs(figures),
            gapPairs(figures),
        ]
        return failureLines(figures, columns: columns)
            + groups.flatMap { flow($0, columns: columns) }
    }

    private typealias Pair = (label: String, value: String?)

    private func tokenPairs(_ figures: Figures) -> [Pair] {
        [
            ("prompt", figures.usage?.promptTokens.map(String.init)),
            ("answer", figures.answerText),
            ("thinking", figures.usage?.reasoningTokens.map(String.init)),
            ("cached", figures.usage?.cachedTokens.map(String.init)),
        ]
    }

    private func speedPairs(_ figures: Figures) -> [Pair] {
        [
            ("first token", figures.firstToken?.shortText),
            ("visible", figures.firstVisible?.shortText),
            ("speed", figures.paceText(decimals: 1, isRunning: current.isRunning)),
        ]
    }

    private func connectionPairs(_ figures: Figures) -> [Pair] {
        [
            ("connect", figures.timings.connected?.shortText),
            ("first byte", figures.timings.firstByte?.shortText),
            ("total", figures.timings.completed?.shortText),
        ]
    }

    private func endPairs(_ figures: Figures) -> [Pair] {
        [
            ("status", current.traffic.head.map { "\($0.status)" }),
            ("finish", figures.failure.map { $0.kind.rawValue } ?? figures.finishReason),
            ("events", "\(current.traffic.eventCount)"),
            ("bytes", current.traffic.byteCount.bytesText),
            ("unreadable", current.traffic.end.flatMap { $0.skipped > 0 ? "\($0.skipped)" : nil }),
        ]
    }

    private func gapPairs(_ figures: Figures) -> [Pair] {
        [
            ("gaps p50", figures.stream.medianGap?.shortText),
            ("p95", figures.stream.gap95?.shortText),
            (figures.stream.medianGap == nil ? "gap" : "max", figures.stream.longestGap?.shortText),
        ]
    }

    /// Pairs side by side, in as many lines as they need; what is not known is left out.
    private func flow(_ pairs: [Pair], columns: Int) -> [TrafficLine] {
        var lines: [[TrafficLine.Part]] = []
        var used = columns
        for case (let label, let value?) in pairs {
            let width = Width.of(label, widths) + Width.of(value, widths) + 3
            if used + width > columns {
                lines.append([])
                used = 0
            }
            lines[lines.count - 1] += [
                .init(text: label + " ", face: Face(.usageLabel)),
                .init(text: value + "  ", face: Face(.usageValue)),
            ]
            used += width
        }
        return lines.map { TrafficLine($0) }
    }

    private func failureLines(_ figures: Figures, columns: Int) -> [TrafficLine] {
        guard let failure = figures.failure, failure.kind != .cancelled else { return [] }
        var wrapped = WrappedText(width: max(8, columns))
        wrapped.append(failure.sentence + "\n" + advice(after: failure, of: current))
        return wrapped.lines.map { TrafficLine($0.text, .error) } + [TrafficLine("")]
    }
}

extension Figures {
    var firstToken: Duration? { timings.firstToken ?? stream.firstToken }
    var firstVisible: Duration? { timings.firstVisible ?? stream.firstVisible }

    var tokensPerSecond: Double? { stream.tokensPerSecond }

    /// The speed, or why there is none. What came at once may yet be followed by more.
    func paceText(decimals: Int, isRunning: Bool) -> String? {
        switch stream.pace {
        case .tokensPerSecond(let rate)?: "\(rate.text(decimals: decimals)) tok/s"
        case .atOnce? where !isRunning: "came at once"
        case .inReads(let count)? where !isRunning: "came in \(count) reads"
        case .atOnce?, .inReads?, nil: nil
        }
    }

    /// From the first thought to the first word of the answer.
    var thinkingTime: Duration? {
        guard let firstToken, let firstVisible, firstVisible > firstToken else { return nil }
        return firstVisible - firstToken
    }

    var answerText: String? {
        if answerTokens == 0, usage == nil { return nil }
        return usage?.completionTokens == nil ? "~\(answerTokens)" : "\(answerTokens)"
    }
}
