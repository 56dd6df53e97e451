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
