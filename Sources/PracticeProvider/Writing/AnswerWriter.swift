/// Writes one answer, word by word: asks the model, lets the sampler choose, watches for the end.
///
/// ```swift
/// var writer = AnswerWriter(model: .shared, conversation: conversation, options: options, seed: 7)
/// while let steps = writer.next() { print(steps.map(\.text).joined(), terminator: "") }
/// ```
package struct AnswerWriter: Sendable {
    package let conversation: Conversation
    private let options: AnswerOptions
    private var predictor: Predictor
    private var sampler: Sampler
    private var stopFinder: StopFinder
    private var form: JSONForm?
    private var rest: Int

    /// The words that were sampled, the end not counted.
    package private(set) var count = 0
    /// `nil` while the answer grows.
    package private(set) var finishReason: FinishReason?

    /// The words that this answer is made of.
    package var vocabulary: Vocabulary { form?.vocabulary ?? conversation.vocabulary }

    package init(
        model: PracticeModel,
        conversation: Conversation,
        options: AnswerOptions,
        seed: UInt64
    ) {
        self.conversation = conversation
        self.options = options
        predictor = Predictor(model: model, conversation: conversation)
        predictor.longestContext = options.longestContext
        sampler = Sampler(
            settings: options.sampler,
            seed: seed,
            promptTokens: conversation.promptTokens
        )
        // A stop sequence would cut the object, and an object must be whole.
        stopFinder = StopFinder(options.isJSON ? [] : options.stops)
        rest = options.maxTokens
        if options.isJSON {
            form = JSONForm(conversation: conversation)
            predictor.restart()
        }
    }

    /// The words that can be shown now (none when one is held back); `nil` after the end.
    package mutating func next() -> [Step]? {
        guard finishReason == nil else { return nil }
        guard rest > 0 else { return end(.length) }
        guard let step = form == nil ? textStep() : formStep() else { return end(.stop) }
        rest -= 1
        count += 1
        let steps = stopFinder.feed(step)
        if stopFinder.hasStopped { finishReason = .stop }
        return steps
    }

    private mutating func end(_ reason: FinishReason) -> [Step] {
        finishReason = reason
        return stopFinder.finish()
    }

    /// A word of plain text; `nil` at the end of the text.
    private mutating func textStep() -> Step? {
        let candidates = predictor.candidates(endless: options.ignoresEnd)
        let fitting = predictor.fitting(candidates)
        guard let choice = sampler.choose(from: fitting, showing: options.topLogprobs) else {
            return nil
        }
        let token = choice.chosen.token
        if token == .end { return nil }
        predictor.advance(token)
        return Step(token: token, text: vocabulary[token], choice: choice)
    }

    /// A word of the JSON form; `nil` when the object is closed.
    private mutating func formStep() -> Step? {
        guard let wanted = form?.candidates(rest: rest, predictor: &predictor) else { return nil }
        guard let choice = sampler.choose(from: wanted, showing: options.topLogprobs) else {
            // The bias forbids every word that would be valid here: validity goes first.
            return wanted.first.map { take($0.token, .certain($0.token)) }
        }
        return take(choice.chosen.token, choice)
    }

    private mutating func take(_ token: Token, _ choice: Sampler.Choice) -> Step {
        form?.advance(token, predictor: &predictor)
        return Step(token: token, text: vocabulary[token], choice: choice)
    }
}

extension Sampler.Choice {
    /// There was nothing to choose.
    static func certain(_ token: Token) -> Self {
        Self(chosen: Sampler.Weighed(token: token, logprob: 0), top: [])
    }
}
