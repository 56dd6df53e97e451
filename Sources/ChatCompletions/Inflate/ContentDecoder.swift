/// Undoes the content encoding of a body, whether or not a header names it.
struct ContentDecoder: Sendable {
    private enum State {
        /// Not enough bytes yet to tell.
        case undecided([UInt8])
        case plain
        case inflating
        /// Compressed in a way that cannot be undone, which is still to be said.
        case unknown
        case finished
    }

    private let encoding: String
    private let limit: Int
    private var state = State.undecided([])
    /// What undoes the encoding, once that is known.
    private var inflater: Inflater?
    /// Bytes that need no decoding and were not taken yet.
    private var fresh: [UInt8] = []
    /// How many of them were taken.
    private var taken = 0
    /// What of the encoding and its header is not as it should be.
    private(set) var oddities = OddityMask()

    init(_ headers: [Header], limit: Int) {
        let header = headers.first { $0.name.lowercased() == "content-encoding" }
        encoding = header?.value.trimmed.lowercased() ?? ""
        self.limit = limit
    }

    /// Takes the next bytes of the body; `next` gives what they become.
    mutating func add(_ bytes: [UInt8]) {
        switch state {
        case .finished, .unknown: break
        case .plain: append(bytes)
        case .undecided(let start): decide(start + bytes, isAll: false)
        case .inflating: inflater?.add(bytes)
        }
    }

    /// Whether the body turned out not to be encoded.
    var isPlain: Bool { if case .plain = state { true } else { false } }

    /// Whether `next` has nothing to give before more comes.
    var isDrained: Bool {
        switch state {
        case .plain: fresh.isEmpty
        case .inflating: false
        case .undecided, .unknown, .finished: true
        }
    }

    /// The next bytes, a portion at a time; none when more has to come first.
    mutating func next() throws(InflateProblem) -> [UInt8] {
        switch state {
        case .undecided, .finished: return []
        case .unknown:
            state = .finished
            throw InflateProblem(.unknownEncoding, before: [])
        case .plain: return takePlain()
        case .inflating: return try inflated()
        }
    }

    private mutating func inflated() throws(InflateProblem) -> [UInt8] {
        do throws(InflateProblem) {
            return try inflater?.next() ?? []
        } catch {
            (state, inflater) = (.finished, nil)
            throw error
        }
    }

    /// The body has ended: what was held back is all there is.
    mutating func finish() {
        guard case .undecided(let start) = state, !start.isEmpty else { return }
        decide(start, isAll: true)
    }

    private mutating func append(_ bytes: [UInt8]) {
        if fresh.isEmpty { fresh = bytes } else { fresh += bytes }
    }

    private mutating func takePlain() -> [UInt8] {
        let end = min(fresh.count, taken + Inflater.portion)
        if taken == 0, end == fresh.count {
            var all: [UInt8] = []
            swap(&all, &fresh)
            return all
        }
        let piece = Array(fresh[taken..<end])
        taken = end
        if taken == fresh.count { (fresh, taken) = ([], 0) }
        return piece
    }

    /// What is decided depends on a number of bytes that is always the same, however they come.
    private mutating func decide(_ start: [UInt8], isAll: Bool) {
        let needed = encoding == "deflate" ? 8 : encoding.isEmpty && start.first != 0x1F ? 1 : 2
        guard start.count >= needed || isAll else {
            state = .undecided(start)
            return
        }
        if let format = format(of: start) {
            if encoding.isEmpty { oddities.insert(.undeclaredCoding) }
            if format == .raw { oddities.insert(.rawDeflate) }
            state = .inflating
            inflater = Inflater(format, limit: limit)
        } else if encoding.contains("br") || encoding.contains("zstd") {
            state = .unknown
        } else {
            if !isPlainByName { oddities.insert(.falseCoding) }
            state = .plain
        }
        add(start)
    }

    /// One that was undone by the client is named `gzip, undone`.
    private var isPlainByName: Bool {
        encoding.isEmpty || encoding == "identity" || encoding.hasSuffix("undone")
    }

    /// The bytes decide where they can; a header may be there without its encoding.
    private func format(of start: [UInt8]) -> Inflater.Format? {
        guard start.count >= 2 else { return nil }
        if start[0] == 0x1F, start[1] == 0x8B { return .gzip }
        guard encoding == "deflate" else { return nil }
        let isZlib = start[0] & 0x0F == 8 && (Int(start[0]) << 8 | Int(start[1])) % 31 == 0
        // Some servers mean raw deflate by the name.
        let isText = start.prefix(8).allSatisfy {
            $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x0D
        }
        return isZlib ? .zlib : isText ? nil : .raw
    }
}
