internal import ChatCompletions

/// Makes events of what comes from the wire; keys are taken out before anything else looks.
struct ExchangeReader: Sendable {
    enum Decoding: Sendable {
        /// A chat answer.
        case answer(streams: Bool, AnswerGrain)
        /// Bytes as they are.
        case none

        var isNone: Bool { if case .none = self { true } else { false } }
        var grain: AnswerGrain { if case .answer(_, let grain) = self { grain } else { .event } }
    }

    private(set) var isOver = false
    private let sent: SentRequest
    private let started: Instant
    private let decoding: Decoding
    let limits: AnswerReader.Limits
    private var redactor: Redactor
    /// Where there are no single events to take keys out of.
    private var deltas: DeltaRedactor
    private var spelledKeys: SpelledKeys
    private var eventCount = 0
    var uncoder: BodyUncoder?
    var status: Int?
    private var answer: AnswerReader?
    private var firstToken: Duration?
    private var firstVisible: Duration?
    private var hasBegun = false
    private var coded = CodedDelivery()
    /// What was delivered and is not read yet.
    private var delivery = Delivery()
    private var nextRead = 0
    private var gotOn = false

    init(order: TransferOrder, decoding: Decoding, redactor: Redactor) {
        self.decoding = decoding
        limits = order.options.answerLimits
        self.redactor = redactor
        deltas = DeltaRedactor(redactor)
        spelledKeys = SpelledKeys(redactor)
        started = order.started
        sent = order.sentRequest(redactor)
    }

    /// The request, the first time.
    mutating func beginning() -> [ExchangeEvent]? {
        defer { hasBegun = true }
        return hasBegun ? nil : [.request(sent)]
    }

    /// Takes what came; `readOn` says what it means.
    mutating func take(_ delivery: Delivery) {
        var delivery = delivery
        if let head = delivery.head { delivery.head = begin(redacted(head)) }
        if uncoder?.isPlain == false { coded.take(from: &delivery) }
        redactor.redact(&delivery)
        self.delivery = delivery
        nextRead = 0
        gotOn = false
        hasMore = true
    }

    /// Whether what was taken is not read to its end.
    private(set) var hasMore = false

    /// What the next of what was taken means: not all of it at once, since a few compressed bytes
    /// can become very many events.
    ///
    /// - Returns: The events, and how far the answer is.
    mutating func readOn() -> (events: [ExchangeEvent], Verdict) {
        var events: [ExchangeEvent] = []
        events.reserveCapacity(delivery.reads.count - nextRead + 3)
        if let head = delivery.head { events.append(.head(head)) }
        delivery.head = nil
        addReads(to: &events)
        if !hasMore {
            if let end = delivery.end { finish(end, &events) }
            delivery = Delivery()
        }
        let verdict = Verdict(
            gotOn: gotOn,
            isWhole: answer?.isWhole == true,
            isDone: answer?.isDone == true,
            isTooMuch: isTooMuch
        )
        // The answer is with those who took its events.
        if isOver { answer = nil }
        return (events, verdict)
    }

    private var isTooMuch: Bool { answer?.isTooMuch == true || unreadable != nil }

    /// What the reader says of an answer, for those who watch the time.
    struct Verdict: Sendable {
        /// Whether something came that was no mere sign of life.
        var gotOn: Bool
        /// Whether nothing more is needed.
        var isWhole: Bool
        /// Whether `[DONE]` came.
        var isDone: Bool
        /// Whether nothing more shall be taken.
        var isTooMuch: Bool
    }

    private mutating func begin(_ head: ResponseHead) -> ResponseHead {
        var head = head
        if redactor.knowsKeys || decoding.isNone { startUncoding(&head) }
        if case .answer(let streams, let grain) = decoding {
            answer = AnswerReader(
                streamRequested: streams,
                status: head.status,
                headers: head.headers,
                url: sent.url,
                limits: limits,
                grain: grain
            )
        }
        return head
    }

    private mutating func addReads(to events: inout [ExchangeEvent]) {
        var (count, size) = (0, 0)
        hasMore = findNext()
        while hasMore, count < Self.mostEvents, size < Self.mostBytes {
            let read = meaningOfNext()
            gotOn = gotOn || read.isProgress
            count += read.events.count
            size += read.bytes.count
            if looksForSpelledKeys {
                events += spelledKeys.take(read, by: &answer).map(ExchangeEvent.read)
            } else {
                events.append(.read(read))
            }
            hasMore = findNext()
        }
    }

    private static let mostEvents = 4096
    private static let mostBytes = 1 << 18

    /// Whether something is there to be read, after what was compressed is undone as far as needed.
    private mutating func findNext() -> Bool {
        if answer?.isTooMuch == true { coded.dropText() }
        while answer?.hasMore != true, nextRead >= delivery.reads.count,
            let more = coded.next(&uncoder)
        {
            delivery = more
            redactor.redact(&delivery)
            nextRead = 0
        }
        return answer?.hasMore == true || nextRead < delivery.reads.count
    }

    /// The next read; what one became beyond a portion is given with reads of no bytes.
    private mutating func meaningOfNext() -> WireRead {
        if answer?.hasMore == true {
            return read([], at: time(ofRead: nextRead - 1), answer?.readOn() ?? [])
        }
        let start = nextRead == 0 ? 0 : delivery.reads[nextRead - 1].end
        let end = delivery.reads[nextRead].end
        let isAll = start == 0 && end == delivery.bytes.count
        let bytes = isAll ? delivery.bytes : Array(delivery.bytes[start..<end])
        let time = time(ofRead: nextRead)
        nextRead += 1
        if looksForSpelledKeys { spelledKeys.note(answer) }
        return read(bytes, at: time, answer?.start(reading: bytes, at: time) ?? [])
    }

    private func time(ofRead place: Int) -> Duration {
        delivery.reads[place].time.since(started)
    }

    private mutating func read(
        _ bytes: [UInt8],
        at time: Duration,
        _ found: [StreamEvent]
    ) -> WireRead {
        var events = found
        if firstVisible == nil { noteFirsts(in: events) }
        eventCount += events.count
        if !looksForSpelledKeys { deltas.redact(&events) }
        return WireRead(time: time, bytes: bytes, events: events)
    }

    private var looksForSpelledKeys: Bool {
        redactor.knowsKeys && decoding.grain == .event && answer != nil
    }

    private mutating func noteFirsts(in events: [StreamEvent]) {
        for event in events {
            for choice in event.delta?.choices ?? [] {
                if choice.isVisible { firstVisible = firstVisible ?? event.time }
                if choice.hasText { firstToken = firstToken ?? event.time }
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
        guard var ending = endAnswer(after: end.failure, at: time, &events) else { return }
        if let unreadable, answer?.isWhole != true, ending.failure?.kind != .redirect {
            ending.failure = unreadable
        }
        noteFirsts(in: ending.events)
        deltas.redact(&ending.events)
        addHeldText(to: &ending.events, at: time)
        Self.add(ending.events, at: time, to: &events)
        let isWanted = answer?.isWhole != true && !isTooMuch
        let isStopped = end.failure?.kind == .cancelled && isWanted
        if !isStopped { end.failure = ending.failure }
        end.done = ending.done
        end.skipped = ending.skipped
        end.requestID = ending.requestID
        if let answer { end.oddities = answer.oddities }
    }

    /// The reader's last events are among the ending's, unless they were held back.
    private mutating func endAnswer(
        after failure: Failure?, at time: Duration, _ events: inout [ExchangeEvent]
    ) -> AnswerReader.Ending? {
        let end = { (reader: inout AnswerReader?) in
            reader?.end(transportFailure: failure, at: time)
        }
        guard looksForSpelledKeys else { return end(&answer) }
        let (reads, ending) = spelledKeys.finish(&answer, end)
        for read in reads { noteFirsts(in: read.events) }
        events += reads.map(ExchangeEvent.read)
        return ending
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
        failure.said = redactor.redacted(failure.said)
        failure.cause = failure.cause?.mapped { redactor.redacted($0) }
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
        if events.isEmpty { return !bytes.allSatisfy(Self.isBlank) }
        return events.contains { $0.kind != .comment }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

extension TransferOrder {
    /// The request as it is sent, with the key as `•••`.
    func sentRequest(_ redactor: Redactor) -> SentRequest {
        let headers = request.shownHeaders(withKey: key != nil)
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
