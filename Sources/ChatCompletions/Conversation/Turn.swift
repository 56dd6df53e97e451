/// Who a message is from: the wire's own word, known or not.
public struct Role: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let system = Role(rawValue: "system")
    public static let developer = Role(rawValue: "developer")
    public static let user = Role(rawValue: "user")
    public static let assistant = Role(rawValue: "assistant")
    public static let tool = Role(rawValue: "tool")
}

/// A message as a request carries it.
public struct Message: Sendable, Hashable {
    public var role: Role
    public var content: String
    /// The thinking that came with an assistant's message; sent back only where the dialect says.
    public var reasoning: String
    public var toolCalls: [ToolCall]
    /// For `tool` messages: the call that this answers.
    public var toolCallID: String?

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
    public var id: String
    public var name: String
    /// JSON text, as it came.
    public var arguments: String

    public init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}

/// One message in a session's tree, with where it came from.
public struct Turn: Sendable, Hashable, Identifiable {
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

    public var id: TurnID
    /// `nil` for the first turn of a session. Siblings are forks.
    public var parent: TurnID?
    public var message: Message
    public var state: State
    public var created: Timestamp
    /// For answers: which provider and model gave it, in which exchange.
    public var provider: String?
    public var model: String?
    public var exchange: ExchangeID?
    public var finishReason: String?
    public var usage: Usage?
    public var failure: Failure?

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
        failure: Failure? = nil
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
    }
}

/// A saved conversation: its settings and its tree of turns.
public struct Session: Sendable, Hashable, Identifiable {
    public var id: SessionID
    public var title: String
    public var created: Timestamp
    public var updated: Timestamp
    public var settings: LaneSettings
    public var system: String
    /// In order of creation; `parent` makes the tree.
    public var turns: [Turn]
    /// The last turn of the branch that was open.
    public var head: TurnID?

    public init(
        id: SessionID,
        title: String,
        created: Timestamp,
        updated: Timestamp,
        settings: LaneSettings,
        system: String = "",
        turns: [Turn] = [],
        head: TurnID? = nil
    ) {
        self.id = id
        self.title = title
        self.created = created
        self.updated = updated
        self.settings = settings
        self.system = system
        self.turns = turns
        self.head = head
    }
}

/// What a lane sends to: provider, address, model and the parameters that are set.
public struct LaneSettings: Sendable, Hashable {
    /// A provider's id, such as `ppio`.
    public var provider: String
    /// Set when it is not the provider's default base URL.
    public var baseURL: String?
    public var model: String
    public var parameters: Parameters

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
    public var id: SessionID
    public var title: String
    public var created: Timestamp
    public var updated: Timestamp
    public var turnCount: Int

    public init(
        id: SessionID,
        title: String,
        created: Timestamp,
        updated: Timestamp,
        turnCount: Int
    ) {
        self.id = id
        self.title = title
        self.created = created
        self.updated = updated
        self.turnCount = turnCount
    }
}
