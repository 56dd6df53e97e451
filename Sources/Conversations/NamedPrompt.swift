/// A system prompt that is kept under a name, to be used in any session.
///
/// ```swift
/// NamedPrompt(name: "teacher", text: "You are a careful teacher.")
/// ```
public struct NamedPrompt: Sendable, Hashable {
    /// By which it is found; no two have the same.
    public var name: String
    /// What is sent.
    public var text: String

    /// A prompt with its name.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
