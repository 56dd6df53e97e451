/// One exchange as it goes and as it was: what was sent, what came, and when. Everything that is
/// told of an exchange is computed from it.
///
/// ```swift
/// var take = Take(exchange: id)
/// for event in events { take.add(event) }
/// print(take.answer.choices.first?.content ?? "", take.figures.tokensPerSecond ?? 0)
/// ```
///
/// A live exchange and one that is read again (`RecordReader`) make the same take. The answer stays
/// when the exchange has ended; of its events the latest are kept, of its times as many as a plot
/// needs.
public struct Take: Sendable {
    /// Which exchange it is.
    public let exchange: ExchangeID
    /// When it was asked for, and once it has been sent, when that was.
    public private(set) var started: Timestamp?
    /// As it was sent; `nil` before that.
    public private(set) var request: SentRequest?
    /// `nil` before the answer begins.
    public private(set) var head: ResponseHead?
    /// All choices, as far as they have come.
    public private(set) var answer = Answer()
    /// How it ended; `nil` while it goes on.
    public private(set) var end: ExchangeEnd?
    /// The latest events.
    public private(set) var log = EventLog()
    /// When how much came.
    public private(set) var arrivals = Arrivals()
    /// How the answer flows.
    public private(set) var figures = StreamFigures()

    /// An exchange of which nothing has happened yet.
    public init(exchange: ExchangeID, started: Timestamp? = nil) {
        self.exchange = exchange
        self.started = started
    }

    /// Adds what happened, in its order.
    public mutating func add(_ event: ExchangeEvent) {
        switch event {
        case .request(let request): (self.request, started) = (request, request.started)
        case .head(let head): self.head = head
        case .read(let read): add(read)
        case .ended(let end): self.end = end
        }
    }

    private mutating func add(_ read: WireRead) {
        log.add(read)
        arrivals.add(read)
        for event in read.events {
            figures.add(event: event)
            if let delta = event.delta { answer.add(delta) }
        }
    }
}

// What is told of it.
extension Take {
    /// Whether it has ended.
    public var isOver: Bool { end != nil }
    /// Why the answer is not whole, or will not be.
    public var failure: Failure? { end.map(\.failure) ?? answer.failure }
    /// The tokens, as last reported.
    public var usage: Usage? { answer.usage }
    /// Why the first choice ended, as it came.
    public var finishReason: String? { firstChoice?.finishReason }
    /// The tokens of the answer: the service's count when it is there, else the events with text.
    public var answerTokens: Int { usage?.completionTokens ?? figures.tokenEvents }
    /// What was odd; known at the end.
    public var oddities: Oddities { end?.oddities ?? Oddities() }

    /// The choice with index 0.
    public var firstChoice: Choice? {
        answer.choices.first.flatMap { $0.index == 0 ? $0 : nil }
    }

    /// When things happened. What only the end tells is missing before it.
    public var timings: Timings {
        var timings = end?.timings ?? Timings()
        timings.firstByte = timings.firstByte ?? head?.time
        timings.firstToken = timings.firstToken ?? figures.firstToken
        timings.firstVisible = timings.firstVisible ?? figures.firstVisible
        return timings
    }

    /// From the first thought to the first word of the answer.
    public var thinkingTime: Duration? {
        guard let first = timings.firstToken, let visible = timings.firstVisible, visible > first
        else { return nil }
        return visible - first
    }
}
