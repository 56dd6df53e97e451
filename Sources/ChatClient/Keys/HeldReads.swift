internal import ChatCompletions

/// Reads that are held back, with their events, and moments of the reader from which they can be
/// read again.
struct HeldReads: Sendable {
    private struct Moment {
        var reader: AnswerReader
        /// What of the body it has read.
        var place: Int
    }

    private var reads: ArraySlice<WireRead> = []
    /// Where in the body the first of them begins.
    private var start = 0
    /// In bytes.
    private(set) var count = 0
    /// The first of them is before all that is held.
    private var moments: [Moment] = []
    /// What was given out since the first of them.
    private var given: [UInt8] = []
    /// What was given out of the first event that was not given out as a whole.
    private var eventStart: [UInt8] = []
    /// Where in the body a quotation mark was found, or up to where there is none.
    private var quote: (place: Int, isThere: Bool) = (0, false)

    /// So far apart moments are: what is read again is little, and they are few.
    private static let distance = 4096

    var isEmpty: Bool { reads.isEmpty }
    var events: [StreamEvent] { reads.flatMap(\.events) }

    /// The reader is about to read on.
    mutating func note(_ reader: AnswerReader?) {
        if reads.isEmpty {
            given.removeAll(keepingCapacity: true)
            moments.removeAll(keepingCapacity: true)
        } else if let last = moments.last, start + count - last.place < Self.distance {
            return
        }
        guard let copy = reader?.withoutTexts else { return }
        moments.append(Moment(reader: copy, place: start + count))
    }

    /// Whether nothing is held, and a read ends where an event does.
    func isDone(with read: WireRead, upTo rest: Int) -> Bool {
        reads.isEmpty && start + read.bytes.count <= rest
    }

    /// Counts a read that is given out at once.
    mutating func skip(_ read: WireRead) -> WireRead {
        start += read.bytes.count
        eventStart = []
        return read
    }

    mutating func add(_ read: WireRead) {
        if read.bytes.isEmpty, read.events.isEmpty { return }
        reads.append(read)
        count += read.bytes.count
    }

    mutating func addToLast(_ events: [StreamEvent]) {
        if let last = reads.indices.last { reads[last].events += events }
    }

    // MARK: Giving out

    /// All of them.
    mutating func release() -> [WireRead] {
        let all = Array(reads)
        (start, count, reads) = (start + count, 0, [])
        return all
    }

    /// What stands before a place in the body.
    ///
    /// - Parameter rest: where the first event begins that is not given out as a whole.
    mutating func release(upTo end: Int, events rest: Int) -> [WireRead] {
        var released: [WireRead] = []
        while let first = reads.popFirst() {
            let (part, later) = first.split(at: max(0, end - start), eventsUpTo: end)
            if let part {
                released.append(part)
                giveOut(part.bytes)
            }
            if let later {
                reads = [later] + reads
                break
            }
        }
        eventStart.removeFirst(max(0, eventStart.count - max(0, start - rest)))
        return released
    }

    /// Where the first string of an event begins that is not whole: before it there is no key.
    mutating func firstQuote(from rest: Int) -> Int {
        if quote.isThere, quote.place >= rest { return quote.place }
        let from = max(rest, quote.isThere ? rest : quote.place)
        quote = (start + count, false)
        var end = start + count
        for read in reads.reversed() where end > from {
            let begin = end - read.bytes.count
            let bytes = read.bytes.dropFirst(max(0, from - begin))
            if let found = bytes.firstIndex(of: UInt8(ascii: "\"")) {
                quote = (begin + found, true)
            }
            end = begin
        }
        return quote.place
    }

    private mutating func giveOut(_ bytes: [UInt8]) {
        given += bytes
        eventStart += bytes
        (start, count) = (start + bytes.count, count - bytes.count)
        while moments.count > 1, moments[1].place <= start {
            given.removeFirst(moments[1].place - moments[0].place)
            moments.removeFirst()
        }
    }

    // MARK: Writing anew

    /// Puts other bytes in place of those of some events: they come with the read that completed them.
    ///
    /// - Parameter text: an event's bytes anew. What was given out is given out: they begin alike, up
    ///   to the first string.
    mutating func rewrite(_ numbers: Set<Int>, _ text: (StreamEvent, [UInt8]) -> [UInt8]) {
        var body = reads.flatMap(\.bytes)
        var ends: [Int] = []
        for read in reads { ends.append((ends.last ?? 0) + read.bytes.count) }
        for event in events.reversed() where numbers.contains(event.number) {
            guard let span = event.span else { continue }
            let place = max(0, span.lowerBound - start)..<(span.upperBound - start)
            let before = eventStart.suffix(max(0, start - span.lowerBound))
            let new = text(event, Array(before) + body[place]).dropFirst(before.count)
            body.replaceSubrange(place, with: new)
            let growth = new.count - place.count
            ends = ends.map {
                $0 >= place.upperBound ? $0 + growth : min($0, place.lowerBound)
            }
        }
        var begin = 0
        for (place, end) in zip(reads.indices, ends) {
            reads[place].bytes = Array(body[begin..<end])
            begin = end
        }
        count = body.count
        quote = (start, false)
    }

    /// Reads again what is held, from the moment before it; what it says replaces what was said.
    ///
    /// - Parameter end: gives the events of the end; they are those of the last read.
    mutating func readAgain(_ end: ((inout AnswerReader?) -> [StreamEvent])?) -> AnswerReader? {
        guard let moment = moments.first else { return nil }
        moments = [moment]
        var reader: AnswerReader? = moment.reader
        // What that says was given out.
        _ = reader?.read(given, at: .zero)
        for place in reads.indices {
            let read = reads[place]
            reads[place].events = reader?.read(read.bytes, at: read.time) ?? []
        }
        if let end, let last = reads.indices.last { reads[last].events += end(&reader) }
        return reader
    }
}

extension WireRead {
    /// - Parameters:
    ///   - count: how many of its bytes come first.
    ///   - end: where in the body the events end that come first, too.
    fileprivate func split(
        at count: Int, eventsUpTo end: Int
    ) -> (first: WireRead?, rest: WireRead?) {
        let later = events.firstIndex { ($0.span?.upperBound ?? 0) > end } ?? events.count
        if count >= bytes.count, later == events.count { return (self, nil) }
        let first = WireRead(
            time: time, bytes: Array(bytes.prefix(count)), events: Array(events[..<later]))
        let rest = WireRead(
            time: time, bytes: Array(bytes.dropFirst(count)), events: Array(events[later...]))
        return (first.bytes.isEmpty && first.events.isEmpty ? nil : first, rest)
    }
}
