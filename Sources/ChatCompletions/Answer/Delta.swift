/// What one chunk (or one whole JSON answer) adds to an answer.
public struct Delta: Sendable, Hashable {
    public var choices: [ChoiceDelta] = []
    public var usage: Usage?
    public var model: String?
    /// The chunk's own `id`.
    public var id: String?
    public var systemFingerprint: String?
    /// An error inside the stream.
    public var failure: Failure?

    public init() {}
}

/// What a chunk adds to one choice.
public struct ChoiceDelta: Sendable, Hashable {
    public var index: Int
    public var role: String?
    public var content = ""
    public var reasoning = ""
    public var refusal = ""
    public var toolCalls: [ToolCallDelta] = []
    /// `nil` when there is none; an empty string on the wire is none.
    public var finishReason: String?
    public var logprobs: [TokenLogprob] = []

    public init(index: Int) { self.index = index }
}

/// A fragment of a tool call.
public struct ToolCallDelta: Sendable, Hashable {
    public var index: Int
    public var id: String?
    public var name: String?
    public var arguments = ""

    public init(index: Int) { self.index = index }
}

/// A token and how likely the model thought it, in natural logarithm.
public struct TokenLogprob: Sendable, Hashable {
    public var token: String
    public var logprob: Double
    /// The most likely alternatives, when they were asked for.
    public var top: [TokenLogprob]

    public init(token: String, logprob: Double, top: [TokenLogprob] = []) {
        self.token = token
        self.logprob = logprob
        self.top = top
    }
}

/// Tokens as the provider counted them; the last report of an answer counts.
public struct Usage: Sendable, Hashable {
    public var promptTokens: Int?
    public var completionTokens: Int?
    public var totalTokens: Int?
    public var reasoningTokens: Int?
    public var cachedTokens: Int?

    public init(
        promptTokens: Int? = nil,
        completionTokens: Int? = nil,
        totalTokens: Int? = nil,
        reasoningTokens: Int? = nil,
        cachedTokens: Int? = nil
    ) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.totalTokens = totalTokens
        self.reasoningTokens = reasoningTokens
        self.cachedTokens = cachedTokens
    }
}
