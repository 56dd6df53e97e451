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
    public var started: Timestamp
    public var method: String
    public var url: String
    public var headers: [Header]
    public var body: [UInt8]

    public init(
        started: Timestamp,
        method: String,
        url: String,
        headers: [Header],
        body: [UInt8]
    ) {
        self.started = started
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// The status line and the headers of the answer.
public struct ResponseHead: Sendable, Hashable {
    /// Since the request began.
    public var time: Duration
    /// `HTTP/1.1`, `HTTP/2`.
    public var version: String
    public var status: Int
    public var reason: String
    public var headers: [Header]
    /// `127.0.0.1:8091`, when known.
    public var remoteAddress: String?
    public var reusedConnection: Bool

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
    public var bytes: [UInt8]
    /// The events that these bytes completed.
    public var events: [StreamEvent]

    public init(time: Duration, bytes: [UInt8], events: [StreamEvent] = []) {
        self.time = time
        self.bytes = bytes
        self.events = events
    }
}

/// A server-sent event, a comment, or a whole JSON document, and what it did to the answer.
public struct StreamEvent: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// An event whose data was understood (or deliberately skipped, when empty).
        case data
        case comment
        /// `[DONE]`.
        case done
        /// Neither empty nor JSON; skipped and counted.
        case unreadable
        /// An error inside the stream.
        case error
        /// The body is one JSON document (or a page), not an event stream.
        case document
    }

    /// 0, 1, 2, … within the exchange.
    public var number: Int
    public var kind: Kind
    /// The event's type; `message` when the stream named none.
    public var type: String
    public var data: String
    /// Since the request began: when the read that completed it arrived.
    public var time: Duration
    public var delta: Delta?

    public init(
        number: Int,
        kind: Kind,
        type: String = "message",
        data: String,
        time: Duration,
        delta: Delta? = nil
    ) {
        self.number = number
        self.kind = kind
        self.type = type
        self.data = data
        self.time = time
        self.delta = delta
    }
}

/// How an exchange ended.
public struct ExchangeEnd: Sendable, Hashable {
    /// `nil`: the answer is whole.
    public var failure: Failure?
    public var timings: Timings
    /// Whether `[DONE]` came; `nil` when the answer was no event stream.
    public var done: Bool?
    /// Events whose data was neither empty nor JSON.
    public var skipped: Int
    /// `x-request-id` and its like.
    public var requestID: String?

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
    public var nameLookup: Duration?
    public var connected: Duration?
    public var tls: Duration?
    /// The first byte of the response, headers included.
    public var firstByte: Duration?
    /// The first content or reasoning.
    public var firstToken: Duration?
    /// The first content.
    public var firstVisible: Duration?
    public var completed: Duration?

    public init() {}
}
