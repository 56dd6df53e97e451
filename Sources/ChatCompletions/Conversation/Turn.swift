/// Who a message is from: the wire's own word, known or not.
public struct Role: RawRepresentable, Hashable, Sendable {
    /// The word as it stands on the wire.
    public let rawValue: String
    /// A role by its wire word, whatever it is.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Instructions that stand above the conversation.
    public static let system = Role(rawValue: "system")
    /// What newer OpenAI models call `system`.
    public static let developer = Role(rawValue: "developer")
    /// The person who asks.
    public static let user = Role(rawValue: "user")
    /// The model.
    public static let assistant = Role(rawValue: "assistant")
    /// The result of a function that the model had called.
    public static let tool = Role(rawValue: "tool")
}

/// A message as a request carries it.
public struct Message: Sendable, Hashable {
    /// Who it is from.
    public var role: Role
    /// The text; empty when an assistant's message only calls functions.
    public var content: String
    /// The thinking that came with an assistant's message; sent back only where the dialect says.
    public var reasoning: String
    /// The calls that an assistant's message asks for.
    public var toolCalls: [ToolCall]
    /// For `tool` messages: the call that this answers.
    public var toolCallID: String?
    /// The whole of it as somebody gave it (`init(given:)`): this is what is sent then, member for
    /// member.
    public var original: JSONValue?

    /// A message of a role with its text.
    public init(
        _ role: Role,
        _ content: String,
        reasoning: String = "",
        toolCalls: [ToolCall] = [],
        toolCallID: String? = nil
    ) {
        self.role = role
        self.content = content
        self.reasoning = reasoning
        self.toolCalls = toolCalls
        self.toolCallID = toolCallID
    }
}

/// A function that the model asks to have called.
public struct ToolCall: Sendable, Hashable {
    /// The model's name for this call; its result must repeat it.
    public var id: String
    /// The function's name.
    public var name: String
    /// JSON text, as it came.
    public var arguments: String

    /// A call with its parts.
    public init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}

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
    /// The tokens of its exchange.
    public var usage: Usage?
    /// Why it is not whole.
    public var failure: Failure?
    /// Whether it stays out of what is sent, though it stands in the branch.
    public var isLeftOut: Bool
    /// What the model said when it refused; no part of the message, so that it is not sent back.
    public var refusal = ""
    /// What came beside the text.
    public var attachments = Attachments()

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
        self.usage = usage
        self.failure = failure
        self.isLeftOut = isLeftOut
    }
}

/// A saved conversation: its settings and its tree of turns.
public struct Session: Sendable, Hashable, Identifiable {
    /// The name by which commands find it.
    public var id: SessionID
    /// What a list shows; usually from the first prompt.
    public var title: String
    /// When it was begun.
    public var created: Timestamp
    /// When something in it last changed.
    public var updated: Timestamp
    /// Where its next prompt goes.
    public var settings: LaneSettings
    /// The system prompt; empty when there is none.
    public var system: String
    /// In order of creation; `parent` makes the tree.
    public var turns: [Turn]
    /// The last turn of the branch that was open.
    public var head: TurnID?
    /// What began it. The library keeps what it was first saved with.
    public var source: SessionSource

    /// A session with its settings and turns.
    public init(
        id: SessionID,
        title: String,
        created: Timestamp,
        updated: Timestamp,
        settings: LaneSettings,
        system: String = "",
        turns: [Turn] = [],
        head: TurnID? = nil,
        source: SessionSource = .workbench
    ) {
        self.id = id
        self.title = title
        self.created = created
        self.updated = updated
        self.settings = settings
        self.system = system
        self.turns = turns
        self.head = head
        self.source = source
    }
}

/// What a lane sends to: provider, address, model and the parameters that are set.
public struct LaneSettings: Sendable, Hashable {
    /// A provider's id, such as `ppio`.
    public var provider: String
    /// Set when it is not the provider's default base URL.
    public var baseURL: String?
    /// The model's name, as the provider writes it.
    public var model: String
    /// The parameters that are set.
    public var parameters: Parameters

    /// Settings for a provider's model.
    public init(
        provider: String,
        baseURL: String? = nil,
        model: String,
        parameters: Parameters = Parameters()
    ) {
        self.provider = provider
        self.baseURL = baseURL
        self.model = model
        self.parameters = parameters
    }
}

/// A session as a list shows it.
public struct SessionSummary: Sendable, Hashable, Identifiable {
    /// The name by which commands find it.
    public var id: SessionID
    /// Its title.
    public var title: String
    /// When it was begun.
    public var created: Timestamp
    /// When something in it last changed.
    public var updated: Timestamp
    /// How many turns it has, forks included.
    public var turnCount: Int
    /// What began it.
    public var source: SessionSource

    /// A session's line in a list.
    public init(
        id: SessionID,
        title: String,
        created: Timestamp,
        updated: Timestamp,
        turnCount: Int,
        source: SessionSource = .workbench
    ) {
        self.id = id
        self.title = title
        self.created = created
        self.updated = updated
        self.turnCount = turnCount
        self.source = source
    }
}
