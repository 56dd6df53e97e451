/// The name of one request and all that came back.
public struct ExchangeID: RawRepresentable, Hashable, Sendable {
    /// The ten characters.
    public let rawValue: String
    /// An identifier that is known.
    public init(rawValue: String) { self.rawValue = rawValue }
}
