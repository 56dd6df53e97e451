/// How an answer flowed: when its first tokens came, how fast, and how evenly.
///
/// ```swift
/// var figures = StreamFigures()
/// for event in events { figures.add(event: event) }
/// print(figures.firstToken ?? .zero, figures.tokensPerSecond ?? 0)
/// ```
///
/// Only events with text count; each is taken for one token where the service tells no number.
/// Events of the same time came in one read. The memory is bounded: gaps are counted in classes
/// about 9 % wide.
public struct StreamFigures: Sendable, Hashable {
    /// Since the request began: the first content or reasoning.
    public private(set) var firstToken: Duration?
    /// The first content, or the first of a refusal.
    public private(set) var firstVisible: Duration?
    /// The latest content or reasoning.
    public private(set) var latestToken: Duration?
    /// How many events brought content or reasoning.
    public private(set) var tokenEvents = 0
    /// How many reads brought content or reasoning.
    public private(set) var tokenReads = 0
    /// The tokens of the answer as the service counted them, once it has.
    public private(set) var completionTokens: Int?
    /// The longest time between two reads with text.
    public private(set) var longestGap: Duration?
    /// The latest gaps, at most 64, the newest last: for a sparkline.
    public private(set) var recentGaps: [Duration] = []
    private var reasoningTokens: Int?
    private var hasReasoning = false
    private var gaps = GapHistogram()
    private var longGaps = LongGaps()

    /// The figures of an answer that has not begun.
    public init() {}

    /// Adds an event, in the order of arrival.
    public mutating func add(event: StreamEvent) {
        guard let delta = event.delta else { return }
        completionTokens = delta.usage?.completionTokens ?? completionTokens
        reasoningTokens = delta.usage?.reasoningTokens ?? reasoningTokens
        guard delta.choices.contains(where: \.hasText) else { return }
        hasReasoning = hasReasoning || delta.choices.contains { !$0.reasoning.isEmpty }
        add(textAt: event.time, isVisible: delta.choices.contains(where: \.isVisible))
    }

    private mutating func add(textAt time: Duration, isVisible: Bool) {
        tokenEvents += 1
        if firstToken == nil { firstToken = time }
        if isVisible, firstVisible == nil { firstVisible = time }
        if let latestToken {
            guard time > latestToken else { return }
            add(gap: time - latestToken, at: latestToken)
        }
        tokenReads += 1
        latestToken = time
    }

    private mutating func add(gap: Duration, at start: Duration) {
        longestGap = max(longestGap ?? .zero, gap)
        gaps.add(gap)
        longGaps.add(Pause(start: start, length: gap))
        if recentGaps.count == 64 { recentGaps.removeFirst() }
        recentGaps.append(gap)
    }
}

// How fast.
extension StreamFigures {
    /// How fast an answer came, as far as its reads tell.
    public enum Pace: Sendable, Hashable {
        /// Tokens a second, from the first to the latest one.
        case tokensPerSecond(Double)
        /// Several tokens together: how fast they were made nobody can tell.
        case atOnce
        /// Many tokens in so few reads that a speed would say how they were sent, not made.
        case inReads(Int)
    }

    /// `nil` before there are two tokens.
    public var pace: Pace? {
        guard let firstToken, let latestToken, tokens > 1 else { return nil }
        let seconds = (latestToken - firstToken).seconds
        if tokenReads < 2 || seconds < Self.shortest { return .atOnce }
        let gaps = tokenReads - 1
        if gaps < Self.fewGaps, tokens > Self.mostTokensInGap * Double(gaps) {
            return .inReads(tokenReads)
        }
        return .tokensPerSecond((tokens - 1) / seconds)
    }

    /// Tokens a second from the first to the latest one; `nil` where that has no base: before there
    /// are two, and where they came at once or in a few heaps.
    public var tokensPerSecond: Double? {
        if case .tokensPerSecond(let rate)? = pace { rate } else { nil }
    }

    /// What comes within so many seconds came at once.
    private static let shortest = 0.01
    /// With fewer gaps than these, a gap must not stand for many tokens.
    private static let fewGaps = 4
    private static let mostTokensInGap = 50.0

    /// The tokens that came: thinking that the service counts and does not show did not.
    private var tokens: Double {
        guard let completionTokens else { return Double(tokenEvents) }
        let hidden = hasReasoning ? 0 : Double(max(0, reasoningTokens ?? 0))
        let shown = Double(completionTokens) - hidden
        return shown < 1 ? Double(tokenEvents) : shown
    }
}

// How evenly.
extension StreamFigures {
    /// A time without text in the middle of an answer.
    public struct Pause: Sendable, Hashable {
        /// Since the request began.
        public var start: Duration
        /// How long nothing came.
        public var length: Duration
    }

    /// The gap that half of all gaps are not longer than; `nil` before there are two.
    public var medianGap: Duration? { quantile(0.5) }
    /// The gap that 95 % of all gaps are not longer than; `nil` before there are two.
    public var gap95: Duration? { quantile(0.95) }

    /// A class's middle may lie beyond the longest gap in it.
    private func quantile(_ share: Double) -> Duration? {
        guard gaps.total > 1 else { return nil }
        return gaps.quantile(share).map { min($0, longestGap ?? $0) }
    }

    /// Gaps of a second and more, and those of a tenth of a second and more that are ten times the
    /// median; in order, and of very many only the 64 longest.
    public var pauses: [Pause] {
        let usual = medianGap ?? .seconds(1)
        let least = min(.seconds(1), max(LongGaps.shortest, usual * 10))
        return longGaps.pauses.filter { $0.length >= least }
    }
}

/// The longest gaps, in order of time.
private struct LongGaps: Sendable, Hashable {
    static let shortest = Duration.milliseconds(100)
    private static let most = 64

    private(set) var pauses: [StreamFigures.Pause] = []

    mutating func add(_ gap: StreamFigures.Pause) {
        guard gap.length >= Self.shortest else { return }
        pauses.append(gap)
        guard pauses.count > Self.most,
            let least = pauses.indices.min(by: { pauses[$0].length < pauses[$1].length })
        else { return }
        pauses.remove(at: least)
    }
}

/// Counts times by their size: eight classes for each doubling, from a microsecond to days.
private struct GapHistogram: Sendable, Hashable {
    private var counts: [Int] = []
    private(set) var total = 0

    mutating func add(_ gap: Duration) {
        let place = Self.place(of: max(0, Int(gap.seconds * 1e6)))
        if place >= counts.count {
            counts += [Int](repeating: 0, count: place + 1 - counts.count)
        }
        counts[place] += 1
        total += 1
    }

    func quantile(_ share: Double) -> Duration? {
        guard total > 0 else { return nil }
        var left = max(1, Int(Double(total) * share + 0.5))
        for (place, count) in counts.enumerated() {
            left -= count
            if left <= 0 { return .microseconds(Self.middle(of: place)) }
        }
        return nil
    }

    /// Below 8 each number is its own class; above, the three bits after the highest one count.
    private static func place(of number: Int) -> Int {
        guard number >= 8 else { return number }
        let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
        return (exponent - 2) * 8 + (number >> (exponent - 3)) & 7
    }

    private static func middle(of place: Int) -> Int {
        guard place >= 8 else { return place }
        let exponent = place / 8 + 2
        let lower = (8 + place % 8) << (exponent - 3)
        return lower + (1 << (exponent - 3)) / 2
    }
}
