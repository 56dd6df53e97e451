import FlyingFox
import FlyingSocks

/// The body of a streamed answer: events at the speed that was asked for.
struct PacedBody: AsyncBufferedSequence {
    typealias Element = UInt8

    let events: EventStream
    /// The time from one word to the next; `nil` for as fast as it goes.
    let interval: Duration?
    /// Given back when nobody reads the body any more.
    let ticket: AnswerCount.Ticket

    func makeAsyncIterator() -> Iterator { Iterator(events: events, interval: interval) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: EventStream
        let interval: Duration?
        private var due = ContinuousClock.now

        init(events: EventStream, interval: Duration?) {
            self.events = events
            self.interval = interval
        }

        mutating func next() async throws -> UInt8? {
            // The server takes buffers only; a byte alone is never asked for.
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard let interval else { return try together(atLeast: count) }
            while let text = events.next() {
                try await ContinuousClock().sleep(until: due)
                due += interval
                if !text.isEmpty { return Array(text.utf8) }
            }
            return nil
        }

        /// Without pauses many events share a write.
        private mutating func together(atLeast count: Int) throws -> [UInt8]? {
            try Task.checkCancellation()
            var bytes: [UInt8] = []
            while bytes.count < count, let text = events.next() {
                bytes += text.utf8
            }
            return bytes.isEmpty ? nil : bytes
        }
    }
}
