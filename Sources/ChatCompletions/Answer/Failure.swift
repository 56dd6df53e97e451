/// Why an answer is not whole: a fact. `FailureWording.swift` makes sentences of it.
///
/// ```swift
/// let failure = Failure(.http, "HTTP 503", status: 503, retryAfterMilliseconds: 20_000)
/// print(failure.sentence)     // HTTP 503.
/// print(failure.advice)       // The service has trouble; wait 20 s, then send it again.
/// ```
public struct Failure: Error, Sendable, Hashable {
    /// What kind of thing went wrong.
    public enum Kind: String, Sendable, Hashable {
        /// The server's JSON says what went wrong, whatever the status.
        case api
        /// An error status without such a document.
        case http
        /// An error inside an event stream.
        case stream
        /// The answer ended early.
        case truncated
        /// A 2xx answer that cannot be read.
        case malformed
        /// A redirect, which is never followed.
        case redirect
        /// No answer: name, connection, TLS, time limits.
        case transport
        case cancelled
    }

    /// Where a transport failed, or how far the answer was.
    public enum Phase: String, Sendable, Hashable {
        /// No key was found; nothing was sent.
        case key
        /// A header cannot be sent as it is; nothing was sent.
        case header
        case url, nameLookup, connect, tls, send, firstByte, body, silence
        /// More came than anybody can make use of; the exchange was ended.
        case limit
        /// Nothing of an answer had come.
        case empty
        /// It came, and was not kept.
        case record
    }

    /// What kind of thing went wrong.
    public var kind: Kind
    /// What the server or the transport said; it may have several lines.
    public var message: String
    /// The answer's HTTP status, when there was an answer.
    public var status: Int?
    /// The server's own code, as text.
    public var code: String?
    /// The server's own name for the kind of error.
    public var type: String?
    /// The name under which the service knows the request.
    public var requestID: String?
    /// How long the server wants to be left alone.
    public var retryAfterMilliseconds: Int?
    /// Where a transport failed.
    public var phase: Phase?

    /// Whether the request had gone out: the service may have done the work, and bill it.
    public var mayHaveBeenAnswered: Bool { kind == .transport && phase == .firstByte }

    /// A failure of a kind, with what is known of it.
    public init(
        _ kind: Kind,
        _ message: String,
        status: Int? = nil,
        code: String? = nil,
        type: String? = nil,
        requestID: String? = nil,
        retryAfterMilliseconds: Int? = nil,
        phase: Phase? = nil
    ) {
        self.kind = kind
        self.message = message
        self.status = status
        self.code = code
        self.type = type
        self.requestID = requestID
        self.retryAfterMilliseconds = retryAfterMilliseconds
        self.phase = phase
    }
}
