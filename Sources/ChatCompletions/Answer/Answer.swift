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
    public internal(set) var usage: Usage?
    public internal(set) var model: String?
    public internal(set) var id: String?
    public internal(set) var systemFingerprint: String?
    public internal(set) var failure: Failure?

    public init() {}
}

/// One of the `n` answers that were asked for.
public struct Choice: Sendable, Hashable {
    public var index: Int
    public var content = ""
    public var reasoning = ""
    public var refusal = ""
    public var toolCalls: [ToolCall] = []
    /// As it came; `nil` while none has.
    public var finishReason: String?
    public var logprobs: [TokenLogprob] = []
    /// The wire's index of each tool call; several calls may have the same.
    var callIndexes: [Int] = []

    public init(index: Int) { self.index = index }
}
