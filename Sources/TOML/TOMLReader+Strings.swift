import Words

/// How are strings read? (TOML 1.0, "String".)
extension TOMLReader {
    mutating func readString() throws(Complaint) -> String {
        if cursor.skip("\"\"\"") { return try readBlock(raw: false) }
        if cursor.skip("'''") { return try readBlock(raw: true) }
        return try readLineString()
    }

    /// `"…"` or `'…'` on one line.
    mutating func readLineString() throws(Complaint) -> String {
        let start = cursor.position
        let quote = cursor.take()
        var bytes: [UInt8] = []
        while let byte = cursor.byte, byte != quote {
            if byte == Ascii.newline || byte == Ascii.return { break }
            if Ascii.isForbidden(byte) { throw unexpected(.plainText) }
            cursor.advance()
            if byte == Ascii.backslash && quote == Ascii.quote {
                try readEscape(into: &bytes)
            } else {
                bytes.append(byte)
            }
        }
        guard cursor.byte == quote else { throw Complaint(.endlessText, at: start) }
        cursor.advance()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `"""…"""` or `'''…'''`: a line end right after the opening is no part of it.
    private mutating func readBlock(raw: Bool) throws(Complaint) -> String {
        let start = cursor.position
        let quote: StaticString = raw ? "'''" : "\"\"\""
        _ = skipLineEnd()
        var bytes: [UInt8] = []
        while !cursor.skip(quote) {
            guard let byte = cursor.byte else { throw Complaint(.endlessText, at: start) }
            let isLineEnd = cursor.looks(at: "\n") || cursor.looks(at: "\r\n")
            if Ascii.isForbidden(byte) && !isLineEnd { throw unexpected(.plainText) }
            cursor.advance()
            if byte == Ascii.backslash && !raw {
                try readEscapeOrJoin(into: &bytes)
            } else {
                bytes.append(byte)
            }
        }
        // Up to two quotes may stand before the closing three.
        let mark = raw ? Ascii.apostrophe : Ascii.quote
        for _ in 0..<2 where cursor.byte == mark {
            bytes.append(mark)
            cursor.advance()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A backslash at the end of a line swallows the white space up to the next word.
    private mutating func readEscapeOrJoin(into bytes: inout [UInt8]) throws(Complaint) {
        var ahead = cursor
        ahead.skipBlanks()
        guard ahead.looks(at: "\n") || ahead.looks(at: "\r\n") else {
            return try readEscape(into: &bytes)
        }
        repeat { cursor.skipBlanks() } while skipLineEnd()
    }

    /// What stands after a backslash.
    private mutating func readEscape(into bytes: inout [UInt8]) throws(Complaint) {
        let position = cursor.position
        switch cursor.take() {
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case Ascii.quote: bytes.append(Ascii.quote)
        case Ascii.backslash: bytes.append(Ascii.backslash)
        case UInt8(ascii: "u"): try readScalar(digits: 4, from: position, into: &bytes)
        case UInt8(ascii: "U"): try readScalar(digits: 8, from: position, into: &bytes)
        default:
            throw Complaint(.unknownEscape, at: position)
        }
    }

    private mutating func readScalar(
        digits: Int,
        from position: TextPosition,
        into bytes: inout [UInt8]
    ) throws(Complaint) {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let byte = cursor.take(), let digit = Character(UnicodeScalar(byte)).hexDigitValue
            else { throw Complaint(.escapeDigits(digits), at: position) }
            value = value << 4 | UInt32(digit)
        }
        guard let scalar = UnicodeScalar(value) else {
            throw Complaint(.noCharacter, at: position)
        }
        bytes.append(contentsOf: Array(String(scalar).utf8))
    }
}
