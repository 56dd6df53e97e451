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
