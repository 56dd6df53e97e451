extension JSONValue {
    /// Reads JSON text, encoded as UTF-8.
    ///
    /// ```swift
    /// try JSONValue(parsing: Array(#"{"n": 1}"#.utf8))["n"]   // .integer(1)
    /// ```
    ///
    /// More is taken than RFC 8259 allows, as servers print it: a BOM in front, a comma before a
    /// closing bracket, `NaN` and `Infinity` (both become null); half a surrogate pair becomes
    /// U+FFFD. Numbers keep their spelling.
    ///
    /// - Throws: `JSONProblem` with the place; also for more than 512 levels.
    public init(parsing bytes: [UInt8]) throws(JSONProblem) {
        self = try bytes.withUnsafeBufferPointer { Self.parse(JSONScanner($0)) }.get()
    }

    /// Reads JSON text that another program shall read after us: nothing is taken that RFC 8259
    /// does not allow, nor half a surrogate pair, of which no UTF-8 can be made.
    ///
    /// - Throws: `JSONProblem` with the place.
    public init(strictly bytes: [UInt8]) throws(JSONProblem) {
        self = try bytes.withUnsafeBufferPointer {
            Self.parse(JSONScanner($0, isStrict: true))
        }.get()
    }

    /// Reads JSON that a person wrote as a value: a comma before a closing bracket is taken, but what
    /// would be changed is not, `NaN` and half a surrogate pair.
    ///
    /// - Throws: `JSONProblem` with the place.
    public init(written text: String) throws(JSONProblem) {
        self = try Array(text.utf8).withUnsafeBufferPointer {
            Self.parse(JSONScanner($0, keepsAll: true))
        }.get()
    }

    /// Reads JSON text from a part of an array; positions count from the part's start.
    public init(parsing bytes: ArraySlice<UInt8>) throws(JSONProblem) {
        self = try bytes.withUnsafeBufferPointer { Self.parse(JSONScanner($0)) }.get()
    }

    /// Reads JSON text where it lies.
    public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) {
        self = try Self.parse(JSONScanner(bytes)).get()
    }

    /// Reads JSON text.
    public init(parsing text: String) throws(JSONProblem) {
        try self.init(parsing: Array(text.utf8))
    }

    private static func parse(_ start: JSONScanner) -> Result<Self, JSONProblem> {
        var scanner = start
        do throws(JSONScanner.Fault) {
            let value = try scanner.value()
            try scanner.expectEnd()
            return .success(value)
        } catch {
            return .failure(JSONProblem(error, in: scanner.bytes))
        }
    }
}

extension JSONScanner {
    /// Builds the value that starts here.
    mutating func value() throws(Fault) -> JSONValue {
        switch peek() {
        case UInt8(ascii: "{"): return try .object(members())
        case UInt8(ascii: "["): return try .array(elements())
        case UInt8(ascii: "\""): return try .string(text(checked(rawString())))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try numberValue()
        case UInt8(ascii: "t") where word("true"): return .bool(true)
        case UInt8(ascii: "f") where word("false"): return .bool(false)
        default:
            try nothing()
            return .null
        }
    }

    private mutating func members() throws(Fault) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        guard try enterObject() else { return members }
        while let name = try nextMember() {
            members.append(JSONValue.Member(text(try checked(name)), try value()))
        }
        return members
    }

    private mutating func elements() throws(Fault) -> [JSONValue] {
        var elements: [JSONValue] = []
        guard try enterArray() else { return elements }
        while try nextElement() { elements.append(try value()) }
        return elements
    }

    private mutating func numberValue() throws(Fault) -> JSONValue {
        let raw = try number()
        if let integer = raw.integer { return .integer(integer) }
        guard let double = double(raw) else { return .null }
        let spelling = spelling(raw)
        return double.description == spelling
            ? .number(double) : .spelled(SpelledNumber(spelling))
    }
}
