import ChatCompletions
import Conversations
import Words

/// One exchange as it goes: what came of it, and what is printed meanwhile.
struct Attempt {
    let exchange: ExchangeID?
    private(set) var answer = Answer()
    private var figures = StreamFigures()
    private var head: ResponseHead?
    private var end: ExchangeEnd?
    private let form: AnswerForm
    private var printer: AnswerPrinter
    /// Whether the body of an error is held back until it is sure that there is no other try.
    private let mayRetry: Bool
    private var held: [UInt8] = []
    private var raw = RawPrinter()

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
            exchange: exchange,
            figures: figures
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
            case .ended(let end): self.end = end
            }
        }
    }

    /// There will be no other attempt: prints what was held back.
    mutating func finish() throws {
        switch form {
        case .text: try printer.end()
        case .raw:
            try raw.write(held)
            try raw.end()
        case .json: break
        }
        held = []
    }

    private mutating func take(_ read: WireRead) throws {
        if case .raw = form { try print(read.bytes) }
        for event in read.events {
            figures.add(event: event)
            guard let delta = event.delta else { continue }
            if case .json = form {
                answer.add(delta)
            } else {
                answer.add(delta.sample(after: answer))
            }
            if case .text = form { try printer.show(delta) }
        }
    }

    private mutating func print(_ bytes: [UInt8]) throws {
        let isGood = (head?.status).map { (200..<300).contains($0) } ?? false
        if mayRetry, !isGood, held.count < Self.mostHeld {
            held += bytes
        } else {
            try raw.write(held)
            held = []
            try raw.write(bytes)
        }
    }

    /// No error has so much to say.
    private static let mostHeld = 1 << 20

    /// What a person should know of the answer beside its text. Whoever reads the report finds
    /// there all but why there is no text.
    func tellRemarks() {
        let isReport = if case .json = form { true } else { false }
        if let skipped = end?.skipped, skipped > 0, !isReport {
            StandardStream.tell(.note(.unreadEvents(skipped)))
        }
        for choice in answer.choices { tellRemarks(on: choice, onlyForWantOfText: isReport) }
        if answer.choices.isEmpty, failure == nil {
            StandardStream.tell(AnswerRemark.nothing(finishReason: nil).sentence)
        }
    }

    private func tellRemarks(on choice: Choice, onlyForWantOfText isReport: Bool) {
        let name = answer.choices.count > 1 ? Phrase.choice(choice.index + 1) : .empty
        if !isReport {
            for call in choice.toolCalls {
                StandardStream.tell(name + .calls(call))
            }
        }
        for remark in choice.remarks(isWhole: failure == nil)
        where remark.isForWantOfText || !isReport {
            StandardStream.tell(name + remark.sentence)
        }
    }
}

extension Delta {
    /// What is still to be told once the texts are printed: of each text no more than that there is
    /// something to be seen in it.
    fileprivate func sample(after answer: Answer) -> Delta {
        var delta = self
        for place in delta.choices.indices {
            let index = delta.choices[place].index
            let known = answer.choices.first { $0.index == index }
            delta.choices[place].content.keepSample(known?.content)
            delta.choices[place].reasoning.keepSample(known?.reasoning)
            delta.choices[place].refusal.keepSample(known?.refusal)
            delta.choices[place].logprobs = []
        }
        return delta
    }
}

extension String {
    /// The first character that can be seen, unless one is known.
    fileprivate mutating func keepSample(_ known: String?) {
        if isEmpty { return }
        let isKnown = known?.isEmpty == false
        self = isKnown ? "" : lazy.map { String($0) }.first(where: \.hasVisibleText) ?? ""
    }
}
