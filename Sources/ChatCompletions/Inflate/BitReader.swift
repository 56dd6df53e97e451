/// Bits in deflate's order: the lowest bit of a byte first (RFC 1951, 3.1.1).
struct BitReader: Sendable {
    private var bytes: [UInt8] = []
    /// The next bit, counted from the first byte that is held.
    var place = 0

    mutating func add(_ more: [UInt8]) {
        let used = place / 8
        bytes.removeFirst(used)
        place -= used * 8
        bytes += more
    }

    /// The next bits, at most 16, as a number.
    mutating func take(_ count: Int) throws(Inflater.Stop) -> Int {
        guard place + count <= bytes.count * 8 else { throw .needsMore }
        let value = peek(count)
        place += count
        return value
    }

    /// The next bits without taking them; those beyond the end are 0.
    @inline(__always)
    func peek(_ count: Int) -> Int {
        let start = place / 8
        var word = 0
        for offset in 0..<3 where start + offset < bytes.count {
            word |= Int(bytes[start + offset]) << (offset * 8)
        }
        return word >> (place % 8) & (1 << count - 1)
    }

    var bitsLeft: Int { bytes.count * 8 - place }

    mutating func skipToByte() { place = (place + 7) / 8 * 8 }

    /// The next whole byte; the place must be at one.
    mutating func nextByte() -> UInt8? {
        guard place / 8 < bytes.count else { return nil }
        defer { place += 8 }
        return bytes[place / 8]
    }
}

/// What was inflated: the last 32 KiB, which may be referred to, and what was not taken yet.
struct InflateOutput: Sendable {
    private static let window = 1 << 15
    private var bytes: [UInt8] = []
    /// How many of the bytes have been taken.
    private var taken = 0
    private var total = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Whether there is a portion that was not taken yet.
    var isFull: Bool { bytes.count - taken >= Inflater.portion }

    mutating func append(_ byte: UInt8) throws(Inflater.Stop) {
        guard total < limit else { throw .tooLong }
        bytes.append(byte)
        total += 1
    }

    mutating func copy(_ length: Int, back distance: Int) throws(Inflater.Stop) {
        guard distance <= bytes.count else { throw .damaged }
        guard total + length <= limit else { throw .tooLong }
        total += length
        // Byte by byte: the copy may reach into itself.
        for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
    }

    mutating func take() -> [UInt8] {
        if taken == bytes.count { return [] }
        let fresh = Array(bytes[taken...])
        if bytes.count > 4 * Self.window { bytes.removeFirst(bytes.count - Self.window) }
        taken = bytes.count
        return fresh
    }
}
