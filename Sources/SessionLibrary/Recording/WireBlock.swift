import ChatCompletions
import GRDB

/// Some reads in a row, as one row of the table `wire`.
///
/// `marks` holds two numbers for each read: its time since the read before (since the request's
/// begin for a block's first read) in nanoseconds, and its length in bytes. They are LEB128; the
/// time is zigzag-coded first, since a clock may be set back.
struct WireBlock: Sendable, Hashable {
    /// Beyond this many bytes another block is begun, so that paging through reads stays cheap.
    static let capacity = 64 * 1024

    /// The number of its first read within the exchange.
    var first: Int
    var reads = 0
    var bytes: [UInt8] = []
    var marks: [UInt8] = []
    private var lastTime = 0

    /// - Parameter count: about how many bytes will come.
    init(first: Int, expecting count: Int = 0) {
        self.first = first
        bytes.reserveCapacity(count)
    }

    var hasRoom: Bool { bytes.count < Self.capacity }

    mutating func add(_ read: WireRead) {
        let time = read.time.nanoseconds
        let step = time &- lastTime
        lastTime = time
        marks.append(leb128: UInt64(bitPattern: Int64((step << 1) ^ (step >> 63))))
        marks.append(leb128: UInt64(read.bytes.count))
        bytes.append(contentsOf: read.bytes)
        reads += 1
    }

    func store(of exchange: Int, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO wire (exchange, first, reads, bytes, marks)
            VALUES (?, ?, ?, coalesce(?, x''), ?)
            """,
            [exchange, first, reads, Binding.bytes(bytes), Binding.bytes(marks)]
        )
    }

    /// The reads of a stored block.
    static func reads(first: Int, bytes: [UInt8], marks: [UInt8]) throws -> [StoredRead] {
        var reads: [StoredRead] = []
        var rest = marks[...]
        var time = 0
        var offset = 0
        while !rest.isEmpty {
            guard let step = rest.popLEB128(), let length = rest.popLEB128(),
                length <= UInt64(bytes.count - offset)
            else { throw LibraryProblem(.damaged, .boundaries) }
            time &+= Int(truncatingIfNeeded: step >> 1) ^ -Int(truncatingIfNeeded: step & 1)
            let end = offset + Int(length)
            reads.append(
                StoredRead(
                    number: first + reads.count,
                    time: .nanoseconds(time),
                    bytes: Array(bytes[offset..<end])
                )
            )
            offset = end
        }
        return reads
    }
}

extension [UInt8] {
    fileprivate mutating func append(leb128 value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func popLEB128() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = popFirst(), shift < 64 {
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
