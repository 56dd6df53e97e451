/// The events of an exchange as far as a screen needs them. The memory is bounded: the record has
/// every byte, this has the latest events and the beginning of the body.
public struct EventLog: Sendable {
    /// The latest events. What they did to the answer is kept of the very latest, which a screen
    /// shows as they come; of the others it stands in their data.
    public private(set) var rows: [StreamEvent] = []
    /// Events in all, those no longer in `rows` too.
    public private(set) var eventCount = 0
    /// Bytes of the body.
    public private(set) var byteCount = 0
    /// Reads that brought some.
    public private(set) var readCount = 0
    /// The beginning of the body.
    public private(set) var bodyStart: [UInt8] = []
    private var rowBytes = 0

    /// About how many rows are kept.
    public static let rowLimit = 2_000
    /// About how many bytes of data they have.
    public static let rowByteLimit = 1 << 20
    /// Of how many of them it is kept what they did.
    public static let deltaLimit = 128
    /// How much of the body's beginning is kept.
    public static let bodyLimit = 1 << 16

    /// A log without events.
    public init() {}

    /// Events that are only in the record any more.
    public var droppedCount: Int { eventCount - rows.count }

    /// Adds what a read brought.
    public mutating func add(_ read: WireRead) {
        byteCount += read.bytes.count
        if !read.bytes.isEmpty { readCount += 1 }
        if bodyStart.count < Self.bodyLimit {
            bodyStart += read.bytes.prefix(Self.bodyLimit - bodyStart.count)
        }
        eventCount += read.events.count
        for event in read.events.suffix(Self.rowLimit) { add(event) }
        if rows.count > Self.rowLimit * 5 / 4 || rowBytes > Self.rowByteLimit * 5 / 4 { trim() }
    }

    private mutating func add(_ event: StreamEvent) {
        rowBytes += event.data.utf8.count
        rows.append(event)
        if rows.count > Self.deltaLimit { rows[rows.count - 1 - Self.deltaLimit].delta = nil }
    }

    /// Drops the oldest in blocks, so that a row costs the same however many there are. The latest
    /// one stays, however long it is.
    private mutating func trim() {
        var kept = 0
        var bytes = 0
        for row in rows.reversed() {
            bytes += row.data.utf8.count
            if kept > 0, kept == Self.rowLimit || bytes > Self.rowByteLimit { break }
            kept += 1
        }
        rows.removeFirst(rows.count - kept)
        rowBytes = rows.reduce(0) { $0 + $1.data.utf8.count }
    }
}
