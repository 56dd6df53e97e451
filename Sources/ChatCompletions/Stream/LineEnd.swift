extension UnsafeBufferPointer<UInt8> {
    /// The place of the next CR or LF at or after `start`; `count` when there is none.
    func lineEnd(from start: Int) -> Int {
        var place = start
        let raw = UnsafeRawBufferPointer(self)
        // Eight bytes at a time: a byte that is zero after the exclusive or borrows from its top
        // bit. The lowest bit found is exact; those above it may not be.
        while place + 8 <= count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let found =
                Self.zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
                | Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < count, self[place] != 0x0A, self[place] != 0x0D { place += 1 }
        return place
    }

    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Whether these bytes are that ASCII text.
    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for place in 0..<count where self[place] != text.utf8Start[place] { return false }
        return true
    }
}
