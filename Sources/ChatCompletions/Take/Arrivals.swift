/// When how much came, for a plot over time.
///
/// Reads are told one by one while there are few of them. When there are many, neighbours are taken
/// together, so that the memory stays bounded and the whole time is covered evenly.
public struct Arrivals: Sendable, Hashable {
    /// Some reads in a row; most of the time one.
    public struct Arrival: Sendable, Hashable {
        /// Of the first of them, since the request began.
        public var start: Duration
        /// Of the last of them.
        public var end: Duration
        /// How many they are.
        public var reads: Int
        /// How many bytes they brought.
        public var bytes: Int
        /// How many events they completed.
        public var events: Int

        fileprivate mutating func add(_ next: Arrival) {
            end = next.end
            reads += next.reads
            bytes += next.bytes
            events += next.events
        }
    }

    /// In the order of time.
    public private(set) var all: [Arrival] = []
    /// How many reads one arrival has before the next one is begun.
    private var width = 1

    /// How many there are at most.
    public static let limit = 2048

    /// Nothing has come.
    public init() {}

    /// Adds a read.
    public mutating func add(_ read: WireRead) {
        let next = Arrival(
            start: read.time, end: read.time, reads: 1, bytes: read.bytes.count,
            events: read.events.count)
        if let last = all.indices.last, all[last].reads < width {
            all[last].add(next)
            return
        }
        if all.count == Self.limit { halve() }
        all.append(next)
    }

    private mutating func halve() {
        width *= 2
        for place in 0..<(all.count / 2) {
            var pair = all[2 * place]
            pair.add(all[2 * place + 1])
            all[place] = pair
        }
        all.removeSubrange((all.count / 2)...)
    }
}
