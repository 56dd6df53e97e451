import ChatCompletions
import Conversations
import SessionLibrary

/// An exchange from the library, to be read again.
struct RecordedExchange {
    /// What it was sent with.
    let settings: LaneSettings
    private var reader: RecordReader

    init(_ stored: StoredExchange) {
        settings = stored.settings
        reader = RecordReader(
            ExchangeRecord(request: stored.request, head: stored.head, end: stored.end),
            limits: .workbench)
    }

    var isOver: Bool { reader.isOver }
    var needsReads: Bool { reader.needsReads }
    var nextRead: Int { reader.nextRead }

    mutating func take(_ reads: [StoredRead]) {
        reader.take(reads.map { WireRead(time: $0.time, bytes: $0.bytes) })
    }

    mutating func next() -> [ExchangeEvent] { reader.next() }
}
