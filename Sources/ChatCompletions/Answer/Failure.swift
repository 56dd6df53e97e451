/// Why an answer is not whole: a fact. `FailureWording.swift` makes sentences of it.
public struct Failure: Error, Sendable, Hashable {
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

    /// Where a transport failed.
    public enum Phase: String, Sendable, Hashable {
        case url, nameLookup, connect, tls, send, firstByte, body, silence
    }

    public var kind: Kind
    public var message: String
    public var status: Int?
    public var code: String?
    public var type: String?
    public var requestID: String?
    public var retryAfterMilliseconds: Int?
    public var phase: Phase?

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
