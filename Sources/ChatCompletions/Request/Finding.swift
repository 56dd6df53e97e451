public import Words

/// Something that a person should know about a request before it is sent.
public struct Finding: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: Int, Sendable, Hashable, Comparable {
        /// Worth knowing.
        case note
        /// Against the provider's document; sent all the same.
        case warning
        /// Certain to fail; not sent.
        case refusal

        /// Whether `a` matters less than `b`.
        public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    /// How much it matters.
    public var severity: Severity
    /// The wire name that it is about; `nil` when it is about the request.
    public var parameter: String?
    /// One sentence.
    public var sentence: Phrase

    /// A finding about a parameter, or about the request.
    public init(_ severity: Severity, _ parameter: String?, _ sentence: Phrase) {
        self.severity = severity
        self.parameter = parameter
        self.sentence = sentence
    }
}
