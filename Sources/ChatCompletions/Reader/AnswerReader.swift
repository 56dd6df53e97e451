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
    public internal(set) var oddities = Oddities()

    let streamRequested: Bool
    let status: Int
    let headers: [Header]
    let url: String
    let limits: Limits
    let grain: AnswerGrain
    var body = Body.undecided
    /// The beginning of a body of which nobody knows yet what it is, or of a page.
    var beginning: [UInt8] = []
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
    var time = Duration.zero
    var count = 0
    /// How much of the body was taken, after content coding.
    var taken = 0
    /// Where in the body an event stream or a page begins.
    var bodyStart = 0
    /// Where in the body that stands which is at work.
    var span: Range<Int>?
    var hasUsage = false
    var callIDs = CallIDs()
    var events: [StreamEvent] = []
    /// How many events were given out last.
    var lastCount = 0
    var size = AnswerSize()
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
}
