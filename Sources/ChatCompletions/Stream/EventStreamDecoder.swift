/// An event of an event stream.
public struct ServerSentEvent: Sendable, Hashable {
    /// `message` when the stream names none.
    public var type: String
    /// The data lines, joined by line feeds.
    public var data: String
    /// The last event ID string when the event was dispatched; empty when there is none.
    public var id: String

    /// An event with its data.
    public init(type: String = "message", data: String, id: String = "") {
        self.type = type
        self.data = data
        self.id = id
    }
}

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
    public private(set) var lastEventID = ""
    /// The last valid reconnection time, in milliseconds.
    public private(set) var retry: Int?

    private let limit: Int
    /// A line whose end has not come yet.
    private var line: [UInt8] = []
    /// The data lines of the event so far, each with a line feed.
    private var data: [UInt8] = []
    private var type = ""
    private var idBuffer = ""
    private var isAfterCR = false
    private var isFirstLine = true
    /// How many bytes of the current event were dropped for being too many.
    private(set) var dropped = 0

    /// - Parameter limit: how many bytes one event may have, its longest line included.
    public init(limit: Int = 8 << 20) { self.limit = limit }

    /// Takes the next bytes, any number of them, and gives what they completed.
    public mutating func feed(_ bytes: [UInt8]) -> [Item] {
        bytes.withUnsafeBufferPointer { feed($0) }
    }

    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> [Item] {
        var items: [Item] = []
        var start = 0
        if isAfterCR, let first = bytes.first {
            isAfterCR = false
            if first == UInt8(ascii: "\n") { start = 1 }
        }
        while start < bytes.count {
            let end = bytes.lineEnd(from: start)
            let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
            guard end < bytes.count else {
                hold(piece)
                break
            }
            endLine(piece, into: &items)
            start = end + 1
            guard bytes[end] == UInt8(ascii: "\r") else { continue }
            if start == bytes.count {
                isAfterCR = true
            } else if bytes[start] == UInt8(ascii: "\n") {
                start += 1
            }
        }
        return items
    }

    /// The body has ended: gives the event that only lacks its closing blank line.
    ///
    /// The standard throws it away; a chat client wants to know of it.
    public mutating func finish() -> ServerSentEvent? {
        if dropped == 0, !line.isEmpty {
            var ignored: [Item] = []
            let rest = line
            rest.withUnsafeBufferPointer { take(withoutBOM($0), isWhole: false, into: &ignored) }
        }
        let event = data.isEmpty || dropped > 0 ? nil : event(id: idBuffer)
        self = Self(limit: limit, lastEventID: lastEventID, retry: retry)
        return event
    }

    private init(limit: Int, lastEventID: String, retry: Int?) {
        self.limit = limit
        self.lastEventID = lastEventID
        self.retry = retry
    }

    // MARK: Lines

    private mutating func hold(_ piece: UnsafeBufferPointer<UInt8>) {
        if dropped > 0 || isTooMuch(piece.count) {
            drop(piece.count)
            // One byte is kept, so that the line does not look empty when it ends.
            line = [UInt8(ascii: ":")]
        } else {
            line.append(contentsOf: piece)
        }
    }

    private func isTooMuch(_ more: Int) -> Bool { line.count + data.count + more > limit }

    private mutating func drop(_ more: Int) {
        dropped += line.count + data.count + more
        line = []
        data = []
    }

    private mutating func endLine(_ piece: UnsafeBufferPointer<UInt8>, into items: inout [Item]) {
        if dropped > 0 || isTooMuch(piece.count) {
            endDroppedLine(piece, into: &items)
        } else if line.isEmpty {
            take(withoutBOM(piece), isWhole: true, into: &items)
        } else {
            line.append(contentsOf: piece)
            let whole = line
            line.removeAll(keepingCapacity: whole.count < 1 << 16)
            whole.withUnsafeBufferPointer { take(withoutBOM($0), isWhole: true, into: &items) }
        }
        isFirstLine = false
    }

    private mutating func endDroppedLine(
        _ piece: UnsafeBufferPointer<UInt8>,
        into items: inout [Item]
    ) {
        if line.isEmpty, piece.isEmpty {
            items.append(.oversized(dropped))
            dropped = 0
            type = ""
            lastEventID = idBuffer
        } else {
            drop(piece.count)
        }
    }

    private func withoutBOM(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) else { return line }
        return UnsafeBufferPointer(rebasing: line[3...])
    }

    // MARK: Fields

    /// - Parameter isWhole: false for a line that the end of the body cut off.
    private mutating func take(
        _ line: UnsafeBufferPointer<UInt8>,
        isWhole: Bool,
        into items: inout [Item]
    ) {
        if line.isEmpty { return dispatch(into: &items) }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
        // Only one space after the colon is dropped (HTML Standard, 9.2.6).
        let hasSpace = colon + 1 < line.count && line[colon + 1] == UInt8(ascii: " ")
        let start = min(colon + (hasSpace ? 2 : 1), line.count)
        let value = UnsafeBufferPointer(rebasing: line[start...])
        switch UnsafeBufferPointer(rebasing: line[..<colon]) {
        case let name where name.isEmpty:
            if isWhole { items.append(.comment(text(line.dropFirst()))) }
        case let name where name.equals("data"):
            data.append(contentsOf: value)
            data.append(UInt8(ascii: "\n"))
        case let name where name.equals("event"): type = text(value[...])
        case let name where name.equals("id"):
            if !value.contains(0) { idBuffer = text(value[...]) }
        case let name where name.equals("retry") && isWhole: take(retry: value, into: &items)
        default: break
        }
    }

    private mutating func take(retry value: UnsafeBufferPointer<UInt8>, into items: inout [Item]) {
        guard value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let time = Int(text(value[...]))
        else {
            return
        }
        retry = time
        items.append(.retry(time))
    }

    private mutating func dispatch(into items: inout [Item]) {
        lastEventID = idBuffer
        if !data.isEmpty { items.append(.event(event(id: lastEventID))) }
        data.removeAll(keepingCapacity: data.count < 1 << 16)
        type = ""
    }

    private func event(id: String) -> ServerSentEvent {
        ServerSentEvent(
            type: type.isEmpty ? "message" : type,
            data: data.withUnsafeBufferPointer { text($0.dropLast()) },
            id: id
        )
    }

    private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
}
