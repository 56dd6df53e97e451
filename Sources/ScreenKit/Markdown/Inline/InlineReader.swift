/// Reads a part of a text from its beginning, as far as that is what is looked for.
struct InlineReader {
    let bytes: UTF8Bytes
    let end: Int
    var place: Int

    init(_ bytes: UTF8Bytes, at place: Int, to end: Int) {
        (self.bytes, self.place, self.end) = (bytes, place, end)
    }

    var isAtEnd: Bool { place >= end }

    mutating func take(_ byte: UInt8) -> Bool {
        guard place < end, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// Returns whether there was some.
    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = place
        while place < end, BlockStart.isSpace(bytes[place]) || bytes[place] == 0x0a { place += 1 }
        return place > start
    }
}
