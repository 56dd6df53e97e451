import Words

/// How are values read?
extension TOMLReader {
    mutating func readValue(depth: Int) throws(Complaint) -> TOMLValue {
        let position = cursor.position
        guard depth < Self.deepest else { throw Complaint(.nestedTooDeeply, at: position) }
        switch cursor.byte {
        case Ascii.quote, Ascii.apostrophe:
            return TOMLValue(.string(try readString()), at: position)
        case UInt8(ascii: "["):
            return TOMLValue(.array(try readArray(depth: depth)), at: position)
        case UInt8(ascii: "{"):
            return TOMLValue(.table(try readInlineTable(depth: depth)), at: position)
        default:
            return TOMLValue(try readWord(), at: position)
        }
    }

    private mutating func readArray(depth: Int) throws(Complaint) -> [TOMLValue] {
        cursor.advance()
        var values: [TOMLValue] = []
        while true {
            try skipLinesAndComments()
            if cursor.skip("]") { return values }
            values.append(try readValue(depth: depth + 1))
            try skipLinesAndComments()
            if cursor.skip("]") { return values }
            guard cursor.skip(",") else { throw unexpected(.listGoesOn) }
        }
    }

    private mutating func readInlineTable(depth: Int) throws(Complaint) -> TOMLTable {
        cursor.advance()
        var table = TOMLTable(.inline)
        cursor.skipBlanks()
        if cursor.skip("}") { return table }
        while true {
            let keys = try readKeys()
            guard cursor.skip("=") else { throw unexpected(.equalsSign) }
            cursor.skipBlanks()
            try table.insert(try readValue(depth: depth + 1), at: keys[...])
            cursor.skipBlanks()
            if cursor.skip("}") { return table }
            guard cursor.skip(",") else { throw unexpected(.tableGoesOn) }
        }
    }

    private mutating func skipLinesAndComments() throws(Complaint) {
        repeat {
            cursor.skipBlanks()
            try skipComment()
        } while skipLineEnd()
    }

    /// `true`, `false`, or a number.
    private mutating func readWord() throws(Complaint) -> TOMLValue.Content {
        let position = cursor.position
        let word = cursor.take { Ascii.isBareKey($0) || $0 == 0x2B || $0 == 0x2E || $0 == 0x3A }
        switch word {
        case "": throw unexpected(.aValue)
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        if let number = TOMLNumber.read(word) { return number }
        throw Complaint(wordComplaint(word), at: position)
    }

    private func wordComplaint(_ word: String) -> Phrase {
        if TOMLNumber.looksLikeDate(word) { return .noDates(word) }
        if TOMLNumber.looksLikeNumber(word) { return .noNumber(word) }
        return .noQuotes(word)
    }
}
