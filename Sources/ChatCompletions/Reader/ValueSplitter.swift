/// Finds where the JSON values of a text that is one value after the other begin and end.
///
/// Only brackets and strings are looked at; whether a value is JSON is for its reader to say.
struct ValueSplitter: Sendable {
    private var depth = 0
    private var isInString = false
    private var isAfterBackslash = false

    /// What a byte did.
    enum Step { case outside, begins, within, ends }

    mutating func take(_ byte: UInt8) -> Step {
        if isInString {
            if isAfterBackslash {
                isAfterBackslash = false
            } else if byte == UInt8(ascii: "\\") {
                isAfterBackslash = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return .within
        }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            return depth == 1 ? .begins : .within
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth == 0 { return .outside }
            depth -= 1
            return depth == 0 ? .ends : .within
        case UInt8(ascii: "\"") where depth > 0: isInString = true
        default: break
        }
        return depth > 0 ? .within : .outside
    }
}
