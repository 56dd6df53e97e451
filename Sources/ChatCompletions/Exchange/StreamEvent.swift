/// A server-sent event, a comment, or a whole JSON document, and what it did to the answer.
public struct StreamEvent: Sendable, Hashable {
    /// What an event is to the answer.
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
    /// What it is to the answer.
    public var kind: Kind
    /// The event's type; `message` when the stream named none.
    public var type: String
    /// The event's data, the comment's text, or the document.
    public var data: String
    /// Since the request began: when the read that completed it arrived.
    public var time: Duration
    /// Where its text stands in the body, counted in bytes after content coding: from the first of
    /// its lines to the last one, without that one's end. `nil` when it has no bytes of its own.
    ///
    /// Comments may stand among an event's lines. What no span covers says nothing: line ends,
    /// blank lines, a BOM, the fields of an event without data, an end that was cut off.
    public var span: Range<Int>?
    /// What it added to the answer.
    public var delta: Delta?

    /// An event with its place and time.
    public init(
        number: Int,
        kind: Kind,
        type: String = "message",
        data: String,
        time: Duration,
        span: Range<Int>? = nil,
        delta: Delta? = nil
    ) {
        self.number = number
        self.kind = kind
        self.type = type
        self.data = data
        self.time = time
        self.span = span
        self.delta = delta
    }
}
