public import ChatCompletions
public import Conversations

/// One request and all that came back, as the library has it.
public struct StoredExchange: Sendable, Hashable, Identifiable {
    /// As it was begun with.
    public var id: ExchangeID
    /// `nil` for an exchange outside of any session.
    public var session: SessionID?
    /// The answer's turn; `nil` for an answer that no turn was made for.
    public var turn: TurnID?
    /// What it was sent to.
    public var settings: LaneSettings
    /// When the recorder was told of it, before the request went out.
    public var created: Timestamp
    /// `streaming` while it is arriving.
    public var state: Turn.State
    /// `nil` when it never went out.
    public var request: SentRequest?
    /// `nil` when no answer began.
    public var head: ResponseHead?
    /// `nil` while it arrives, and when the program was killed meanwhile.
    public var end: ExchangeEnd?
    /// All choices, as far as they came.
    public var answer: Answer
    /// How many reads of the body are stored.
    public var readCount: Int
    /// How many bytes of the body are stored.
    public var byteCount: Int
}

/// One read of a body.
public struct StoredRead: Sendable, Hashable {
    /// 0, 1, 2, … within the exchange.
    public var number: Int
    /// Since the request began; to the nanosecond.
    public var time: Duration
    /// After transfer coding, before content coding; may be none.
    public var bytes: [UInt8]

    /// A read as a test or an import makes it.
    public init(number: Int, time: Duration, bytes: [UInt8]) {
        self.number = number
        self.time = time
        self.bytes = bytes
    }
}
