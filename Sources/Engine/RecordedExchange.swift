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
        for read in reads {
            let found = reader.read(read.bytes, at: read.time)
            events.append(.read(WireRead(time: read.time, bytes: read.bytes, events: found)))
        }
        let time = reads.last?.time ?? head.time
        let rest = reader.end(transportFailure: stored.end?.failure, at: time).events
        if !rest.isEmpty { events.append(.read(WireRead(time: time, bytes: [], events: rest))) }
        return events + end
    }

    private var end: [ExchangeEvent] { stored.end.map { [.ended($0)] } ?? [] }
}
