package import ChatCompletions

/// What went over the wire in one exchange, as far as a screen needs it. Its memory is bounded:
/// the library has every byte, this has the latest events.
package struct TrafficLog: Sendable {
    package private(set) var exchange: ExchangeID?
    package private(set) var request: SentRequest?
    package private(set) var head: ResponseHead?
    package private(set) var end: ExchangeEnd?
    package private(set) var rows: [StreamEvent] = []
    /// Events in all, those no longer in `rows` too.
    package private(set) var eventCount = 0
    package private(set) var byteCount = 0
    package private(set) var readCount = 0
    /// The beginning of the body.
    package private(set) var bodyStart: [UInt8] = []
    package static let rowLimit = 4_096
    package static let bodyLimit = 65_536

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
        rows += read.events
        // Dropped in blocks, so that a row costs the same however many there are.
        if rows.count > Self.rowLimit + Self.rowLimit / 4 {
            rows.removeFirst(rows.count - Self.rowLimit)
        }
    }
}
