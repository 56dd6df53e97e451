internal import ChatCompletions

/// Makes events of what comes from the wire; keys are taken out before anything else looks.
struct ExchangeReader: Sendable {
    enum Decoding: Sendable {
        /// A chat answer.
        case answer(streams: Bool)
        /// Bytes as they are.
        case none

        var isNone: Bool { if case .none = self { true } else { false } }
    }

    private(set) var isOver = false
    private let sent: SentRequest
    private let started: Instant
    private let decoding: Decoding
    private var redactor: Redactor
    private var deltas: DeltaRedactor
    private var eventCount = 0
    var uncoder: BodyUncoder?
    var status: Int?
    private var answer: AnswerReader?
    private var firstToken: Duration?
    private var firstVisible: Duration?
    private var hasBegun = false

    init(order: TransferOrder, decoding: Decoding, redactor: Redactor) {
        self.decoding = decoding
        self.redactor = redactor
        deltas = DeltaRedactor(redactor)
        started = order.started
        sent = order.sentRequest(redactor)
    }

    /// The request, the first time.
    mutating func beginning() -> [ExchangeEvent]? {
        defer { hasBegun = true }
        return hasBegun ? nil : [.request(sent)]
    }

    /// - Returns: The events, and how far the answer is.
    mutating func read(_ delivery: Delivery) -> (events: [ExchangeEvent], Verdict) {
        var delivery = delivery
        var events: [ExchangeEvent] = []
        events.reserveCapacity(delivery.reads.count + 3)
        if let head = delivery.head { events.append(.head(begin(redacted(head)))) }
        uncode(&delivery)
        redactor.redact(&delivery)
        let gotOn = addReads(of: delivery, to: &events)
        if let end = delivery.end { finish(end, &events) }
        return (events, Verdict(gotOn: gotOn, isWhole: answer?.isWhole == true))
    }

    /// What the reader says of an answer, for those who watch the time.
    struct Verdict: Sendable {
        /// Whether something came that was no mere sign of life.
        var gotOn: Bool
        /// Whether nothing more is needed.
        var isWhole: Bool
    }

    private mutating func begin(_ head: ResponseHead) -> ResponseHead {
        var head = head
        if redactor.knowsKeys || decoding.isNone { startUncoding(&head) }
        if case .answer(let streams) = decoding {
            answer = AnswerReader(
                streamRequested: streams,
                status: head.status,
                headers: head.headers,
                url: sent.url
            )
        }
        return head
    }

    private mutating func addReads(of delivery: Delivery, to events: inout [ExchangeEvent])
        -> Bool
    {
        var gotOn = false
        var start = 0
        for read in delivery.reads {
            let bytes = Array(delivery.bytes[start..<read.end])
            start = read.end
            let wireRead = meaning(of: bytes, at: read.time.since(started))
            gotOn = gotOn || wireRead.isProgress
            events.append(.read(wireRead))
        }
        return gotOn
    }

    private mutating func meaning(of bytes: [UInt8], at time: Duration) -> WireRead {
        var events = answer?.read(bytes, at: time) ?? []
        if firstVisible == nil { noteFirsts(in: events) }
        eventCount += events.count
        deltas.redact(&events)
        return WireRead(time: time, bytes: bytes, events: events)
    }

    private mutating func noteFirsts(in events: [StreamEvent]) {
        for event in events {
            for choice in event.delta?.choices ?? [] {
                let isVisible = !choice.content.isEmpty
                if isVisible { firstVisible = firstVisible ?? event.time }
                if isVisible || !choice.reasoning.isEmpty { firstToken = firstToken ?? event.time }
            }
        }
    }
}

// The end.
extension ExchangeReader {
    private mutating func finish(_ end: TransferEnd, _ events: inout [ExchangeEvent]) {
        isOver = true
        var result = ExchangeEnd(failure: end.failure.map(redacted), timings: end.timings)
        if answer == nil { result.failure = result.failure ?? unreadable }
        if answer != nil { explain(&result, &events) }
        result.timings.firstToken = firstToken
        result.timings.firstVisible = firstVisible
        events.append(.ended(result))
    }

    private mutating func explain(_ end: inout ExchangeEnd, _ events: inout [ExchangeEvent]) {
        let time = end.timings.completed ?? .zero
        guard var ending = answer?.end(transportFailure: end.failure, at: time) else { return }
        if let unreadable, answer?.isWhole != true, ending.failure?.kind != .redirect {
            ending.failure = unreadable
        }
        noteFirsts(in: ending.events)
        deltas.redact(&ending.events)
        addHeldText(to: &ending.events, at: time)
        Self.add(ending.events, at: time, to: &events)
        let isStopped = end.failure?.kind == .cancelled && answer?.isWhole != true
        if !isStopped { end.failure = ending.failure }
        end.done = ending.done
        end.skipped = ending.skipped
        end.requestID = ending.requestID
    }

    /// What was held back for a key that did not come, where the answer ended without saying so.
    private mutating func addHeldText(to events: inout [StreamEvent], at time: Duration) {
        guard let rest = deltas.rest() else { return }
        let number = eventCount + events.count
        events.append(StreamEvent(number: number, kind: .data, data: "", time: time, delta: rest))
    }

    /// What only the end of the body completed belongs to its last bytes; when those were given
    /// out before, to a read of no bytes.
    private static func add(
        _ late: [StreamEvent],
        at time: Duration,
        to events: inout [ExchangeEvent]
    ) {
        if late.isEmpty { return }
        if case .read(var last)? = events.last {
            last.events += late
            events[events.count - 1] = .read(last)
        } else {
            events.append(.read(WireRead(time: time, bytes: [], events: late)))
        }
    }

    private func redacted(_ failure: Failure) -> Failure {
        var failure = failure
        failure.message = redactor.redacted(failure.message)
        return failure
    }

    private func redacted(_ head: ResponseHead) -> ResponseHead {
        var head = head
        head.version = redactor.redacted(head.version)
        head.reason = redactor.redacted(head.reason)
        head.headers = head.headers.map(redactor.redacted)
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
            headers.insert(
                Header(place.name, place.value + Secret.mask), at: request.keyPlace)
        }
        return SentRequest(
            started: .now,
            method: request.method,
            url: redactor.redacted(request.url),
            headers: headers.map(redactor.redacted),
            body: redactor.redacted(request.body),
            proxy: proxy?.shown
        )
    }
}
