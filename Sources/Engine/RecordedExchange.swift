import ChatCompletions
import Conversations
import SessionLibrary

/// An exchange from the library as the events that it was when it happened, a part at a time: all of
/// them may be more than the memory should hold.
struct RecordedExchange {
    private enum Stage { case beginning, reads, ending, over }

    private let stored: StoredExchange
    private var reader: AnswerReader
    private var stage = Stage.beginning
    private var waiting: ArraySlice<StoredRead> = []
    /// The number of the next read to be taken.
    private(set) var nextRead = 0
    private var time = Duration.zero
    private var extra = 0

    init(_ stored: StoredExchange) {
        self.stored = stored
        time = stored.head?.time ?? .zero
        reader = AnswerReader(
            streamRequested: true, status: stored.head?.status ?? 0,
            headers: stored.head?.headers ?? [], url: stored.request?.url ?? "",
            limits: .workbench)
    }

    var settings: LaneSettings { stored.settings }

    var isOver: Bool { if case .over = stage { true } else { false } }

    /// Whether `next` has nothing before more reads are taken.
    var needsReads: Bool {
        if case .reads = stage { waiting.isEmpty && !reader.hasMore } else { false }
    }

    /// Takes the next reads; none when there are no more.
    mutating func take(_ reads: [StoredRead]) {
        waiting = reads[...]
        nextRead += reads.count
        if reads.isEmpty { stage = .ending }
    }

    /// The next of its events.
    mutating func next() -> [ExchangeEvent] {
        switch stage {
        case .beginning: return begin()
        case .reads: return readOn()
        case .ending: return end()
        case .over: return []
        }
    }

    private mutating func begin() -> [ExchangeEvent] {
        let request = stored.request.map { [ExchangeEvent.request($0)] } ?? []
        guard let head = stored.head else {
            stage = .over
            return request + ending
        }
        stage = .reads
        return request + [.head(head)]
    }

    private mutating func readOn() -> [ExchangeEvent] {
        var events: [ExchangeEvent] = []
        var count = 0
        while count < Self.portion, !needsReads {
            guard let read = nextMeaning() else { continue }
            events.append(.read(read))
            count += read.events.count + 1
        }
        return events
    }

    private static let portion = 1024

    /// What the next read means, or more of what the last one became.
    private mutating func nextMeaning() -> WireRead? {
        if reader.hasMore {
            let more = reader.readOn()
            extra += more.count
            return extra < Self.mostExtra ? WireRead(time: time, bytes: [], events: more) : nil
        }
        guard let read = waiting.popFirst() else { return nil }
        time = read.time
        let found = reader.start(reading: read.bytes, at: time)
        return WireRead(time: time, bytes: read.bytes, events: found)
    }

    /// Of what a few compressed bytes became no more is shown again.
    private static let mostExtra = 100_000

    private mutating func end() -> [ExchangeEvent] {
        stage = .over
        let rest = reader.end(transportFailure: stored.end?.failure, at: time).events
        if rest.isEmpty { return ending }
        return [.read(WireRead(time: time, bytes: [], events: rest))] + ending
    }

    private var ending: [ExchangeEvent] { stored.end.map { [.ended($0)] } ?? [] }
}
