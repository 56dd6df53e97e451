/// What one chunk (or one whole JSON answer) adds to an answer.
public struct Delta: Sendable, Hashable {
    /// What it adds to each choice.
    public var choices: [ChoiceDelta] = []
    /// The model that answers.
    public var model: String?
    /// The chunk's own `id`.
    public var id: String?
    /// The service's name for the set-up that answered.
    public var systemFingerprint: String?
    /// Other members of the chunk, as far as they differ from those of the chunk before.
    public var details: [Detail] = []
    private var seldom: Seldom?

    /// A delta that adds nothing.
    public init() {}
}

extension Delta {
    /// The tokens so far; the last report of an answer counts.
    public var usage: Usage? {
        get { seldom?.usage }
        set { seldom = Seldom(newValue, seldom?.failure) }
    }

    /// An error inside the stream.
    public var failure: Failure? {
        get { seldom?.failure }
        set { seldom = Seldom(seldom?.usage, newValue) }
    }
}

/// What a chunk adds to one choice.
public struct ChoiceDelta: Sendable, Hashable {
    /// The choice's number; where the wire had none, its place in the list.
    public var index: Int
    /// The role, where the chunk names one.
    public var role: String?
    /// What is appended to the text.
    public var content = ""
    /// What is appended to the thinking.
    public var reasoning = ""
    /// What is appended to the refusal.
    public var refusal = ""
    /// Fragments of tool calls.
    public var toolCalls: [ToolCallDelta] = []
    /// What it brings beside texts.
    public var attachments = Attachments()
    /// `nil` when there is none; an empty string on the wire is none.
    public var finishReason: String?
    /// The tokens of this chunk.
    public var logprobs: [TokenLogprob] = []
    /// Other members of the choice, as far as they differ from those of the chunk before.
    public var details: [Detail] = []

    /// A delta that adds nothing to the choice.
    public init(index: Int) { self.index = index }

    /// Whether it brings some of what is shown as the answer.
    package var isVisible: Bool { !content.isEmpty || !refusal.isEmpty }
    /// Whether it brings some of that, or thinking.
    package var hasText: Bool { isVisible || !reasoning.isEmpty }
}

/// A fragment of a tool call.
public struct ToolCallDelta: Sendable, Hashable {
    /// The call's number; where the wire had none, its place in the list.
    public var index: Int
    /// The call's id; one not seen before opens a call.
    public var id: String?
    /// The function's name, or a piece of it.
    public var name: String?
    /// What is appended to the arguments.
    public var arguments = ""

    /// A fragment that adds nothing.
    public init(index: Int) { self.index = index }
}

/// A token and how likely the model thought it, in natural logarithm.
public struct TokenLogprob: Sendable, Hashable {
    /// The token's text.
    public var token: String
    /// The natural logarithm of its probability: 0 is certain.
    public var logprob: Double
    /// The most likely alternatives, when they were asked for.
    public var top: [TokenLogprob]
    /// The token's bytes, when they came: a token may be half a character.
    public var bytes: [UInt8]?

    /// A token with its probability.
    public init(
        token: String,
        logprob: Double,
        top: [TokenLogprob] = [],
        bytes: [UInt8]? = nil
    ) {
        self.token = token
        self.logprob = logprob
        self.top = top
        self.bytes = bytes
    }
}

/// Tokens as the provider counted them; the last report of an answer counts.
public struct Usage: Sendable, Hashable {
    /// The tokens of the request.
    public var promptTokens: Int?
    /// The tokens of the answer, thinking included.
    public var completionTokens: Int?
    /// All tokens.
    public var totalTokens: Int?
    /// The part of the answer's tokens that was thinking.
    public var reasoningTokens: Int?
    /// The part of the request's tokens that the service had in store.
    public var cachedTokens: Int?

    /// Counts; what the service does not tell is `nil`.
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
