import ChatCompletions
import SessionLibrary

/// An exchange from the library as the events that it was when it happened.
struct RecordedExchange {
    private let stored: StoredExchange

    init(_ stored: StoredExchange) { self.stored = stored }

    func events(_ reads: [StoredRead]) -> [ExchangeEvent] {
        var events: [ExchangeEvent] = []
        if let request = stored.request { events.append(.request(request)) }
        guard let head = stored.head else { return events + end }
        events.append(.head(head))
        var reader = AnswerReader(
            streamRequested: true, status: head.status, headers: head.headers,
            url: stored.request?.url ?? "")
        var extra = 0
        for read in reads {
            let found = reader.start(reading: read.bytes, at: read.time)
            events.append(.read(WireRead(time: read.time, bytes: read.bytes, events: found)))
            while reader.hasMore {
                let more = reader.readOn()
                extra += more.count
                guard extra < Self.mostExtra else { continue }
                events.append(.read(WireRead(time: read.time, bytes: [], events: more)))
            }
        }
        let time = reads.last?.time ?? head.time
        let rest = reader.end(transportFailure: stored.end?.failure, at: time).events
        if !rest.isEmpty { events.append(.read(WireRead(time: time, bytes: [], events: rest))) }
        return events + end
    }

    /// Of what a few compressed bytes became no more is shown again.
    private static let mostExtra = 100_000

    private var end: [ExchangeEvent] { stored.end.map { [.ended($0)] } ?? [] }
}
