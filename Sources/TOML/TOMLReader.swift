import Words

/// Reads the part of TOML 1.0 that configuration and themes use: tables, dotted keys, strings,
/// numbers, booleans, arrays, inline tables, comments. Not read: dates and arrays of tables.
///
/// ```swift
/// let table = try TOMLReader.read("theme = \"dark\"")
/// table["theme"]?.content     // .string("dark")
/// ```
/// - throws: a `Complaint` with line and column for the first thing that is no TOML.
package struct TOMLReader {
    /// Deeper than any file that makes sense, far from the end of the stack.
    static let deepest = 32

    var cursor: TextCursor
    private var root = TOMLTable(.header)
    private var path: [TOMLKey] = []

    private init(_ text: String) { cursor = TextCursor(text) }

    package static func read(_ text: String) throws(Complaint) -> TOMLTable {
        var reader = TOMLReader(text)
        while try reader.readLine() {}
        return reader.root
    }

    /// One line, or one value over several lines; false at the end.
    private mutating func readLine() throws(Complaint) -> Bool {
        cursor.skipBlanks()
        switch cursor.byte {
        case nil: return false
        case UInt8(ascii: "["): try readHeader()
        case UInt8(ascii: "#"), Ascii.newline, Ascii.return: break
        default: try readMember()
        }
        try endLine()
        return true
    }

    private mutating func readHeader() throws(Complaint) {
        let position = cursor.position
        if cursor.looks(at: "[[") {
            throw Complaint(.listsOfTables, at: position)
        }
        cursor.advance()
        path = try readKeys()
        guard cursor.skip("]") else { throw unexpected(.headerEnd) }
        try root.open(path[...])
    }

    private mutating func readMember() throws(Complaint) {
        let keys = try readKeys()
        guard cursor.skip("=") else { throw unexpected(.equalsSign) }
        cursor.skipBlanks()
        let value = try readValue(depth: 0)
        try root.insert(value, under: path[...], at: keys[...])
    }

    /// `a.b."c d"`, with the blanks around it.
    mutating func readKeys() throws(Complaint) -> [TOMLKey] {
        var keys: [TOMLKey] = []
        repeat {
            cursor.skipBlanks()
            keys.append(try readKey())
            cursor.skipBlanks()
            guard keys.count <= Self.deepest else { throw unexpected(.fewerDots) }
        } while cursor.skip(".")
        return keys
    }

    private mutating func readKey() throws(Complaint) -> TOMLKey {
        let position = cursor.position
        switch cursor.byte {
        case Ascii.quote, Ascii.apostrophe:
            return TOMLKey(name: try readLineString(), position: position)
        default:
            let name = cursor.take(while: Ascii.isBareKey)
            guard !name.isEmpty else { throw unexpected(.aName) }
            return TOMLKey(name: name, position: position)
        }
    }

    /// Blanks, a comment, and the end of the line or of the file.
    private mutating func endLine() throws(Complaint) {
        cursor.skipBlanks()
        try skipComment()
        guard cursor.byte != nil, !skipLineEnd() else { return }
        throw unexpected(.endOfLine)
    }

    mutating func skipLineEnd() -> Bool {
        cursor.skip("\n") || cursor.skip("\r\n")
    }

    mutating func skipComment() throws(Complaint) {
        guard cursor.byte == UInt8(ascii: "#") else { return }
        while let byte = cursor.byte, !cursor.looks(at: "\n"), !cursor.looks(at: "\r\n") {
            if Ascii.isForbidden(byte) { throw unexpected(.plainComment) }
            cursor.advance()
        }
    }

    func unexpected(_ wanted: Phrase) -> Complaint {
        Complaint(.expected(wanted, found: cursor.shown), at: cursor.position)
    }
}

/// One part of a dotted name.
struct TOMLKey {
    var name: String
    var position: TextPosition
}
