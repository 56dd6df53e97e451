/// Moments of a record from which reading can go on, so that none has to be read from the start.
///
/// ```swift
/// while !reader.isOver {
///     if reader.needsReads { reader.take(reads(from: reader.nextRead)) }
///     show(reader.next())
///     checkpoints.offer(reader)
/// }
/// var earlier = checkpoints.latest(upToRead: 4711) ?? RecordReader(record)
/// earlier.advance(to: 4711) { reads(from: $0) }
/// ```
///
/// The memory is bounded: when they become too many, every other one goes, and from then on they are
/// twice as far apart.
public struct Checkpoints: Sendable {
    private var kept: [RecordReader] = []
    private var weight = 0
    private var distance: Int
    private let limit: Int

    /// - Parameters:
    ///   - limit: how much memory they may take, in bytes.
    ///   - distance: how many bytes of the body lie between two of them at least.
    public init(limit: Int = 16 << 20, distance: Int = 1 << 16) {
        self.limit = limit
        self.distance = distance
    }

    /// How many there are.
    public var count: Int { kept.count }

    /// Keeps this moment, when it is far enough from the last one.
    public mutating func offer(_ reader: RecordReader) {
        guard reader.isBetweenReads, reader.byteCount >= (kept.last?.byteCount ?? 0) + distance
        else { return }
        kept.append(reader)
        weight += reader.weight
        while weight > limit, !kept.isEmpty { thin() }
    }

    /// The latest moment at which no more than so many reads were read.
    public func latest(upToRead count: Int) -> RecordReader? {
        latest { $0.nextRead <= count }
    }

    /// The latest moment at which nothing was read that came after a time.
    public func latest(upTo time: Duration) -> RecordReader? {
        latest { $0.time <= time }
    }

    /// - Parameter isEarly: true for all that are early enough, then false for all others.
    private func latest(where isEarly: (RecordReader) -> Bool) -> RecordReader? {
        var range = kept.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range =
                isEarly(kept[middle])
                ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound == 0 ? nil : kept[range.lowerBound - 1]
    }

    private mutating func thin() {
        distance *= 2
        kept = kept.indices.filter { $0 % 2 == 1 }.map { kept[$0] }
        weight = kept.reduce(0) { $0 + $1.weight }
    }
}
