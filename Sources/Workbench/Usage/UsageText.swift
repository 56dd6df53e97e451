import ChatCompletions
import Conversations
import ScreenKit
import Words

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
    let failure: Phrase?
    private let language: Language

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
                ? nil
                : [failure.sentence, state.advice(after: failure, of: lane)]
                    .joined(separator: "\n")
        }
        language = state.around.language
    }

    /// What else the service told.
    var details: [(name: String, value: String)] { take?.details(in: language) ?? [] }

    /// As far as they are shown: pictures have their sentence.
    var shownDetails: [(name: String, value: String)] {
        details.filter { !["created", "images"].contains($0.name) }
    }

    /// A line for each group, and what else the service told; `nil` before the first answer.
    func plain(_ widths: WidthProfile) -> String? {
        guard take?.started != nil else { return nil }
        let lines = lines(columns: .max / 2, widths).map { $0.text.trimmingBlanks }
        let details = details.map { "\($0.name) \($0.value)" }
        return (lines + details).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func lines(columns: Int, _ widths: WidthProfile) -> [UsageLine] {
        guard take?.started != nil else {
            return [UsageLine(Phrase.noFigures.text(in: language), .dim)]
        }
        let groups = [
            tokenPairs, speedPairs, connectionPairs, endPairs, gapPairs,
        ]
        return failureLines(columns: columns)
            + groups.flatMap { flow($0, columns: columns, widths) }
    }

    private typealias Pair = (label: Phrase, value: Phrase?)

    private var tokenPairs: [Pair] {
        [
            (.promptTokens, (take?.usage?.promptTokens).map(Phrase.figure)),
            (.answerTokens, (take?.answerText).map { Phrase(verbatim: $0) }),
            (.thinkingTokens, (take?.usage?.reasoningTokens).map(Phrase.figure)),
            (.cachedTokens, (take?.usage?.cachedTokens).map(Phrase.figure)),
        ]
    }

    private var speedPairs: [Pair] {
        [
            (.firstTokenLabel, (take?.timings.firstToken).map(Phrase.short)),
            (.visibleLabel, (take?.timings.firstVisible).map(Phrase.short)),
            (.speedLabel, take?.pace(decimals: 1, isRunning: isRunning)),
        ]
    }

    private var connectionPairs: [Pair] {
        [
            (.connectLabel, (take?.end?.timings.connected).map(Phrase.short)),
            (.firstByteLabel, (take?.end?.timings.firstByte).map(Phrase.short)),
            (.totalLabel, (take?.end?.timings.completed).map(Phrase.short)),
        ]
    }

    private var endPairs: [Pair] {
        [
            (.statusLabel, status.map { Phrase(verbatim: $0) }),
            (
                .finishLabel,
                take?.end?.failure?.kind.word
                    ?? (take?.finishReason).map { Phrase(verbatim: $0) }
            ),
            (.eventsLabel, .figure(eventCount)),
            (.bytesLabel, Phrase(verbatim: byteCount.bytesText)),
            (.unreadableLabel, skipped > 0 ? .figure(skipped) : nil),
        ]
    }

    private var gapPairs: [Pair] {
        [
            (.gapsLabel, (take?.figures.medianGap).map(Phrase.short)),
            (.gap95Label, (take?.figures.gap95).map(Phrase.short)),
            (
                take?.figures.medianGap == nil ? .gapLabel : .longestGapLabel,
                (take?.figures.longestGap).map(Phrase.short)
            ),
        ]
    }

    /// Pairs side by side, in as many lines as they need; what is not known is left out.
    private func flow(
        _ pairs: [Pair], columns: Int, _ widths: WidthProfile
    ) -> [UsageLine] {
        var lines: [[UsageLine.Part]] = []
        var used = columns
        for case (let name, let value?) in pairs {
            let (label, value) = (name.text(in: language), value.text(in: language))
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
        wrapped.append(failure.text(in: language))
        return wrapped.lines.map { UsageLine($0.text, .error) } + [UsageLine("")]
    }
}

extension Take {
    /// The speed, or why there is none. What came at once may yet be followed by more.
    func pace(decimals: Int, isRunning: Bool) -> Phrase? {
        switch figures.pace {
        case .tokensPerSecond(let rate)?: .speed(rate.text(decimals: decimals))
        case .atOnce? where !isRunning: .cameAtOnce
        case .inReads(let count)? where !isRunning: .cameInReads(count)
        case .atOnce?, .inReads?, nil: nil
        }
    }

    var answerText: String? {
        if answerTokens == 0, usage == nil { return nil }
        return usage?.completionTokens == nil ? "~\(answerTokens)" : "\(answerTokens)"
    }
}

extension Phrase {
    fileprivate static func figure(_ count: Int) -> Phrase { Phrase(verbatim: "\(count)") }
}
