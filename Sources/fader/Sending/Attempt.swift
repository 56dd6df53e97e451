import ChatCompletions

/// One exchange as it goes: what came of it, and what is printed meanwhile.
struct Attempt {
    let exchange: ExchangeID?
    private(set) var answer = Answer()
    private var head: ResponseHead?
    private var end: ExchangeEnd?
    private let form: AnswerForm
    private var printer: AnswerPrinter
    /// Whether the body of an error is held back, since there will be another try.
    private let mayRetry: Bool
    private var hasAnswer = false

    init(request: ChatRequest, exchange: ExchangeID?, form: AnswerForm, mayRetry: Bool) {
        self.exchange = exchange
        self.form = form
        self.mayRetry = mayRetry
        let showsReasoning = if case .text(reasoning: true) = form { true } else { false }
        printer = AnswerPrinter(request: request, showsReasoning: showsReasoning)
    }

    /// What `--json` prints.
    var report: JSONValue {
        AnswerReport.json(
            answer: answer,
            end: end ?? ExchangeEnd(),
            head: head,
            exchange: exchange
        )
    }

    /// Why the answer is not whole.
    var failure: Failure? { end?.failure ?? answer.failure }

    mutating func take(_ events: [ExchangeEvent]) throws {
        for event in events {
            switch event {
            case .request: break
            case .head(let head): self.head = head
            case .read(let read): try take(read)
            case .ended(let end):
                self.end = end
                if case .text = form { try printer.end() }
            }
        }
    }

    private mutating func take(_ read: WireRead) throws {
        let isHeldBack = mayRetry && !isGood
        if case .raw = form, !isHeldBack { try StandardStream.output.write(read.bytes) }
        if isGood { hasAnswer = true }
        for event in read.events {
            guard let delta = event.delta else { continue }
            answer.add(delta)
            if case .text = form { try printer.show(delta) }
        }
    }

    private var isGood: Bool { (head?.status).map { (200..<300).contains($0) } ?? false }

    /// How long to wait before another try; `nil` when there must be none: the rules are those of the
    /// common clients (408, 409, 429, 5xx, no connection), and only before the answer's first byte.
    func pauseBeforeRetry(_ count: Int) -> Duration? {
        guard let failure, !hasAnswer, failure.isWorthRetrying else { return nil }
        if let wait = failure.retryAfterMilliseconds { return .milliseconds(min(wait, 300_000)) }
        let longest = min(500 << min(count, 6), 30_000)
        return .milliseconds(Int.random(in: longest / 2...longest))
    }

    /// What a person should know of an answer that is whole.
    func tellRemarks() {
        for choice in answer.choices {
            for call in choice.toolCalls {
                StandardStream.tell("the model calls \(call.name)(\(call.arguments))")
            }
            if choice.finishReason == "length" {
                StandardStream.tell("note: the answer was cut at the longest length allowed")
            }
        }
    }
}

extension Failure {
    fileprivate var isWorthRetrying: Bool {
        if let status { return [408, 409, 429].contains(status) || (500..<600).contains(status) }
        return kind == .transport && phase != .url && phase != .tls
    }
}
