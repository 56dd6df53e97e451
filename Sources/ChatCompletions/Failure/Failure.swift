internal import Words

/// Why an answer is not whole: a fact. `FailureWords.swift` makes sentences of it.
///
/// ```swift
/// let failure = Failure(.http, "HTTP 503", status: 503, retryAfterMilliseconds: 20_000)
/// print(failure.sentence.text(in: .english))  // HTTP 503.
/// print(failure.advice.text(in: .english))    // The service has trouble; wait 20 s, then send it again.
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
    /// What Fader found out about it; `nil` when it has only what somebody else said.
    public var cause: Cause? {
        get { if case .of(let cause)? = kept { cause } else { nil } }
        set { kept = newValue.map(KeptCause.of) }
    }
    /// What the server or the transport said itself; it may have several lines.
    public var said: String
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

    /// Apart: nearly everything that has room for a failure holds none, and is copied often.
    private indirect enum KeptCause: Sendable, Hashable { case of(Cause) }
    private var kept: KeptCause?

    /// What happened, as programs and records have it, whatever language people read: what the
    /// server or the transport said, or what Fader found out.
    public var message: String { words.english }

    /// Whether the request had gone out: the service may have done the work, and bill it.
    public var mayHaveBeenAnswered: Bool { kind == .transport && phase == .firstByte }

    /// A failure of a kind, of which somebody else said something.
    public init(
        _ kind: Kind,
        _ said: String,
        status: Int? = nil,
        code: String? = nil,
        type: String? = nil,
        requestID: String? = nil,
        retryAfterMilliseconds: Int? = nil,
        phase: Phase? = nil
    ) {
        self.kind = kind
        self.said = said
        self.status = status
        self.code = code
        self.type = type
        self.requestID = requestID
        self.retryAfterMilliseconds = retryAfterMilliseconds
        self.phase = phase
    }

    /// A failure of a kind, of which Fader found out the cause.
    ///
    /// - Parameter said: what the server or the transport said about it.
    public init(
        _ kind: Kind, _ cause: Cause, said: String = "", status: Int? = nil, phase: Phase? = nil
    ) {
        self.init(kind, said, status: status, phase: phase)
        self.cause = cause
    }
}
