/// Why compressed bytes cannot be read, and what they gave before that.
struct InflateProblem: Error {
    enum Kind: String {
        case damaged = "it is damaged"
        case tooLong = "it becomes too long"
        case unknownEncoding = "it is compressed in a way that was not asked for"
    }

    var kind: Kind
    var before: [UInt8]

    init(_ kind: Kind, before: [UInt8]) {
        self.kind = kind
        self.before = before
    }
}

/// Undoes deflate (RFC 1951) in its wrappings, gzip (RFC 1952) and zlib (RFC 1950), piece by piece.
///
/// What it gives is bounded, so that a small body cannot become an endless one. Checksums are not
/// looked at: JSON and its reader notice damage, and a cut stream shall give what it has.
struct Inflater: Sendable {
    enum Format: Sendable { case gzip, zlib, raw }

    private enum Stage {
        case header
        case blockHeader
        case stored(left: Int)
        case compressed(InflateTables)
        case trailer
        case finished
    }

    private let format: Format
    private var stage: Stage
    private var bits = BitReader()
    private var isLastBlock = false
    private var isFirstMember = true
    private var output: InflateOutput

    init(_ format: Format, limit: Int) {
        self.format = format
        stage = format == .raw ? .blockHeader : .header
        output = InflateOutput(limit: limit)
    }

    /// What `next` gives at most, but for a few bytes: a small body can become a thousand times
    /// as long, and is never held so.
    static let portion = 1 << 16

    /// Takes the next compressed bytes; `next` gives what they became.
    mutating func add(_ bytes: [UInt8]) {
        // What follows the last member is not kept.
        if case .finished = stage { return }
        bits.add(bytes)
    }

    /// The next bytes of what was compressed; none when more has to come first.
    mutating func next() throws(InflateProblem) -> [UInt8] {
        do throws(Stop) {
            while true { try step() }
        } catch {
            switch error {
            case .needsMore, .isFull: return output.take()
            case .damaged: throw InflateProblem(.damaged, before: output.take())
            case .tooLong: throw InflateProblem(.tooLong, before: output.take())
            }
        }
    }

    enum Stop: Error {
        case needsMore, damaged, tooLong
        /// There is enough to be taken first.
        case isFull
    }

    /// One step, or none at all when its bytes are not all there yet.
    private mutating func step() throws(Stop) {
        let place = bits.place
        let wasFirst = isFirstMember
        do throws(Stop) {
            switch stage {
            case .header: try readHeader()
            case .blockHeader: try readBlockHeader()
            case .stored(let left): try copyStored(left)
            case .compressed(let tables): try readSymbols(tables)
            case .trailer: try readTrailer()
            case .finished: throw Stop.needsMore
            }
        } catch {
            if error == .needsMore, !isWithinBlock {
                // No header is as long: one that never ends would be read again with each piece.
                if bits.bitsLeft > Self.longestHeader { throw .damaged }
                bits.place = place
                isFirstMember = wasFirst
            }
            throw error
        }
    }

    /// In bits: all optional fields of a gzip header, with a file's name of some kilobytes.
    private static let longestHeader = 1 << 20

    /// Within a block each symbol goes back to its own start.
    private var isWithinBlock: Bool {
        switch stage {
        case .compressed, .stored: true
        default: false
        }
    }

    // MARK: Wrappings

    private mutating func readHeader() throws(Stop) {
        if format == .zlib {
            _ = try bits.take(16)
        } else {
            guard try isGzip() else {
                stage = .finished
                return
            }
            try readGzipHeader()
        }
        stage = .blockHeader
    }

    /// What follows a whole member and is none itself is padding, and ignored.
    private mutating func isGzip() throws(Stop) -> Bool {
        let isGzip = try bits.take(16) == 0x8B1F
        if !isGzip, isFirstMember { throw .damaged }
        isFirstMember = false
        return isGzip
    }

    private mutating func readGzipHeader() throws(Stop) {
        guard try bits.take(8) == 8 else { throw .damaged }
        let flags = try bits.take(8)
        for _ in 0..<6 { _ = try bits.take(8) }
        if flags & 4 != 0 {
            for _ in 0..<(try bits.take(16)) { _ = try bits.take(8) }
        }
        for flag in [8, 16] where flags & flag != 0 {
            while try bits.take(8) != 0 {}
        }
        if flags & 2 != 0 { _ = try bits.take(16) }
    }

    private mutating func readTrailer() throws(Stop) {
        bits.skipToByte()
        if format == .zlib { for _ in 0..<4 { _ = try bits.take(8) } }
        guard format == .gzip else {
            stage = .finished
            return
        }
        for _ in 0..<8 { _ = try bits.take(8) }
        // Another member may follow (RFC 1952, 2.2).
        stage = .header
        isLastBlock = false
    }

    // MARK: Blocks

    private mutating func readBlockHeader() throws(Stop) {
        if isLastBlock {
            stage = .trailer
            return
        }
        let isLast = try bits.take(1) == 1
        switch try bits.take(2) {
        case 0:
            bits.skipToByte()
            let length = try bits.take(16)
            guard try bits.take(16) == ~length & 0xFFFF else { throw .damaged }
            stage = .stored(left: length)
        case 1: stage = .compressed(.fixed)
        case 2: stage = .compressed(try InflateTables(reading: &bits))
        default: throw .damaged
        }
        isLastBlock = isLast
    }

    private mutating func copyStored(_ left: Int) throws(Stop) {
        var left = left
        while left > 0 {
            guard !output.isFull, let byte = bits.nextByte() else {
                stage = .stored(left: left)
                throw output.isFull ? .isFull : .needsMore
            }
            try output.append(byte)
            left -= 1
        }
        stage = .blockHeader
    }

    private mutating func readSymbols(_ tables: InflateTables) throws(Stop) {
        while true {
            if output.isFull { throw .isFull }
            let place = bits.place
            do throws(Stop) {
                guard try tables.readSymbol(from: &bits, into: &output) else { break }
            } catch {
                if error == .needsMore { bits.place = place }
                throw error
            }
        }
        stage = .blockHeader
    }
}
