/// Undoes the content encoding of a body, whether or not a header names it.
struct ContentDecoder: Sendable {
    private enum State {
        /// Not enough bytes yet to tell.
        case undecided([UInt8])
        case plain
        case inflating(Inflater)
        case finished
    }

    private let encoding: String
    private let limit: Int
    private var state = State.undecided([])

    init(_ headers: [Header], limit: Int) {
        let header = headers.first { $0.name.lowercased() == "content-encoding" }
        encoding = header?.value.trimmed.lowercased() ?? ""
        self.limit = limit
    }

    /// The bytes in pieces that stay small when they are inflated: a thousandfold is usual for
    /// bytes that mean harm.
    func pieces(of bytes: [UInt8]) -> [[UInt8]] {
        if case .plain = state { return [bytes] }
        return stride(from: 0, to: bytes.count, by: 4096).map {
            Array(bytes[$0..<min(bytes.count, $0 + 4096)])
        }
    }

    mutating func feed(_ bytes: [UInt8]) throws(InflateProblem) -> [UInt8] {
        switch state {
        case .plain: return bytes
        case .finished: return []
        case .undecided(let start): return try decide(start + bytes)
        case .inflating(var inflater):
            state = .finished
            let output = try inflater.feed(bytes)
            state = .inflating(inflater)
            return output
        }
    }

    /// The body has ended: gives what was held back.
    mutating func finish() throws(InflateProblem) -> [UInt8] {
        guard case .undecided(let start) = state else { return [] }
        state = .plain
        return start
    }

    private mutating func decide(_ start: [UInt8]) throws(InflateProblem) -> [UInt8] {
        guard start.count >= 2 || (start.first != 0x1F && encoding.isEmpty) else {
            state = .undecided(start)
            return []
        }
        if let format = format(of: start) {
            state = .inflating(Inflater(format, limit: limit))
        } else if encoding.contains("br") || encoding.contains("zstd") {
            state = .finished
            throw InflateProblem(.unknownEncoding, before: [])
        } else {
            state = .plain
        }
        return try feed(start)
    }

    /// The bytes decide where they can; a header may be there without its encoding.
    private func format(of start: [UInt8]) -> Inflater.Format? {
        if start.count >= 2, start[0] == 0x1F, start[1] == 0x8B { return .gzip }
        guard encoding == "deflate" else { return nil }
        let isZlib = start[0] & 0x0F == 8 && (Int(start[0]) << 8 | Int(start[1])) % 31 == 0
        // Some servers mean raw deflate by the name.
        return isZlib ? .zlib : start.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? nil : .raw
    }
}
