package import ChatCompletions
import Conversations

/// What went over the wire in one exchange, as far as a screen needs it. Its memory is bounded:
/// the library has every byte, this has the latest events.
package struct TrafficLog: Sendable {
    package private(set) var exchange: ExchangeID?
    package private(set) var request: SentRequest?
    package private(set) var head: ResponseHead?
    package private(set) var end: ExchangeEnd?
    /// The latest events. What they did to the answer is not kept: it stands in their data.
    package private(set) var rows: [StreamEvent] = []
    private var rowBytes = 0
    /// Events in all, those no longer in `rows` too.
    package private(set) var eventCount = 0
    package private(set) var byteCount = 0
    package private(set) var readCount = 0
    /// The beginning of the body.
    package private(set) var bodyStart: [UInt8] = []
    package static let rowLimit = 2_000
    package static let rowByteLimit = 1 << 20
    package static let bodyLimit = 1 << 16

    package init(exchange: ExchangeID? = nil) { self.exchange = exchange }

    /// Events that are only in the library any more.
    package var droppedCount: Int { eventCount - rows.count }

    package mutating func add(_ event: ExchangeEvent) {
        switch event {
        case .request(let request): self.request = request
        case .head(let head): self.head = head
        case .read(let read): add(read)
        case .ended(let end): self.end = end
        }
    }

    private mutating func add(_ read: WireRead) {
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
        var row = event
        row.delta = nil
        rowBytes += row.data.utf8.count
        rows.append(row)
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
