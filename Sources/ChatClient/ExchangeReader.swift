internal import ChatCompletions

/// Makes events of what comes from the wire; keys are taken out before anything else looks.
struct ExchangeReader: Sendable {
    enum Decoding: Sendable {
        /// A chat answer.
        case answer(streams: Bool)
        /// Bytes as they are.
        case none
    }

    private(set) var isOver = false
    private let sent: SentRequest
    private let started: Instant
    private let decoding: Decoding
    private var redactor: Redactor
    private var hasBegun = false

    init(order: TransferOrder, decoding: Decoding, redactor: Redactor) {
        self.decoding = decoding
        self.redactor = redactor
        started = order.started
        sent = order.sentRequest(redactor)
    }

    /// The request, the first time.
    mutating func beginning() -> [ExchangeEvent]? {
        defer { hasBegun = true }
        return hasBegun ? nil : [.request(sent)]
    }

    /// - Returns: The events, and when the answer last got on.
    mutating func read(_ delivery: Delivery) -> (events: [ExchangeEvent], progress: Instant?) {
        var delivery = delivery
        redactor.redact(&delivery)
        var events: [ExchangeEvent] = []
        events.reserveCapacity(delivery.reads.count + 2)
        if let head = delivery.head { events.append(.head(redacted(head))) }
        let progress = addReads(of: delivery, to: &events)
        if let end = delivery.end {
            isOver = true
            events.append(.ended(ended(end)))
        }
        return (events, progress)
    }

    private mutating func addReads(of delivery: Delivery, to events: inout [ExchangeEvent])
        -> Instant?
    {
        var progress: Instant?
        var start = 0
        for read in delivery.reads {
            let bytes = Array(delivery.bytes[start..<read.end])
            start = read.end
            let wireRead = WireRead(time: read.time.since(started), bytes: bytes)
            if wireRead.isProgress { progress = read.time }
            events.append(.read(wireRead))
        }
        return progress
    }

    private func ended(_ end: TransferEnd) -> ExchangeEnd {
        ExchangeEnd(failure: end.failure.map(redacted), timings: end.timings)
    }

    private func redacted(_ failure: Failure) -> Failure {
        var failure = failure
        failure.message = redactor.redacted(failure.message)
        return failure
    }

    private func redacted(_ head: ResponseHead) -> ResponseHead {
        var head = head
        head.reason = redactor.redacted(head.reason)
        head.headers = head.headers.map { Header($0.name, redactor.redacted($0.value)) }
        return head
    }
}

extension WireRead {
    /// Comments and blank lines keep a connection alive, but say nothing.
    var isProgress: Bool {
        if events.isEmpty { return bytes.contains { !Self.blanks.contains($0) } }
        return events.contains { $0.kind != .comment }
    }

    private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
}

extension TransferOrder {
    /// The request as it is sent, with the key as `•••`.
    func sentRequest(_ redactor: Redactor) -> SentRequest {
        var headers = request.headers
        if let place = request.keyHeader, key != nil {
            headers.insert(Header(place.name, place.value + Secret.mask), at: 0)
        }
        return SentRequest(
            started: .now,
            method: request.method,
            url: redactor.redacted(request.url),
            headers: headers.map { Header($0.name, redactor.redacted($0.value)) },
            body: redactor.redacted(request.body)
        )
    }
}
