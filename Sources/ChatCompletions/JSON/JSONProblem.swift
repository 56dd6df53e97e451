/// Why bytes are no JSON, and where.
public struct JSONProblem: Error, Sendable, Hashable {
    /// What is wrong at that place.
    public enum Kind: String, Sendable, Hashable {
        /// The text ends within a value: more bytes could make it whole.
        case unexpectedEnd
        case unexpectedByte
        case badEscape
        case controlCharacter
        case badNumber
        /// More than 512 arrays and objects within each other.
        case tooDeep
        case textAfterValue
    }

    /// What is wrong.
    public var kind: Kind
    /// In bytes from the start of the text, the first byte being 0.
    public var offset: Int
    /// From 1; LF, CR and CRLF end a line.
    public var line: Int
    /// From 1, in bytes.
    public var column: Int
}

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
