/// Reads the body of an answer, however it is cut, and makes an answer of it.
///
/// ```swift
/// var reader = AnswerReader(streamRequested: true, status: 200, headers: head.headers, url: url)
/// for piece in pieces { show(reader.read(piece, at: time)) }
/// let ending = reader.end(transportFailure: nil, at: time)
/// if ending.failure == nil { print(reader.answer.choices[0].content) }
/// ```
///
/// What the body is is decided by the body, since headers are often wrong: after blank lines and a
/// BOM `{` or `[` is JSON, `<` is a page, anything else an event stream. A content encoding (gzip,
/// deflate) is undone even when nobody asked for it.
public struct AnswerReader: Sendable {
    /// What is held at most.
    public struct Limits: Sendable, Hashable {
        /// One event of a stream, in bytes.
        public var event = 8 << 20
        /// A JSON document, in bytes.
        public var document = 16 << 20
        /// What a compressed body may become, in bytes.
        public var inflated = 64 << 20
        /// The texts of all choices together, tool calls too, in bytes.
        public var text = 12 << 20
        /// The log probabilities of all choices together, alternatives too.
        public var logprobs = 1 << 18
        /// What says nothing at all, such as a line that never ends or a web page, in bytes.
        public var noise = 16 << 20

        /// The usual limits.
        public init() {}
    }

    /// How the answer ended.
    public typealias Ending = (
        events: [StreamEvent], failure: Failure?, done: Bool?, skipped: Int, requestID: String?
    )

    enum Body {
        case undecided
        case stream
        /// One JSON value.
        case document
        /// JSON values one after the other, without an event stream around them.
        case values
        case page
    }

    /// The answer so far: the fold of the deltas of all events that were given out.
    public internal(set) var answer = Answer()
    /// Whether `[DONE]` came.
    public internal(set) var isDone = false
    /// What the reader took though it is not as it should be; all of it once the body has ended.
    public private(set) var oddities = Oddities()

    let streamRequested: Bool
    let status: Int
    let headers: [Header]
    let url: String
    let limits: Limits
    let grain: AnswerGrain
    var body = Body.undecided
    /// The beginning of a body of which nobody knows yet what it is, or of a page.
    private(set) var beginning: [UInt8] = []
    /// A body that is JSON. Like the beginning it grows in place: moved, a long one would be copied
    /// with every read.
    var json = DocumentBody()
    var decoder: EventStreamDecoder
    private var content: ContentDecoder
    var repeats = RepeatedTexts()
    var joiner = HalfJoiner()
    /// What the body itself said went wrong.
    var failure: Failure?
    var skipped = 0
    /// The beginning of a body that has brought no event so far, in case it is a plain text.
    var unexplained: [UInt8] = []
    var hasEvents = false
    /// How many bytes came that said nothing.
    var noise = 0
    private var time = Duration.zero
    private var count = 0
    /// How much of the body was taken, after content coding.
    private(set) var taken = 0
    /// Where in the body an event stream or a page begins.
    var bodyStart = 0
    /// Where in the body that stands which is at work.
    var span: Range<Int>?
    var hasUsage = false
    var callIDs = CallIDs()
    var events: [StreamEvent] = []
    /// How many events were given out last.
    private var lastCount = 0
    private var size = AnswerSize()
    /// What is not folded into the answer yet; nothing between two reads.
    var sum = DeltaSum()

    /// - Parameters:
    ///   - streamRequested: whether the request asked for a stream.
    ///   - status: the answer's HTTP status.
    ///   - url: where the request went, for the words of a failure.
    ///   - grain: whether every event is given by itself.
    public init(
        streamRequested: Bool,
        status: Int,
        headers: [Header],
        url: String,
        limits: Limits = Limits(),
        grain: AnswerGrain = .event
    ) {
        self.streamRequested = streamRequested
        self.status = status
        self.headers = headers
        self.url = url
        self.limits = limits
        self.grain = grain
        decoder = EventStreamDecoder(limit: limits.event)
        content = ContentDecoder(headers, limit: limits.inflated)
    }

    /// Whether nothing more is needed: `[DONE]`, or a finish reason for every choice seen.
    ///
    /// After a finish reason usage may still follow; a client can give it a moment and then close.
    public var isWhole: Bool { isDone || answer.isFinished }

    /// Whether the body is read event by event: an event stream, or chunks without one around them.
    package var readsEvents: Bool {
        switch body {
        case .stream, .values: true
        case .undecided, .document, .page: false
        }
    }

    /// Whether something came that nobody can make use of in such a quantity: what comes after it
    /// is not looked at, and the exchange can be ended.
    public internal(set) var isTooMuch = false

    /// Takes the next bytes of the body, as they came after transfer coding, and gives the events
    /// that they completed.
    ///
    /// - Parameter time: since the request began.
    public mutating func read(_ bytes: [UInt8], at time: Duration) -> [StreamEvent] {
        var events = start(reading: bytes, at: time)
        while hasMore { events += readOn() }
        return events
    }

    /// As `read`, but gives no more than some thousand events at once. While there is more,
    /// `readOn` gives it: a small compressed body can become very many events.
    public mutating func start(reading bytes: [UInt8], at time: Duration) -> [StreamEvent] {
        self.time = time
        if isTooMuch { return [] }
        content.add(bytes)
        hasMore = true
        return readOn()
    }

    /// Whether `readOn` has something to read on with.
    public private(set) var hasMore = false

    /// Reads on in what `start` took.
    public mutating func readOn() -> [StreamEvent] {
        events.reserveCapacity(usualCount)
        var size = 0
        while hasMore, size < Self.portion, events.count < Self.mostEvents {
            size += decode()
        }
        return takeEvents()
    }

    /// How many events a read is likely to bring: as many as the last one.
    private var usualCount: Int { min(lastCount, 256) }
    private static let portion = 1 << 20
    private static let mostEvents = 4096

    /// The body has ended.
    ///
    /// - Parameter transportFailure: why it ended early, when the transport says so.
    public mutating func end(transportFailure: Failure?, at time: Duration) -> Ending {
        content.finish()
        var rest = start(reading: [], at: time)
        while hasMore { rest += readOn() }
        finishBody(isCut: transportFailure != nil)
        rest += takeEvents()
        let failure = verdict(transportFailure)
        noteEnding(failure)
        return (rest, failure, done, skipped, requestID)
    }

    /// About how much memory a copy takes that this one has moved on from, in bytes.
    var weight: Int {
        let held = beginning.count + json.bytes.count + decoder.line.count + decoder.data.count
        return 1 << 13 + size.text + size.logprobs * MemoryLayout<TokenLogprob>.stride + held
            + (content.isPlain ? 0 : InflateStream.size)
    }

    /// Takes one portion of the body, and says how long it was.
    private mutating func decode() -> Int {
        do throws(InflateProblem) {
            note(content.oddities, at: nil)
            let bytes = try content.next()
            hasMore = !bytes.isEmpty && !content.isDrained && !isTooMuch
            take(bytes)
            return bytes.count
        } catch {
            hasMore = false
            take(error.before)
            isTooMuch = isTooMuch || error.kind == .tooLong
            if failure == nil { failure = fail(.malformed, .coding(error.kind)) }
            return error.before.count
        }
    }

    /// Ends the reading, with what had come kept.
    mutating func giveUp(_ cause: Failure.Cause) {
        isTooMuch = true
        guard failure == nil, status < 400 else { return }
        failure = fail(.malformed, cause)
        failure?.phase = .limit
    }

    private mutating func take(_ bytes: [UInt8]) {
        if bytes.isEmpty || isTooMuch { return }
        taken += bytes.count
        switch body {
        case .undecided:
            // Some servers send blank lines for minutes: looked at once.
            let seen = beginning.count
            beginning += bytes
            sniff(from: seen < 3 ? 0 : seen)
        case .stream: readStream(bytes)
        case .document, .values: readJSON(bytes)
        case .page:
            beginning += bytes.prefix(max(0, Self.pageLimit - beginning.count))
            noise += bytes.count
            if noise > limits.noise { isTooMuch = true }
        }
    }

    static let pageLimit = 1 << 16
    private static let mostBlanks = 1 << 16

    /// - Parameter place: everything before is blank.
    private mutating func sniff(from place: Int) {
        var rest = beginning[place...]
        if place == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        let mayBecomeBOM =
            beginning.count < 3 && [0xEF, 0xBB, 0xBF].starts(with: beginning)
        guard let first = rest.first, !mayBecomeBOM else {
            return takeBlanks(beginning.count - place)
        }
        var whole: [UInt8] = []
        swap(&whole, &beginning)
        bodyStart = taken - whole.count
        let hasBOM = bodyStart == 0 && whole.starts(with: [0xEF, 0xBB, 0xBF])
        if hasBOM { note(.byteOrderMark, at: bodyStart) }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            body = .document
            let isBlankBefore = taken - rest.count > (hasBOM ? 3 : 0)
            if isBlankBefore { note(.blankStart, at: 0) }
            json.base = taken - rest.count
            readJSON(rest)
        case UInt8(ascii: "<"):
            body = .page
            bodyStart = taken - rest.count
            beginning = Array(rest.prefix(Self.pageLimit))
        default:
            body = .stream
            decoder.base = bodyStart
            readStream(whole)
        }
    }

    /// Blank lines are counted, not kept, but for a beginning that may be a BOM.
    private mutating func takeBlanks(_ count: Int) {
        beginning.removeFirst(max(0, beginning.count - Self.mostBlanks))
        noise += count
        if noise > limits.noise { giveUp(.init(.onlyBlanks)) }
    }

    // MARK: Events

    /// - Parameters:
    ///   - type: empty when the stream named none.
    ///   - data: of it a text is only made when that is given out.
    mutating func emit(
        _ kind: StreamEvent.Kind,
        type: String = "",
        _ data: UnsafeBufferPointer<UInt8>,
        delta: Delta? = nil
    ) {
        emit(kind, type: type, grain == .event ? text(of: data) : "", delta: delta)
    }

    mutating func emit(
        _ kind: StreamEvent.Kind,
        type: String = "",
        _ data: String,
        delta: Delta? = nil
    ) {
        let delta = delta.flatMap { hasRoom(for: $0.size) ? $0 : nil }
        if grain == .event {
            if let delta { add(toSum: delta) }
            append(kind, type, data, delta, at: span)
        } else if kind == .data {
            add(toSum: delta ?? Delta())
        } else {
            giveSum()
            if let delta { add(delta) }
            append(kind, type, "", delta, at: span)
        }
    }

    /// The bytes of an event's data as a text. Decoded and compared, which costs half of validating.
    mutating func text(of data: UnsafeBufferPointer<UInt8>) -> String {
        let text = data.text
        if !text.equals(data) { note(.brokenUTF8, at: span?.lowerBound) }
        return text
    }

    /// Folds a delta into the answer, together with those around it: the next time that somebody
    /// looks.
    mutating func add(toSum delta: Delta) {
        if sum.add(delta, repeats.form) { return }
        giveSum()
        _ = sum.add(delta, repeats.form)
    }

    mutating func append(
        _ kind: StreamEvent.Kind,
        _ type: String,
        _ data: consuming String,
        _ delta: consuming Delta?,
        at span: Range<Int>?
    ) {
        events.append(
            StreamEvent(
                number: count,
                kind: kind,
                type: type.isEmpty ? "message" : type,
                data: data,
                time: time,
                span: span,
                delta: delta
            )
        )
        count += 1
    }

    private mutating func giveSum() {
        if sum.isEmpty { return }
        let delta = sum.take()
        add(delta)
        if grain == .read { append(.data, "", "", delta, at: nil) }
    }

    private mutating func add(_ delta: Delta) { answer.add(delta) }

    /// Whether the answer may grow by so much; what it may not is never part of it.
    mutating func hasRoom(for more: AnswerSize) -> Bool {
        size.text += more.text
        size.logprobs += more.logprobs
        if size.text > limits.text {
            giveUp(.init(.longText, limit: limits.text))
        } else if size.logprobs > limits.logprobs {
            giveUp(.init(.manyLogprobs, limit: limits.logprobs))
        }
        return !isTooMuch
    }

    mutating func note(_ oddity: Oddity, at place: Int?) {
        oddities.note(OddityMask(oddity), at: place)
    }

    @inline(__always)
    mutating func note(_ found: OddityMask, at place: Int?) {
        if !found.isEmpty { oddities.note(found, at: place) }
    }

    private mutating func takeEvents() -> [StreamEvent] {
        giveSum()
        var taken: [StreamEvent] = []
        swap(&taken, &events)
        lastCount = taken.count
        return taken
    }
}
