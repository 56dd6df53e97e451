extension UnsafeBufferPointer<UInt8> {
    // Eight bytes at a time: a byte that is zero after the exclusive or borrows from its top bit.
    // The lowest bit found is exact; those above it may not be.

    /// The place of the next CR or LF at or after `start`; `count` when there is none.
    @inline(__always)
    func lineEnd(from start: Int) -> Int {
        var place = start
        while place + 32 <= count, !mayEndLine(at: place) { place += 32 }
        while place + 8 <= count {
            let word = word(at: place)
            let found =
                Self.zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
                | Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < count, self[place] != 0x0A, self[place] != 0x0D { place += 1 }
        return place
    }

    /// Whether one of 32 bytes may end a line: is below 0x0E, as hardly any other is.
    @inline(__always)
    private func mayEndLine(at place: Int) -> Bool {
        let found =
            Self.bytesBelow14(word(at: place)) | Self.bytesBelow14(word(at: place + 8))
            | Self.bytesBelow14(word(at: place + 16)) | Self.bytesBelow14(word(at: place + 24))
        return found & 0x8080_8080_8080_8080 != 0
    }

    @inline(__always)
    private static func bytesBelow14(_ word: UInt64) -> UInt64 {
        (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word
    }

    /// The place of the next byte at or after `start` that does not stand for itself in a JSON
    /// string: a quote, a backslash or a control character; `count` when there is none.
    @inline(__always)
    func stringStop(from start: Int) -> Int {
        var place = start
        while place + 8 <= count {
            let word = word(at: place)
            let found =
                Self.zeroBytes(word ^ 0x2222_2222_2222_2222)
                | Self.zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                | ((word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080)
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < count, self[place] >= 0x20, self[place] != 0x22, self[place] != 0x5C {
            place += 1
        }
        return place
    }

    /// Whether the bytes from `start` on begin with all of `other`.
    @inline(__always)
    func holds(_ other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + other.count <= count else { return false }
        var place = 0
        while place + 8 <= other.count {
            if word(at: start + place) != other.word(at: place) { return false }
            place += 8
        }
        while place < other.count {
            if self[start + place] != other[place] { return false }
            place += 1
        }
        return true
    }

    @inline(__always)
    private func word(at place: Int) -> UInt64 {
        let raw = UnsafeRawBufferPointer(self)
        return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// The bytes as a text; a broken UTF-8 sequence becomes U+FFFD.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Whether these bytes are that ASCII text.
    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && begins(with: text)
    }

    /// Whether these bytes begin with that ASCII text.
    @inline(__always)
    func begins(with text: StaticString) -> Bool {
        holds(text, at: 0)
    }

    /// Whether the bytes from `start` on begin with that ASCII text.
    @inline(__always)
    func holds(_ text: StaticString, at start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= count else { return false }
        for place in 0..<text.utf8CodeUnitCount where self[start + place] != text.utf8Start[place] {
            return false
        }
        return true
    }
}

extension String {
    /// Whether it is these bytes, none of them replaced.
    @inline(__always)
    func equals(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var text = self
        return text.withUTF8 { $0.count == bytes.count && bytes.holds($0, at: 0) }
    }
}
