/// The two codes of a block: one for bytes and lengths, one for distances (RFC 1951, 3.2).
struct InflateTables: Sendable {
    private let symbols: HuffmanCode
    private let distances: HuffmanCode

    private init(_ symbols: [UInt8], _ distances: [UInt8]) throws(Inflater.Stop) {
        self.symbols = try HuffmanCode(lengths: symbols)
        self.distances = try HuffmanCode(lengths: distances)
    }

    private init(symbols: HuffmanCode, distances: HuffmanCode) {
        self.symbols = symbols
        self.distances = distances
    }

    /// The codes that a block of type 1 uses (3.2.6).
    static let fixed = InflateTables(
        symbols: HuffmanCode(
            complete: [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
                + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8)
        ),
        distances: HuffmanCode(complete: [UInt8](repeating: 5, count: 32))
    )

    private static let lengthOrder = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]

    /// Reads the codes of a block of type 2 (3.2.7).
    init(reading bits: inout BitReader) throws(Inflater.Stop) {
        let symbolCount = try bits.take(5) + 257
        let distanceCount = try bits.take(5) + 1
        let lengthCount = try bits.take(4) + 4
        var lengthLengths = [UInt8](repeating: 0, count: 19)
        for place in Self.lengthOrder.prefix(lengthCount) {
            lengthLengths[place] = UInt8(try bits.take(3))
        }
        let code = try HuffmanCode(lengths: lengthLengths)
        let count = symbolCount + distanceCount
        let lengths = try Self.readLengths(count, code, from: &bits)
        try self.init(Array(lengths[..<symbolCount]), Array(lengths[symbolCount...]))
    }

    private static func readLengths(
        _ count: Int,
        _ code: HuffmanCode,
        from bits: inout BitReader
    ) throws(Inflater.Stop) -> [UInt8] {
        var lengths: [UInt8] = []
        while lengths.count < count {
            let symbol = try code.read(from: &bits)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw .damaged }
                lengths += [UInt8](repeating: last, count: try bits.take(2) + 3)
            case 17: lengths += [UInt8](repeating: 0, count: try bits.take(3) + 3)
            case 18: lengths += [UInt8](repeating: 0, count: try bits.take(7) + 11)
            default: lengths.append(UInt8(symbol))
            }
        }
        guard lengths.count == count else { throw .damaged }
        return lengths
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
        2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ]

    /// Reads a byte, or a length and a distance; false at the block's end.
    func readSymbol(
        from bits: inout BitReader,
        into output: inout InflateOutput
    ) throws(Inflater.Stop) -> Bool {
        let symbol = try symbols.read(from: &bits)
        if symbol < 256 {
            try output.append(UInt8(symbol))
            return true
        }
        if symbol == 256 { return false }
        guard symbol - 257 < Self.lengthBases.count else { throw .damaged }
        let extra = try bits.take(Self.lengthBits[symbol - 257])
        let distance = try distances.read(from: &bits)
        guard distance < Self.distanceBases.count else { throw .damaged }
        let extraDistance = try bits.take(max(0, distance / 2 - 1))
        try output.copy(
            Self.lengthBases[symbol - 257] + extra,
            back: Self.distanceBases[distance] + extraDistance
        )
        return true
    }
}

/// A canonical Huffman code (RFC 1951, 3.2.2).
struct HuffmanCode: Sendable {
    private static let longest = 15
    /// How many codes there are of each length.
    private var counts = [Int](repeating: 0, count: longest + 1)
    /// The symbols in the order of their codes.
    private var symbols: [Int] = []

    /// - Throws: `damaged` when there are more codes than can be told apart.
    init(lengths: [UInt8]) throws(Inflater.Stop) {
        self.init(complete: lengths)
        var free = 1
        for length in 1...Self.longest {
            free = free * 2 - counts[length]
            if free < 0 { throw .damaged }
        }
    }

    /// From lengths that are known to be right.
    init(complete lengths: [UInt8]) {
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        for length in 1...Self.longest where counts[length] > 0 {
            symbols += lengths.indices.filter { Int(lengths[$0]) == length }
        }
    }

    func read(from bits: inout BitReader) throws(Inflater.Stop) -> Int {
        let window = bits.peek(Self.longest)
        var code = 0
        var first = 0
        var place = 0
        for length in 1...Self.longest {
            code |= window >> (length - 1) & 1
            let count = counts[length]
            if code - first < count {
                guard length <= bits.bitsLeft else { throw .needsMore }
                bits.place += length
                return symbols[place + code - first]
            }
            place += count
            first = (first + count) << 1
            code <<= 1
        }
        throw bits.bitsLeft < Self.longest ? .needsMore : .damaged
    }
}
