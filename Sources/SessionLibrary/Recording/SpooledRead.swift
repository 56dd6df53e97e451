import ChatCompletions

/// A read as a spool keeps it: length, checksum, exchange, number, time, bytes.
struct SpooledRead: Sendable, Hashable {
    var exchange: ExchangeID
    var number: Int
    var read: WireRead

    init(exchange: ExchangeID, number: Int, _ read: WireRead) {
        self.exchange = exchange
        self.number = number
        self.read = WireRead(time: read.time, bytes: read.bytes)
    }

    func append(to bytes: inout [UInt8]) {
        var body = Array(exchange.rawValue.utf8.prefix(255))
        body.insert(UInt8(body.count), at: 0)
        body.append(word: UInt64(bitPattern: Int64(number)))
        body.append(word: UInt64(bitPattern: Int64(read.time.nanoseconds)))
        body += read.bytes
        bytes.append(word: UInt64(body.count))
        bytes.append(word: checksum(body[...]))
        bytes += body
    }

    /// The reads of a spool as far as they are whole: a process may be killed while it writes.
    static func all(in bytes: ArraySlice<UInt8>) -> [SpooledRead] {
        var rest = bytes
        var reads: [SpooledRead] = []
        while let length = rest.popWord(), let sum = rest.popWord(), length <= UInt64(rest.count) {
            let body = rest.prefix(Int(length))
            guard checksum(body) == sum, let read = SpooledRead(body) else { break }
            reads.append(read)
            rest = rest.dropFirst(Int(length))
        }
        return reads
    }

    private init?(_ body: ArraySlice<UInt8>) {
        var rest = body
        guard let count = rest.popFirst(), rest.count >= Int(count) else { return nil }
        exchange = ExchangeID(rawValue: String(decoding: rest.prefix(Int(count)), as: UTF8.self))
        rest = rest.dropFirst(Int(count))
        guard let number = rest.popWord(), let time = rest.popWord() else { return nil }
        self.number = Int(Int64(bitPattern: number))
        let nanoseconds = Int64(bitPattern: time)
        read = WireRead(time: .nanoseconds(nanoseconds), bytes: Array(rest))
    }
}

/// Who wrote a spool.
enum SpoolHeader {
    private static let mark = Array("fader spool 1\n".utf8)

    static func bytes(of owner: Owner) -> [UInt8] {
        var bytes = mark
        bytes.append(word: UInt64(owner.pid))
        bytes.append(word: UInt64(owner.started))
        bytes.append(word: UInt64(owner.boot.utf8.count))
        return bytes + owner.boot.utf8
    }

    /// The owner, and what comes after the header; `nil` for what is no spool.
    static func read(_ bytes: [UInt8]) -> (owner: Owner, rest: ArraySlice<UInt8>)? {
        guard bytes.starts(with: mark) else { return nil }
        var rest = bytes.dropFirst(mark.count)
        guard let pid = rest.popWord(), let started = rest.popWord(), let count = rest.popWord(),
            count <= UInt64(rest.count), pid <= .max / 2, started <= .max / 2
        else { return nil }
        let boot = String(decoding: rest.prefix(Int(count)), as: UTF8.self)
        let owner = Owner(pid: Int(pid), started: Int(started), boot: boot)
        return (owner, rest.dropFirst(Int(count)))
    }
}

/// FNV-1a over words of eight bytes: enough to tell a torn write from a whole one.
private func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBytes { bytes in
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            sum = (sum ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
        }
        for byte in bytes[whole...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return sum
}

extension [UInt8] {
    /// Eight bytes, the lowest first.
    fileprivate mutating func append(word: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func popWord() -> UInt64? {
        guard count >= 8 else { return nil }
        let word = prefix(8).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        self = dropFirst(8)
        return word
    }
}
