/// What began a session: the workbench, or a command without a screen.
///
/// A list tells them apart, and the workbench opens its own ones at a start.
public struct SessionSource: RawRepresentable, Hashable, Sendable {
    /// The word as it stands in the library and in JSON.
    public let rawValue: String
    /// A source by its word, known to this version or not.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A person at the workbench.
    public static let workbench = SessionSource(rawValue: "workbench")
    /// `fader send`.
    public static let send = SessionSource(rawValue: "send")
}
