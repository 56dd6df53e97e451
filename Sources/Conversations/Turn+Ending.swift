public import ChatCompletions

extension Turn {
    /// What the end of an answer makes of the turn that stands for it. The screen shows it and the
    /// library keeps it alike, since both ask here.
    ///
    /// ```swift
    /// turn.end(Turn.Ending(of: answer, end))
    /// turn.state   // .done
    /// ```
    public struct Ending: Sendable, Hashable {
        /// How it ended.
        public var state: State
        /// What came, as far as it came: the first choice's text, thinking and calls.
        public var message: Message
        /// Which choice that is.
        public var choiceIndex: Int
        /// What the model said when it refused.
        public var refusal: String
        /// What came beside the text.
        public var attachments: Attachments
        /// The model, as it named itself; `nil` when it did not.
        public var model: String?
        /// Why the model stopped, as the wire said it.
        public var finishReason: String?
        /// The tokens of its exchange.
        public var usage: Usage?
        /// Why it is not whole.
        public var failure: Failure?

        /// An exchange has ended: done, stopped by the user, or failed.
        public init(of answer: Answer, _ end: ExchangeEnd) {
            let failure = end.failure ?? answer.failure
            self.init(of: answer, as: State(endedBy: failure), failure)
        }

        /// The program ended while it arrived.
        public init(interrupted answer: Answer) {
            self.init(of: answer, as: .interrupted, answer.failure)
        }

        private init(of answer: Answer, as state: State, _ failure: Failure?) {
            let choice = answer.choices.first ?? Choice(index: 0)
            self.state = state
            message = Message(said: choice)
            choiceIndex = choice.number
            refusal = choice.refusal
            attachments = choice.attachments
            model = answer.model
            finishReason = choice.finishReason
            usage = answer.usage
            self.failure = failure
        }
    }

    /// The answer that the turn stands for has ended.
    public mutating func end(_ ending: Ending) {
        state = ending.state
        message = ending.message
        choiceIndex = ending.choiceIndex
        refusal = ending.refusal
        attachments = ending.attachments
        model = ending.model ?? model
        finishReason = ending.finishReason
        usage = ending.usage
        failure = ending.failure
    }

    /// Says another choice of its answer.
    public mutating func say(_ choice: Choice) {
        message = Message(said: choice)
        choiceIndex = choice.number
        refusal = choice.refusal
        attachments = choice.attachments
        finishReason = choice.finishReason
    }

    /// Shows as much of the answer as has arrived.
    public mutating func grow(to answer: Answer) {
        guard let choice = answer.choices.first else { return }
        message = Message(said: choice)
        refusal = choice.refusal
    }
}

extension Turn.State {
    fileprivate init(endedBy failure: Failure?) {
        switch failure?.kind {
        case nil: self = .done
        case .cancelled: self = .stopped
        default: self = .failed
        }
    }
}

extension Choice {
    /// As it is kept. No service counts otherwise than from 0 on.
    fileprivate var number: Int { max(0, index) }
}

extension Message {
    fileprivate init(said choice: Choice) {
        self.init(
            .assistant, choice.content, reasoning: choice.reasoning, toolCalls: choice.toolCalls)
    }
}
