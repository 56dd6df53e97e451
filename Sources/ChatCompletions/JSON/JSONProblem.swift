/// Why bytes are no JSON, and where.
public struct JSONProblem: Error, Sendable, Hashable {
    /// What is wrong at that place.
    public enum Kind: String, Sendable, Hashable {
        /// The text ends within a value: more bytes could make it whole.
        case unexpectedEnd = "the text ends too early"
        case unexpectedByte = "unexpected character"
        case badEscape = "bad escape in a string"
        case controlCharacter = "unescaped control character in a string"
        case badNumber = "bad number"
        /// More than 512 arrays and objects within each other.
        case tooDeep = "nested too deeply"
        case textAfterValue = "text after the value"
    }

    /// What is wrong.
    public var kind: Kind
    /// In bytes from the start of the text, the first byte being 0.
    public var offset: Int
    /// From 1; LF, CR and CRLF end a line.
    public var line: Int
    /// From 1, in bytes.
    public var column: Int

    /// `line 3, column 7: unexpected character`
    public var description: String { "line \(line), column \(column): \(kind.rawValue)" }
}

extension JSONProblem: CustomStringConvertible {}

extension JSONProblem {
    /// Turns a scanner's offset into a place that a person can find.
    init(_ fault: JSONScanner.Fault, in bytes: UnsafeBufferPointer<UInt8>) {
        kind = fault.kind
        offset = fault.offset
        line = 1
        column = 1
        var previous: UInt8 = 0
        for byte in bytes.prefix(fault.offset) {
            let isSecondOfPair = byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
            if isSecondOfPair {
                column = 1
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                line += 1
                column = 1
            } else {
                column += 1
            }
            previous = byte
        }
    }
}
