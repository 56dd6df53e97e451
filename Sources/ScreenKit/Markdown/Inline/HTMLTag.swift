/// A tag, a comment or the like within text (CommonMark 6.6).
enum HTMLTag {
    /// Where what begins at a `<` ends; `nil` where it is text.
    static func inlineEnd(at place: Int, in bytes: UTF8Bytes, to end: Int) -> Int? {
        let rest = bytes[place..<end]
        if rest.starts(with: "<!-->".utf8) { return place + 5 }
        if rest.starts(with: "<!--->".utf8) { return place + 6 }
        let others = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
        for (open, close) in others where rest.starts(with: open.utf8) {
            return find(close, in: bytes, from: place + open.utf8.count, to: end)
        }
        if rest.starts(with: "<!".utf8) {
            guard let third = rest.dropFirst(2).first, BlockStart.isLetter(third) else {
                return nil
            }
            return find(">", in: bytes, from: place + 3, to: end)
        }
        return self.end(at: place, in: bytes, to: end)
    }

    private static func find(
        _ text: String, in bytes: UTF8Bytes, from start: Int, to end: Int
    ) -> Int? {
        let wanted = Array(text.utf8)
        var place = start
        while place + wanted.count <= end {
            if bytes[place..<end].starts(with: wanted) { return place + wanted.count }
            place += 1
        }
        return nil
    }

    /// The end of an opening or a closing tag.
    static func end(at start: Int, in bytes: UTF8Bytes, to end: Int) -> Int? {
        var reader = InlineReader(bytes, at: start + 1, to: end)
        let isClosing = reader.take(UInt8(ascii: "/"))
        let hyphen = UInt8(ascii: "-")
        guard reader.word(BlockStart.isLetter, { BlockStart.isLetterOrDigit($0) || $0 == hyphen })
        else { return nil }
        if isClosing {
            reader.skipSpace()
            return reader.take(UInt8(ascii: ">")) ? reader.place : nil
        }
        while reader.skipSpace(), reader.attribute() {}
        reader.skipSpace()
        _ = reader.take(UInt8(ascii: "/"))
        return reader.take(UInt8(ascii: ">")) ? reader.place : nil
    }
}

extension InlineReader {
    fileprivate mutating func word(_ first: (UInt8) -> Bool, _ next: (UInt8) -> Bool) -> Bool {
        guard place < end, first(bytes[place]) else { return false }
        place += 1
        while place < end, next(bytes[place]) { place += 1 }
        return true
    }

    /// A name, and a value where there is one.
    fileprivate mutating func attribute() -> Bool {
        let marks = "_:.-".utf8
        guard
            word(
                { BlockStart.isLetter($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") },
                { BlockStart.isLetterOrDigit($0) || marks.contains($0) })
        else { return false }
        let behindName = place
        skipSpace()
        guard take(UInt8(ascii: "=")) else {
            place = behindName
            return true
        }
        skipSpace()
        return value()
    }

    private mutating func value() -> Bool {
        guard place < end else { return false }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let isPlain = { !"\"'=<>` \t\n".utf8.contains($0) }
            return word(isPlain, isPlain)
        }
        guard let close = bytes[place + 1..<end].firstIndex(of: quote) else { return false }
        place = close + 1
        return true
    }
}
