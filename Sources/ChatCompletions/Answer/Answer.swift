/// The answer as it grows: the fold of all deltas so far. Screen and library build it alike.
///
/// ```swift
/// var answer = Answer()
/// answer.add(delta)
/// answer.choices[0].content
/// ```
public struct Answer: Sendable, Hashable {
    /// In order of index.
    public internal(set) var choices: [Choice] = []
    /// The tokens, as last reported.
    public internal(set) var usage: Usage?
    /// The model that answers, as it names itself.
    public internal(set) var model: String?
    /// The service's name for the answer.
    public internal(set) var id: String?
    /// The service's name for the set-up that answered.
    public internal(set) var systemFingerprint: String?
    /// An error that came with the answer; a cut or a bad status is the exchange's.
    public internal(set) var failure: Failure?
    /// What else the chunks said of the answer: `service_tier`, `usage.cost`, `timings`, …
    public internal(set) var details = Details()

    /// An answer of which nothing has come yet.
    public init() {}
}

/// One of the `n` answers that were asked for.
public struct Choice: Sendable, Hashable {
    /// Its number among the `n`, from 0.
    public var index: Int
    /// The text, as it was sent.
    public var content = ""
    /// The thinking that came apart from the text.
    public var reasoning = ""
    /// What the model says when it refuses.
    public var refusal = ""
    /// The functions that the model asks to have called, in the order of their appearance.
    public var toolCalls: [ToolCall] = []
    /// What came beside the text and is not shown.
    public var attachments = Attachments()
    /// As it came; `nil` while none has.
    public var finishReason: String?
    /// How likely each token was, when it was asked for.
    public var logprobs: [TokenLogprob] = []
    /// What else the chunks said of the choice: `stop_reason`, `content_filter_results`, …
    public internal(set) var details = Details()
    /// Where the latest tool call of each of the wire's indexes is, and the latest of each id.
    var placesOfIndexes: [Int: Int] = [:]
    var placesOfIDs: [String: Int] = [:]

    /// A choice of which nothing has come yet.
    public init(index: Int) { self.index = index }
}
