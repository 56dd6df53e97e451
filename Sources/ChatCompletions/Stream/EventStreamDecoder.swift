/// Turns the bytes of an event stream into events, however the bytes are cut.
///
/// ```swift
/// var decoder = EventStreamDecoder()
/// decoder.feed(Array("data: Hel".utf8))      // []
/// decoder.feed(Array("lo\n\n".utf8))         // [.event(…data: "Hello"…)]
/// ```
///
/// The rules are those of the HTML Standard, sections 9.2.5 and 9.2.6: LF, CR and CRLF end a line
/// and nothing else does; one BOM at the very start is dropped; a broken UTF-8 sequence becomes
/// U+FFFD. Each byte is looked at once. What is held never exceeds the limit.
public struct EventStreamDecoder: Sendable {
    /// What the bytes held, in their order.
    public enum Item: Sendable, Hashable {
        case event(ServerSentEvent)
        /// A whole comment line: the text after its colon as it stands.
        case comment(String)
        /// A valid reconnection time, in milliseconds.
        case retry(Int)
        /// An event beyond the limit was dropped; so many bytes.
        case oversized(Int)
    }

    /// The last event ID string that a blank line committed.
    public internal(set) var lastEventID = ""
    /// The last valid reconnection time, in milliseconds.
    public internal(set) var retry: Int?

    let limit: Int
    /// A line whose end has not come yet.
    var line: [UInt8] = []
    /// The data lines of the event so far, each with a line feed.
    var data: [UInt8] = []
    /// The event's only data line so far, where it lies in the bytes that are being read.
    var dataHere: Range<Int>?
    var type = ""
    var idBuffer = ""
    var isAfterCR = false
    var isFirstLine = true
    /// How many bytes of the current event were dropped for being too many.
    var dropped = 0
    /// How many bytes of the body came before those that are being read.
    var base = 0
    /// Where in the body the line begins whose end has not come yet.
    var lineStart = 0
    /// Where in the body the lines of the event so far stand; below zero when it has none.
    var blockStart = -1
    var blockEnd = 0
    /// Where in the body that stands which was found last: its lines, without the last one's end.
    ///
    /// Whether a line end has one byte or two is not known before the next byte, so no span depends
    /// on it.
    var span = 0..<0
    /// What was taken that the standard has otherwise, or hardly any server sends.
    var oddities = OddityMask()
    /// Where the first line end was that is a lone CR.
    var loneCR: Int?

    /// Where in the body the lines begin that are no event yet.
    var restStart: Int { blockStart >= 0 ? blockStart : line.isEmpty ? base : lineStart }

    /// - Parameter limit: how many bytes one event may have, its longest line included.
    public init(limit: Int = 8 << 20) { self.limit = limit }

    /// Takes the next bytes, any number of them, and gives what they completed.
    public mutating func feed(_ bytes: [UInt8]) -> [Item] {
        bytes.withUnsafeBufferPointer { bytes in
            var items: [Item] = []
            var place = 0
            while let found = next(in: bytes, from: &place) {
                items.append(Item(found, in: bytes, id: lastEventID))
            }
            return items
        }
    }

    /// The body has ended: gives the event that only lacks its closing blank line.
    ///
    /// The standard throws it away; a chat client wants to know of it.
    public mutating func finish() -> ServerSentEvent? {
        if dropped == 0, !line.isEmpty {
            let rest = line
            _ = rest.withUnsafeBufferPointer {
                take($0, at: nil, from: lineStart, isWhole: false)
            }
        }
        var event: ServerSentEvent?
        if dropped == 0, !data.isEmpty {
            let text = String(decoding: data.dropLast(), as: UTF8.self)
            event = ServerSentEvent(type: type.isEmpty ? "message" : type, data: text, id: idBuffer)
            endBlock()
        }
        if isAfterCR { noteLoneCR(at: base - 1) }
        self = Self(after: self)
        return event
    }

    /// What is left of a decoder when the body has ended.
    private init(after ended: Self) {
        limit = ended.limit
        lastEventID = ended.lastEventID
        retry = ended.retry
        (span, oddities, loneCR) = (ended.span, ended.oddities, ended.loneCR)
    }
}

extension EventStreamDecoder {
    /// What was found in the bytes, before anything is made of an event's data.
    enum Found {
        /// The type is empty when the stream named none.
        case event(type: String, EventData)
        case comment(String)
        case retry(Int)
        case oversized(Int)
    }

    /// An event's data: most of it is one line, and is read where it lies.
    enum EventData {
        case here(Range<Int>)
        case held([UInt8])

        /// - Parameter bytes: those in which the event was found.
        @inline(__always)
        func read<Value>(
            in bytes: UnsafeBufferPointer<UInt8>,
            _ body: (UnsafeBufferPointer<UInt8>) -> Value
        ) -> Value {
            switch self {
            case .here(let range): body(UnsafeBufferPointer(rebasing: bytes[range]))
            case .held(let data): data.withUnsafeBufferPointer(body)
            }
        }
    }
}

extension EventStreamDecoder.Item {
    fileprivate init(
        _ found: EventStreamDecoder.Found,
        in bytes: UnsafeBufferPointer<UInt8>,
        id: String
    ) {
        switch found {
        case .event(let type, let data):
            let text = data.read(in: bytes) { String(decoding: $0, as: UTF8.self) }
            let name = type.isEmpty ? "message" : type
            self = .event(ServerSentEvent(type: name, data: text, id: id))
        case .comment(let text): self = .comment(text)
        case .retry(let time): self = .retry(time)
        case .oversized(let count): self = .oversized(count)
        }
    }
}
