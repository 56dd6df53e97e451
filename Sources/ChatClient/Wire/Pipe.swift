internal import ChatCompletions
internal import Synchronization

/// What has come from the wire and was not read yet: one stretch of bytes and its division.
struct Delivery: Sendable {
    var head: ResponseHead?
    var bytes: [UInt8] = []
    var reads: [Read] = []
    var end: TransferEnd?
    /// The transfer was paused for its reader, who has now made room.
    var makesRoom = false

    /// A read's place: the bytes up to `end` that no earlier read has.
    struct Read: Sendable {
        var time: Instant
        var end: Int
    }

    var isEmpty: Bool { head == nil && reads.isEmpty && end == nil }
    /// In bytes of memory, so that many tiny reads count as well.
    var weight: Int { bytes.count + reads.count * MemoryLayout<Read>.stride }

    /// Makes the last read longer by what came right after it; false, and nothing, when there is
    /// none or it is long enough.
    mutating func extendRead(by more: UnsafeRawBufferPointer) -> Bool {
        guard !reads.isEmpty else { return false }
        let start = reads.count > 1 ? reads[reads.count - 2].end : 0
        guard bytes.count - start + more.count <= Self.longRead else { return false }
        bytes.append(contentsOf: more)
        reads[reads.count - 1].end = bytes.count
        return true
    }

    static var longRead: Int { 64 << 10 }

    mutating func append(_ other: Delivery) {
        if isEmpty {
            self = other
            return
        }
        let offset = bytes.count
        head = head ?? other.head
        bytes += other.bytes
        reads += other.reads.lazy.map { Read(time: $0.time, end: $0.end + offset) }
        end = end ?? other.end
    }

    mutating func removeEmptyReads() {
        var last = 0
        reads.removeAll { read in
            defer { last = read.end }
            return read.end == last
        }
    }
}

/// How the transfer itself went, before anybody looked at the answer.
struct TransferEnd: Sendable {
    var failure: Failure?
    var timings: Timings
}

/// The place between the curl thread, which puts, and the exchange's reader, who takes.
final class Pipe: Sendable {
    private struct State {
        var waiting = Delivery()
        var isPaused = false
        var isDecoding = false
        var progress = Progress.none
        var readers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Adds to what waits and wakes the reader.
    ///
    /// - Parameter paused: The transfer holds still until the reader has taken what waits.
    /// - Returns: Whether something waits. When nothing does, the reader was quicker, and nobody
    ///   would ever wake a paused transfer.
    @discardableResult
    func put(_ delivery: Delivery, paused: Bool = false) -> Bool {
        let (readers, waits) = state.withLock { state in
            state.waiting.append(delivery)
            let waits = !state.waiting.isEmpty
            state.isPaused = waits && (state.isPaused || paused)
            defer { state.readers = [] }
            return (state.readers, waits)
        }
        for reader in readers { reader.resume() }
        return waits
    }

    /// Everything that waits, once there is something.
    func next() async -> Delivery {
        while true {
            if let delivery = take() { return delivery }
            await withCheckedContinuation { continuation in
                let isLate = state.withLock { state in
                    if state.waiting.isEmpty { state.readers.append(continuation) }
                    return !state.waiting.isEmpty
                }
                if isLate { continuation.resume() }
            }
        }
    }

    private func take() -> Delivery? {
        state.withLock { state in
            if state.waiting.isEmpty { return nil }
            var taken = Delivery()
            swap(&taken, &state.waiting)
            taken.makesRoom = state.isPaused
            state.isPaused = false
            state.isDecoding = true
            return taken
        }
    }
}

extension Pipe {
    var weight: Int { state.withLock { $0.waiting.weight } }

    /// How far the answer is, as its reader judged.
    enum Progress: Sendable {
        case none
        /// It last got on then.
        case at(Instant)
        /// Nothing more is needed since then, but figures may follow.
        case whole(Instant)
        /// Nothing more of the answer can come since then.
        case done(Instant)
        /// Something came that its reader did not look at yet.
        case unknown

        var isWhole: Bool {
            switch self {
            case .whole, .done: true
            case .none, .at, .unknown: false
            }
        }
    }

    var progress: Progress {
        state.withLock { state in
            state.waiting.isEmpty && !state.isDecoding ? state.progress : .unknown
        }
    }

    func extendLimits(from time: Instant) {
        state.withLock { state in
            if state.progress.isWhole { return }
            state.progress = .at(time)
        }
    }

    /// Time counts from here, not from the arrival: a reader who was behind made the server wait.
    func finishDecoding(_ verdict: ExchangeReader.Verdict) {
        let now = Instant.now
        state.withLock { state in
            state.isDecoding = false
            if verdict.gotOn { state.progress = verdict.progress(at: now) }
        }
    }
}

extension ExchangeReader.Verdict {
    fileprivate func progress(at time: Instant) -> Pipe.Progress {
        if isDone { return .done(time) }
        return isWhole ? .whole(time) : .at(time)
    }
}
