/// Walks over JSON text once, value by value, and builds only what it is asked for.
///
/// `JSONValue` and the reader of chunks both stand on it, so that they agree on what JSON is:
/// RFC 8259, and beyond it what servers print and Python's and JavaScript's readers take: a BOM in
/// front, a comma before a closing bracket, `NaN` and `Infinity` (read as null).
struct JSONScanner {
    /// A problem before its offset is made a line and a column.
    struct Fault: Error {
        var kind: JSONProblem.Kind
        var offset: Int
    }

    static let depthLimit = 512

    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    private var depth = 0
    /// Whether the innermost open array or object already holds something.
    private var isAfterValue = false

    /// Whether what servers print beyond RFC 8259 is refused.
    let isStrict: Bool
    /// Whether what no JSON value can hold as it is written is refused, in place of being changed.
    let keepsAll: Bool
    /// What was met beyond RFC 8259.
    var oddities = OddityMask()

    init(_ bytes: UnsafeBufferPointer<UInt8>, isStrict: Bool = false, keepsAll: Bool = false) {
        self.bytes = bytes
        self.isStrict = isStrict
        self.keepsAll = isStrict || keepsAll
        if !isStrict, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            offset = 3
            oddities.insert(.markInEvent)
        }
    }

    func fault(_ kind: JSONProblem.Kind) -> Fault {
        offset < bytes.count || kind == .tooDeep
            ? Fault(kind: kind, offset: min(offset, bytes.count))
            : Fault(kind: .unexpectedEnd, offset: bytes.count)
    }

    /// The next byte that is no white space, which stays where it is; 0 at the end.
    @inline(__always)
    mutating func peek() -> UInt8 {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                return byte
            }
            offset += 1
        }
        return 0
    }

    /// Nothing but white space may follow the value.
    mutating func expectEnd() throws(Fault) {
        _ = peek()
        if offset < bytes.count { throw fault(.textAfterValue) }
    }

    // MARK: Objects and arrays

    /// Steps into an object: true when one starts here.
    @inline(__always)
    mutating func enterObject() throws(Fault) -> Bool {
        guard peek() == UInt8(ascii: "{") else { return false }
        try enter()
        return true
    }

    /// Steps into an array: true when one starts here.
    @inline(__always)
    mutating func enterArray() throws(Fault) -> Bool {
        guard peek() == UInt8(ascii: "[") else { return false }
        try enter()
        return true
    }

    private mutating func enter() throws(Fault) {
        depth += 1
        if depth > Self.depthLimit { throw fault(.tooDeep) }
        offset += 1
        isAfterValue = false
    }

    /// The next member's name, the scanner then standing before its value; `nil` once the object
    /// has been left.
    @inline(__always)
    mutating func nextMember() throws(Fault) -> RawString? {
        guard try step(closing: UInt8(ascii: "}")) else { return nil }
        let name = try rawString()
        guard peek() == UInt8(ascii: ":") else { throw fault(.unexpectedByte) }
        offset += 1
        isAfterValue = false
        return name
    }

    /// True when the scanner stands before another element; false once the array has been left.
    @inline(__always)
    mutating func nextElement() throws(Fault) -> Bool {
        let goesOn = try step(closing: UInt8(ascii: "]"))
        if goesOn { isAfterValue = false }
        return goesOn
    }

    @inline(__always)
    private mutating func step(closing: UInt8) throws(Fault) -> Bool {
        var byte = peek()
        if isAfterValue, byte == UInt8(ascii: ",") {
            offset += 1
            // A comma before the bracket is no JSON, but CoresHub's and Lanrui's documents print it.
            byte = peek()
            if byte == closing {
                if isStrict { throw fault(.unexpectedByte) }
                oddities.insert(.trailingComma)
            }
        } else if isAfterValue, byte != closing {
            throw fault(.unexpectedByte)
        }
        guard byte == closing else { return true }
        offset += 1
        depth -= 1
        isAfterValue = true
        return false
    }

    // MARK: Scalars

    /// Marks the value as read.
    @inline(__always)
    mutating func endValue() { isAfterValue = true }

    /// Reads a word when it is there: `true`, `null`, …
    mutating func word(_ word: StaticString) -> Bool {
        let end = offset + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for place in 0..<word.utf8CodeUnitCount
        where bytes[offset + place] != word.utf8Start[place] { return false }
        offset = end
        isAfterValue = true
        return true
    }

    /// Steps over `null` or one of the words that Python prints for numbers that JSON has not.
    mutating func nothing() throws(Fault) {
        let isPythons = !keepsAll && (word("NaN") || word("Infinity") || word("-Infinity"))
        guard isPythons || word("null") else {
            throw startsWord()
                ? Fault(kind: .unexpectedEnd, offset: bytes.count)
                : fault(.unexpectedByte)
        }
        if isPythons { oddities.insert(.pythonNumber) }
    }

    /// Whether the text ends within a word that could have been one.
    private func startsWord() -> Bool {
        let rest = String(decoding: bytes[offset...].prefix(12), as: UTF8.self)
        guard !rest.isEmpty, offset + rest.utf8.count == bytes.count else { return false }
        let words = ["true", "false", "null"] + (keepsAll ? [] : ["NaN", "Infinity", "-Infinity"])
        return words.contains { $0.utf8.starts(with: rest.utf8) }
    }

    /// Steps over one value of any kind, checking it and building nothing.
    mutating func skipValue() throws(Fault) {
        let floor = depth
        try skipOpening()
        while depth > floor { try skipWithin() }
    }

    /// One scalar, or the opening bracket of what is not.
    @inline(__always)
    private mutating func skipOpening() throws(Fault) {
        switch peek() {
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try push()
        case UInt8(ascii: "t"):
            if !word("true") { try nothing() }
        case UInt8(ascii: "f"):
            if !word("false") { try nothing() }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
        default: try nothing()
        }
        isAfterValue = true
    }

    /// The kinds of the open brackets, one bit each; only `skipValue` needs to remember them.
    private var kinds: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
        (0, 0, 0, 0, 0, 0, 0, 0)

    private mutating func push() throws(Fault) {
        let isObject = bytes[offset] == UInt8(ascii: "{")
        try enter()
        let place = depth - 1
        withUnsafeMutableBytes(of: &kinds) { bits in
            let mask = UInt8(1) << UInt8(place & 7)
            bits[place >> 3] = isObject ? bits[place >> 3] | mask : bits[place >> 3] & ~mask
        }
    }

    @inline(__always)
    private mutating func skipWithin() throws(Fault) {
        let place = depth - 1
        let isObject = withUnsafeBytes(of: &kinds) { $0[place >> 3] & (1 << UInt8(place & 7)) != 0 }
        if isObject {
            if try nextMember() != nil { try skipOpening() }
        } else if try nextElement() {
            try skipOpening()
        }
    }
}
