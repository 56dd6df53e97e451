import Corpora
import Testing

@testable import ChatCompletions

/// Every event knows its bytes.
@Suite struct SpanTests {
    @Test(arguments: Corpus.exchanges)
    func anEventsSpanIsItsText(example: ExchangeCase) {
        let body = uncoded(example)
        let reading = Reading(example, [example.body])
        check(reading.events, of: body)
        for pieces in cuttings(example.body) {
            #expect(Reading(example, pieces).events.map(\.span) == reading.events.map(\.span))
        }
    }

    /// Line ends of all kinds, comments in the middle, marks, ends that are missing.
    @Test(arguments: Corpus.streams)
    func aSpanIsTheSameHoweverAStreamIsCut(example: JSONValue) {
        let body = bytes(example["input_b64"])
        let events = Reading([body]).events
        check(events, of: body)
        for pieces in cuttings(body) {
            #expect(Reading(pieces).events.map(\.span) == events.map(\.span))
        }
    }

    @Test func commentsMayStandAmongTheLinesOfAnEvent() {
        let body = ": a\r\n\r\nid: 7\r\ndata: {\r\n: b\r\ndata: }\r\n\r\ndata: [DONE]\r\n\r\n"
        let bytes = Array(body.utf8)
        let texts = Reading(body).events.map { event in
            event.span.map { String(decoding: bytes[$0], as: UTF8.self) }
        }
        let whole = "id: 7\r\ndata: {\r\n: b\r\ndata: }"
        #expect(texts == [": a", ": b", whole, "data: [DONE]"])
    }

    @Test func anEventThatIsTooLongHasItsPlaceToo() {
        var limits = AnswerReader.Limits()
        limits.event = 20
        let long = "data: \(String(repeating: "x", count: 30))\nid: 1"
        let body = Array("data: 1\n\n\(long)\n\ndata: 2\n\n".utf8)
        for pieces in cuttings(body) {
            let spans = Reading(pieces, limits: limits).events.map(\.span)
            #expect(
                spans == [0..<7, 9..<(9 + long.utf8.count), (body.count - 9)..<(body.count - 2)])
        }
    }

    @Test func whatIsOneForAReadHasNoSpan() {
        let body = text("Hel") + text("lo") + ": c\n\n" + done
        let events = Reading([Array(body.utf8)], grain: .read).events
        #expect(events.filter { $0.kind == .data }.map(\.span) == [nil])
        #expect(events.filter { $0.kind != .data }.allSatisfy { $0.span != nil })
    }

    // MARK: What holds of every span

    private func uncoded(_ example: ExchangeCase) -> [UInt8] {
        var uncoder = BodyUncoder(example.headers, limit: 1 << 24)
        uncoder.add(example.body)
        uncoder.finish()
        var text: [UInt8] = []
        while case let more = uncoder.next(), !more.isEmpty { text += more }
        return text
    }

    private func check(_ events: [StreamEvent], of body: [UInt8]) {
        var end = 0
        for event in events {
            guard let span = event.span else {
                #expect(event.data.isEmpty)
                continue
            }
            #expect(span.upperBound <= body.count)
            if event.kind == .comment {
                #expect(span.lowerBound >= end)
            } else {
                #expect(span.lowerBound >= end || isAroundComments(span, events, upTo: end))
            }
            end = max(end, span.upperBound)
            #expect(saysTheSame(Array(body[span]), event), Comment(rawValue: event.data))
        }
        #expect(saysNothing(rest(of: body, without: events)))
    }

    /// Before an event's end comments among its lines may have been given.
    private func isAroundComments(
        _ span: Range<Int>, _ events: [StreamEvent], upTo end: Int
    ) -> Bool {
        events.contains { event in
            event.kind == .comment && event.span?.upperBound == end
                && event.span.map { span.contains($0.lowerBound) } ?? false
        }
    }

    /// The bytes by themselves are the event.
    private func saysTheSame(_ bytes: [UInt8], _ event: StreamEvent) -> Bool {
        if String(decoding: bytes, as: UTF8.self) == event.data { return true }
        var decoder = EventStreamDecoder()
        let items = decoder.feed(bytes + [0x0A, 0x0A])
        if event.kind == .comment { return items == [.comment(event.data)] }
        let found = items.compactMap { if case .event(let event) = $0 { event } else { nil } }
        return found.map(\.data) == [event.data] && found.map(\.type) == [event.type]
    }

    private func rest(of body: [UInt8], without events: [StreamEvent]) -> [UInt8] {
        var isSpent = [Bool](repeating: false, count: body.count)
        for place in events.compactMap(\.span).joined() { isSpent[place] = true }
        return zip(body, isSpent).filter { !$0.1 }.map(\.0)
    }

    /// Line ends, fields without data, an end that was cut off.
    private func saysNothing(_ bytes: [UInt8]) -> Bool {
        var decoder = EventStreamDecoder()
        return decoder.feed(bytes).allSatisfy { item in
            if case .retry = item { true } else { false }
        }
    }
}
