import ChatCompletions
import Conversations
import ScreenKit

/// What is known of an exchange, in groups of labels with their values.
struct UsageText: Sendable {
    let take: Take?
    let isRunning: Bool
    let status: String?
    let eventCount: Int
    let byteCount: Int
    /// Events that could not be read.
    let skipped: Int
    /// What went wrong and what to do.
    let failure: String?

    init(_ state: State) {
        let lane = state.current
        let take = lane.take
        self.take = take
        isRunning = lane.isRunning
        status = take?.head.map { "\($0.status)" }
        eventCount = take?.log.eventCount ?? 0
        byteCount = take?.log.byteCount ?? 0
        skipped = take?.end?.skipped ?? 0
        failure = take?.end?.failure.flatMap { failure in
            failure.kind == .cancelled
                ? nil : failure.sentence + "\n" + state.advice(after: failure, of: lane)
        }
    }

    /// A line for each group, and what else the service told; `nil` before the first answer.
    func plain(_ widths: WidthProfile) -> String? {
        guard take?.started != nil else { return nil }
        let lines = lines(columns: .max / 2, widths).map { $0.text.trimmingBlanks }
        let details = (take?.details ?? []).map { "\($0.name) \($0.value)" }
        return (lines + details).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func lines(columns: Int, _ widths: WidthProfile) -> [UsageLine] {
        guard take?.started != nil else {
            return [UsageLine("Figures come with the first answer.", .dim)]
        }
        let groups = [
            tokenPairs, speedPairs, connectionPairs, endPairs, gapPairs,
        ]
        return failureLines(columns: columns)
            + groups.flatMap { flow($0, columns: columns, widths) }
    }

    private typealias Pair = (label: String, value: String?)

    private var tokenPairs: [Pair] {
        [
            ("prompt", take?.usage?.promptTokens.map(String.init)),
            ("answer", take?.answerText),
            ("thinking", take?.usage?.reasoningTokens.map(String.init)),
            ("cached", take?.usage?.cachedTokens.map(String.init)),
        ]
    }

    private var speedPairs: [Pair] {
        [
            ("first token", take?.timings.firstToken?.shortText),
            ("visible", take?.timings.firstVisible?.shortText),
            ("speed", take?.paceText(decimals: 1, isRunning: isRunning)),
        ]
    }

    private var connectionPairs: [Pair] {
        [
            ("connect", take?.end?.timings.connected?.shortText),
            ("first byte", take?.end?.timings.firstByte?.shortText),
            ("total", take?.end?.timings.completed?.shortText),
        ]
    }

    private var endPairs: [Pair] {
        [
            ("status", status),
            ("finish", take?.end?.failure?.kind.rawValue ?? take?.finishReason),
            ("events", "\(eventCount)"),
            ("bytes", byteCount.bytesText),
            ("unreadable", skipped > 0 ? "\(skipped)" : nil),
        ]
    }

    private var gapPairs: [Pair] {
        [
            ("gaps p50", take?.figures.medianGap?.shortText),
            ("p95", take?.figures.gap95?.shortText),
            (take?.figures.medianGap == nil ? "gap" : "max", take?.figures.longestGap?.shortText),
        ]
    }

    /// Pairs side by side, in as many lines as they need; what is not known is left out.
    private func flow(
        _ pairs: [Pair], columns: Int, _ widths: WidthProfile
    ) -> [UsageLine] {
        var lines: [[UsageLine.Part]] = []
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
        return lines.map { UsageLine($0) }
    }

    private func failureLines(columns: Int) -> [UsageLine] {
        guard let failure else { return [] }
        var wrapped = WrappedText(width: max(8, columns))
        wrapped.append(failure)
        return wrapped.lines.map { UsageLine($0.text, .error) } + [UsageLine("")]
    }
}

extension Take {
    /// The speed, or why there is none. What came at once may yet be followed by more.
    func paceText(decimals: Int, isRunning: Bool) -> String? {
        switch figures.pace {
        case .tokensPerSecond(let rate)?: "\(rate.text(decimals: decimals)) tok/s"
        case .atOnce? where !isRunning: "came at once"
        case .inReads(let count)? where !isRunning: "came in \(count) reads"
        case .atOnce?, .inReads?, nil: nil
        }
    }

    var answerText: String? {
        if answerTokens == 0, usage == nil { return nil }
        return usage?.completionTokens == nil ? "~\(answerTokens)" : "\(answerTokens)"
    }
}
