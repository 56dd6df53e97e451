/// How an answer flowed: when its first tokens came, how fast, and how evenly.
///
/// ```swift
/// var figures = StreamFigures()
/// for event in events { figures.add(event: event) }
/// print(figures.firstToken ?? .zero, figures.tokensPerSecond ?? 0)
/// ```
///
/// Only events with text count; each is taken for one token where the service tells no number.
/// The memory is bounded: gaps are counted in classes about 9 % wide.
public struct StreamFigures: Sendable, Hashable {
    /// Since the request began: the first content or reasoning.
    public private(set) var firstToken: Duration?
    /// The first content.
    public private(set) var firstVisible: Duration?
    /// The latest content or reasoning.
    public private(set) var latestToken: Duration?
    /// How many events brought content or reasoning.
    public private(set) var tokenEvents = 0
    /// The tokens of the answer as the service counted them, once it has.
    public private(set) var completionTokens: Int?
    /// The longest time between two events with text.
    public private(set) var longestGap: Duration?
    /// The latest gaps, at most 64, the newest last: for a sparkline.
    public private(set) var recentGaps: [Duration] = []
    private var gaps = GapHistogram()

    /// The figures of an answer that has not begun.
    public init() {}

    /// Adds an event, in the order of arrival.
    public mutating func add(event: StreamEvent) {
        guard let delta = event.delta else { return }
        completionTokens = delta.usage?.completionTokens ?? completionTokens
        let isVisible = delta.choices.contains { !$0.content.isEmpty }
        guard isVisible || delta.choices.contains(where: { !$0.reasoning.isEmpty }) else { return }
        if let latestToken { add(gap: event.time - latestToken) }
        if firstToken == nil { firstToken = event.time }
        if isVisible, firstVisible == nil { firstVisible = event.time }
        latestToken = event.time
        tokenEvents += 1
    }

    /// The gap that half of all gaps are not longer than.
    public var medianGap: Duration? { quantile(0.5) }
    /// The gap that 95 % of all gaps are not longer than.
    public var gap95: Duration? { quantile(0.95) }

    /// A class's middle may lie beyond the longest gap in it.
    private func quantile(_ share: Double) -> Duration? {
        gaps.quantile(share).map { min($0, longestGap ?? $0) }
    }

    /// Tokens a second from the first to the latest one; `nil` before there are two.
    public var tokensPerSecond: Double? {
        guard let firstToken, let latestToken, tokenEvents > 1 else { return nil }
        let seconds = (latestToken - firstToken).seconds
        let tokens = max((completionTokens ?? tokenEvents) - 1, 1)
        return seconds > 0 ? Double(tokens) / seconds : nil
    }

    private mutating func add(gap: Duration) {
        longestGap = max(longestGap ?? .zero, gap)
        gaps.add(gap)
        if recentGaps.count == 64 { recentGaps.removeFirst() }
        recentGaps.append(gap)
    }
}

/// Counts times by their size: eight classes for each doubling, from a microsecond to days.
private struct GapHistogram: Sendable, Hashable {
    private var counts: [Int] = []
    private var total = 0

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
