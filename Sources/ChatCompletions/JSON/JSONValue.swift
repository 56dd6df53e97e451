/// A JSON value that keeps the order of an object's members, so that what is shown is what is sent.
///
/// ```swift
/// let body: JSONValue = ["model": "tiny", "temperature": 0.7, "stop": ["\n"]]
/// body["temperature"]     // .number(0.7)
/// body.text               // {"model":"tiny","temperature":0.7,"stop":["\n"]}
/// ```
///
/// A number keeps the spelling that it was read with, so two values are equal exactly when their
/// texts are: `1`, `1.0` and `1.00` are three values. To compare what they amount to, compare their
/// `double`.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Finite; JSON has no infinity.
    case number(Double)
    /// A number whose spelling the other two would change.
    case spelled(SpelledNumber)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// The member's name, without escapes.
        public var name: String
        /// The member's value.
        public var value: JSONValue

        /// A member of that name.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }
}
