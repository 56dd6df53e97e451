/// UTF-8 that is known to be valid because it came out of a `String`.
typealias UTF8Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// The scalar that begins at an offset, and how many bytes it takes.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let lead = UInt32(self[offset])
        if lead < 0x80 { return (lead, 1) }
        let length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
        guard offset + length <= count else { return (0xfffd, count - offset) }
        var value = lead & (0x7f >> UInt32(length))
        for next in 1..<length { value = value << 6 | UInt32(self[offset + next]) & 0x3f }
        return (value, length)
    }

    /// A copy of a part as a string.
    func string(_ range: Range<Int>) -> String {
        String(decoding: UTF8Bytes(rebasing: self[range]), as: UTF8.self)
    }
}

extension String {
    /// Hands out the UTF-8 of the string, without a copy where it is stored in one piece.
    func withBytes<R>(_ body: (UTF8Bytes) throws -> R) rethrows -> R {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return try copy.withUTF8(body)
    }

    /// A string of one scalar; U+FFFD where the number is none.
    init(scalar: UInt32) {
        self.init(Character(Unicode.Scalar(scalar) ?? "\u{fffd}"))
    }
}
