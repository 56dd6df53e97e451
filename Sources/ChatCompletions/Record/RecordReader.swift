/// Reads a recorded exchange again: gives the events that it was when it happened, a part at a time.
///
/// ```swift
/// var reader = RecordReader(record)
/// while !reader.isOver {
///     if reader.needsReads { reader.take(reads(from: reader.nextRead)) }
///     show(reader.next())
/// }
/// ```
///
/// It is a value: a copy is a moment from which reading can go on (`Checkpoints`).
public struct RecordReader: Sendable {
    private enum Stage { case beginning, reads, ending, over }

    /// What it reads.
    public let record: ExchangeRecord
    private var reader: AnswerReader
    private var stage = Stage.beginning
    private var waiting: ArraySlice<WireRead> = []
    /// The number of the next read to be taken, from 0.
    public private(set) var nextRead = 0
    /// The time of the last read, since the request began.
    public private(set) var time = Duration.zero
    /// How many bytes of the body were read.
    public private(set) var byteCount = 0

    /// - Parameter limits: those of the first reading; what was beyond them is no part of the answer.
    public init(_ record: ExchangeRecord, limits: AnswerReader.Limits = AnswerReader.Limits()) {
        self.record = record
        time = record.head?.time ?? .zero
        reader = AnswerReader(
            streamRequested: record.request?.asksForStream ?? true,
            status: record.head?.status ?? 0, headers: record.head?.headers ?? [],
            url: record.request?.url ?? "", limits: limits)
    }

    /// The answer as far as it was read.
    public var answer: Answer { reader.answer }

    /// What was odd, as far as it was read.
    public var oddities: Oddities { reader.oddities }

    /// Whether all was given.
    public var isOver: Bool { if case .over = stage { true } else { false } }

    /// Whether `next` has nothing before more reads are taken.
    public var needsReads: Bool {
        if case .reads = stage { waiting.isEmpty && !reader.hasMore } else { false }
    }

    /// Takes the next reads, with their times and bytes; none when there are no more.
    public mutating func take(_ reads: [WireRead]) {
        waiting += reads
        nextRead += reads.count
        if reads.isEmpty { stage = .ending }
    }

    /// The next of its events: about a thousand at most.
    public mutating func next() -> [ExchangeEvent] {
        switch stage {
        case .beginning: return begin()
        case .reads: return readOn()
        case .ending: return end()
        case .over: return []
        }
    }

    private mutating func begin() -> [ExchangeEvent] {
        let request = record.request.map { [ExchangeEvent.request($0)] } ?? []
        guard let head = record.head else {
            stage = .over
            return request + ending
        }
        stage = .reads
        return request + [.head(head)]
    }

    private mutating func readOn() -> [ExchangeEvent] {
        var events: [ExchangeEvent] = []
        var count = 0
        while count < Self.portion, let read = nextMeaning() {
            events.append(.read(read))
            count += read.events.count + 1
        }
        return events
    }

    private static let portion = 1024

    /// What the next read means, or more of what the last one became.
    private mutating func nextMeaning() -> WireRead? {
        if reader.hasMore { return WireRead(time: time, bytes: [], events: reader.readOn()) }
        guard var read = waiting.popFirst() else { return nil }
        time = read.time
        byteCount += read.bytes.count
        read.events = reader.start(reading: read.bytes, at: time)
        return read
    }

    private mutating func end() -> [ExchangeEvent] {
        stage = .over
        time = record.end?.timings.completed ?? time
        let rest = reader.end(transportFailure: record.end?.failure, at: time).events
        if rest.isEmpty { return ending }
        return [.read(WireRead(time: time, bytes: [], events: rest))] + ending
    }

    private var ending: [ExchangeEvent] {
        guard var end = record.end else { return [] }
        end.oddities = reader.oddities
        return [.ended(end)]
    }
}

// MARK: Moments

extension RecordReader {
    /// Whether it stands between two reads, with none of them waiting.
    var isBetweenReads: Bool { needsReads }

    /// About how much memory a copy takes, in bytes.
    var weight: Int { reader.weight }

    /// Reads on until so many reads are read, or there are no more. What they mean is not given.
    ///
    /// - Parameter reads: gives the next ones from a number on, some at a time.
    public mutating func advance<Problem: Error>(
        to count: Int, reads: (Int) throws(Problem) -> [WireRead]
    ) throws(Problem) {
        if case .beginning = stage { _ = next() }
        while !isOver {
            while !needsReads, !isOver { _ = next() }
            guard nextRead < count, !isOver else { return }
            take(Array(try reads(nextRead).prefix(count - nextRead)))
        }
    }
}
