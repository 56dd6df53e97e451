/// A number that neither `Int` nor `Double` would print as it was written: `0.70`, `1e400`,
/// `18446744073709551615`.
///
/// `JSONValue` holds one so that what was given goes out, and is saved, as it was given.
public struct SpelledNumber: Sendable, Hashable {
    /// As JSON writes it.
    public let text: String

    /// - Parameter text: a number by RFC 8259.
    init(_ text: String) { self.text = text }

    /// The nearest `Double`; beyond its range the largest one, since JSON has no infinity.
    public var double: Double {
        let value = Double(text) ?? 0
        if value.isFinite { return value }
        return value < 0 ? -Double.greatestFiniteMagnitude : Double.greatestFiniteMagnitude
    }
}

extension JSONValue {
    /// The number that a text spells as JSON does, blanks around it aside; `nil` for anything else.
    ///
    /// ```swift
    /// JSONValue(number: "0.70")?.text   // 0.70
    /// ```
    public init?(number text: String) {
        guard let value = try? JSONValue(parsing: text), value.double != nil else { return nil }
        self = value
    }

    /// Whether this is a number without a fraction, however large: `7`, `7.0`, `1e30`.
    public var isWhole: Bool {
        guard let double else { return false }
        return double == double.rounded(.towardZero)
    }
}
