/// What keeps a compressed body from being read.
enum CodingProblem: String {
    case damaged, tooLong
    /// A coding that was not asked for.
    case unknownEncoding
    case noZlib
    /// What was undone is compressed again.
    case twice
}

/// Why compressed bytes cannot be read, and what they gave before that.
struct InflateProblem: Error {
    var kind: CodingProblem
    var before: [UInt8]

    init(_ kind: CodingProblem, before: [UInt8]) {
        self.kind = kind
        self.before = before
    }
}

/// Undoes gzip (RFC 1952), zlib (RFC 1950) and bare deflate (RFC 1951), piece by piece, with zlib.
///
/// What it gives is bounded, so that a small body cannot become an endless one. Checksums are not
/// looked at: JSON and its reader notice damage, and a cut stream shall give what it has.
struct Inflater: Sendable {
    enum Format: Sendable { case gzip, zlib, raw }

    /// What `next` gives at most: a small body can become a thousand times as long, and is never
    /// held so.
    static let portion = 1 << 16

    private enum Stage {
        case within
        /// A member of a gzip file is over: another one may follow (RFC 1952, 2.2).
        case between
        case finished
    }

    private let format: Format
    private let limit: Int
    private var stream: InflateStream?
    private var stage = Stage.within
    /// Compressed bytes that were not taken yet, from `taken` on.
    private var input: [UInt8] = []
    private var taken = 0
    private var total = 0

    init(_ format: Format, limit: Int) {
        self.format = format
        self.limit = limit
        stream = InflateStream(format)
    }

    /// Takes the next compressed bytes; `next` gives what they became.
    mutating func add(_ bytes: [UInt8]) {
        // What follows the last member is not kept.
        if case .finished = stage { return }
        if taken == input.count {
            (input, taken) = (bytes, 0)
        } else {
            input.removeFirst(taken)
            taken = 0
            input += bytes
        }
    }

    /// The next bytes of what was compressed; none when more has to come first.
    mutating func next() throws(InflateProblem) -> [UInt8] {
        guard stream != nil else { throw InflateProblem(.noZlib, before: []) }
        while isReady {
            let (output, outcome) = inflate()
            if total > limit {
                let kept = output.count - (total - limit)
                throw InflateProblem(.tooLong, before: Array(output.prefix(max(0, kept))))
            }
            switch outcome {
            case .goesOn: break
            case .ended: endMember()
            case .damaged:
                stage = .finished
                throw InflateProblem(.damaged, before: output)
            }
            if !output.isEmpty { return output }
            if case .goesOn = outcome { return [] }
        }
        return []
    }

    /// Whether there is something to inflate. Output may be waiting where all input is taken.
    private var isReady: Bool {
        mutating get {
            switch stage {
            case .within: return true
            case .finished: return false
            case .between: return beginsMember()
            }
        }
    }

    private mutating func inflate() -> ([UInt8], InflateStream.Outcome) {
        makeOwnStream()
        var outcome = InflateStream.Outcome.damaged
        let output = [UInt8](unsafeUninitializedCapacity: Self.portion) { room, count in
            input.withUnsafeBufferPointer { input in
                let rest = UnsafeBufferPointer(rebasing: input[taken...])
                guard let step = stream?.inflate(rest, into: room) else { return }
                taken += step.taken
                (count, outcome) = (step.given, step.outcome)
            }
        }
        total += output.count
        return (output, outcome)
    }

    /// Two inflaters that were one go on apart.
    private mutating func makeOwnStream() {
        if !isKnownUniquelyReferenced(&stream) { stream = stream?.copy() }
    }

    private mutating func endMember() {
        stage = format == .gzip ? .between : .finished
    }

    /// What follows a whole member and is none itself is padding, and ignored.
    private mutating func beginsMember() -> Bool {
        let start = input[taken...].prefix(2)
        guard [0x1F, 0x8B].starts(with: start) else {
            (stage, input, taken) = (.finished, [], 0)
            return false
        }
        guard start.count == 2 else { return false }
        makeOwnStream()
        stream?.restart()
        stage = .within
        return true
    }
}
