/// What happens in one exchange, in this order: `request`, `head`, any number of `read`, `ended`.
/// `ended` is always the last one, whatever went wrong.
public enum ExchangeEvent: Sendable, Hashable {
    case request(SentRequest)
    case head(ResponseHead)
    case read(WireRead)
    case ended(ExchangeEnd)
}

/// The request exactly as sent, with the key as `•••`.
public struct SentRequest: Sendable, Hashable {
    /// When it was sent.
    public var started: Timestamp
    /// `POST`.
    public var method: String
    /// Where it went.
    public var url: String
    /// All header fields in the order in which they were sent.
    public var headers: [Header]
    /// The body's bytes.
    public var body: [UInt8]
    /// The proxy that it went through, without its password: `http://proxy.example:3128`.
    public var proxy: String?

    /// A request as it was sent.
    public init(
        started: Timestamp,
        method: String,
        url: String,
        headers: [Header],
        body: [UInt8],
        proxy: String? = nil
    ) {
        self.started = started
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.proxy = proxy
    }
}

/// The status line and the headers of the answer.
public struct ResponseHead: Sendable, Hashable {
    /// Since the request began.
    public var time: Duration
    /// `HTTP/1.1`, `HTTP/2`.
    public var version: String
    /// The status code, such as 200.
    public var status: Int
    /// The words after it; empty in HTTP/2.
    public var reason: String
    /// All header fields in the order in which they came.
    public var headers: [Header]
    /// `127.0.0.1:8091`, when known.
    public var remoteAddress: String?
    /// Whether an earlier exchange had opened the connection.
    public var reusedConnection: Bool

    /// A status line with its headers.
    public init(
        time: Duration,
        version: String,
        status: Int,
        reason: String,
        headers: [Header],
        remoteAddress: String? = nil,
        reusedConnection: Bool = false
    ) {
        self.time = time
        self.version = version
        self.status = status
        self.reason = reason
        self.headers = headers
        self.remoteAddress = remoteAddress
        self.reusedConnection = reusedConnection
    }

    /// The first value of a header, its name compared without regard to case.
    public func value(of name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// One read of the body: its bytes after transfer coding, before content coding, and what they meant.
public struct WireRead: Sendable, Hashable {
    /// Since the request began.
    public var time: Duration
    /// What came in this read.
    public var bytes: [UInt8]
    /// The events that these bytes completed.
    public var events: [StreamEvent]

    /// A read with what it meant.
    public init(time: Duration, bytes: [UInt8], events: [StreamEvent] = []) {
        self.time = time
        self.bytes = bytes
        self.events = events
    }
}

/// How an exchange ended.
public struct ExchangeEnd: Sendable, Hashable {
    /// `nil`: the answer is whole.
    public var failure: Failure?
    /// When things happened.
    public var timings: Timings
    /// Whether `[DONE]` came; `nil` when the answer was no event stream.
    public var done: Bool?
    /// Events whose data was neither empty nor JSON.
    public var skipped: Int
    /// `x-request-id` and its like.
    public var requestID: String?
    /// What of the answer was not as it should be, and was taken nevertheless.
    public var oddities = Oddities()

    /// An ending; without a failure the answer is whole.
    public init(
        failure: Failure? = nil,
        timings: Timings = Timings(),
        done: Bool? = nil,
        skipped: Int = 0,
        requestID: String? = nil
    ) {
        self.failure = failure
        self.timings = timings
        self.done = done
        self.skipped = skipped
        self.requestID = requestID
    }
}

/// When things happened, each since the request began.
public struct Timings: Sendable, Hashable {
    /// The host's address was known.
    public var nameLookup: Duration?
    /// The connection stood.
    public var connected: Duration?
    /// The connection was secure.
    public var tls: Duration?
    /// The first byte of the response, headers included.
    public var firstByte: Duration?
    /// The first content or reasoning.
    public var firstToken: Duration?
    /// The first content.
    public var firstVisible: Duration?
    /// The last byte had come.
    public var completed: Duration?

    /// Nothing has happened yet.
    public init() {}
}
