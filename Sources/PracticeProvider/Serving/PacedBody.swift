/// The body of a streamed answer: events at the speed that was asked for.
struct PacedBody {
    private var events: EventStream
    /// The time from one word to the next; `nil` for as fast as it goes.
    private let interval: Duration?
    /// Given back when nobody reads the body any more.
    private let ticket: AnswerCount.Ticket
    private var due = ContinuousClock.now

    init(events: EventStream, interval: Duration?, ticket: AnswerCount.Ticket) {
        self.events = events
        self.interval = interval
        self.ticket = ticket
    }

    /// The next bytes when their time has come; `nil` after the last ones.
    mutating func next() async throws -> [UInt8]? {
        guard let interval else { return try together(atLeast: 4096) }
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
