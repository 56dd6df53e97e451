public import ChatCompletions

/// One message in a session's tree, with where it came from.
public struct Turn: Sendable, Hashable, Identifiable {
    /// How far a turn has come.
    public enum State: String, Sendable, Hashable {
        /// An answer still arriving.
        case streaming
        case done
        /// The request failed; what had arrived is kept.
        case failed
        /// Stopped by the user.
        case stopped
        /// The program ended while it arrived.
        case interrupted
    }

    /// Its name within the session.
    public var id: TurnID
    /// `nil` for the first turn of a session. Siblings are forks.
    public var parent: TurnID?
    /// What was said.
    public var message: Message
    /// How far it has come.
    public var state: State
    /// When it was begun.
    public var created: Timestamp
    /// For answers: which provider and model gave it, in which exchange.
    public var provider: String?
    /// The model that gave it, as the request named it.
    public var model: String?
    /// The exchange that brought it.
    public var exchange: ExchangeID?
    /// Why the model stopped, as the wire said it.
    public var finishReason: String?
    /// Whether it stays out of what is sent, though it stands in the branch.
    public var isLeftOut: Bool
    /// Whether it was deleted, and is kept only until the program that did so ends.
    public var isDeleted = false
    /// Which of the answer's choices it says, by the number that the service gave it.
    public var choiceIndex = 0
    /// Of a prompt that had variables: the text as it was written. The message has their values.
    public var template: String?
    /// What the model said when it refused; no part of the message, so that it is not sent back.
    public var refusal = ""
    /// What came beside the text.
    public var attachments = Attachments()
    private var seldom: Seldom?

    /// A turn with its place in the tree.
    public init(
        id: TurnID,
        parent: TurnID?,
        message: Message,
        state: State = .done,
        created: Timestamp,
        provider: String? = nil,
        model: String? = nil,
        exchange: ExchangeID? = nil,
        finishReason: String? = nil,
        usage: Usage? = nil,
        failure: Failure? = nil,
        isLeftOut: Bool = false
    ) {
        self.id = id
        self.parent = parent
        self.message = message
        self.state = state
        self.created = created
        self.provider = provider
        self.model = model
        self.exchange = exchange
        self.finishReason = finishReason
        self.isLeftOut = isLeftOut
        seldom = Seldom(usage, failure)
    }
}

extension Turn {
    /// The tokens of its exchange.
    public var usage: Usage? {
        get { seldom?.usage }
        set { seldom = Seldom(newValue, failure) }
    }

    /// Why it is not whole.
    public var failure: Failure? {
        get { seldom?.failure }
        set { seldom = Seldom(usage, newValue) }
    }
}
