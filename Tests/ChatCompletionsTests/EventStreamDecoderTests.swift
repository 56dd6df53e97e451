import ChatCompletions
import Corpora
import Testing

@Suite struct EventStreamDecoderTests {
    @Test func everyCaseHoldsHoweverItIsCut() throws {
        #expect(Corpus.streams.count >= 100)
        for example in Corpus.streams {
            for pieces in cuttings(bytes(example["input_b64"])) { expect(example, pieces) }
        }
    }

    private func expect(_ example: JSONValue, _ pieces: [[UInt8]]) {
        let name = Comment(rawValue: example["id"]?.string ?? "?")
        var decoder = EventStreamDecoder()
        let items = pieces.flatMap { decoder.feed($0) }
        let pending = decoder.finish()
        let ignored = example["ignore"]?.array?.compactMap(\.string) ?? []
        #expect(JSONValue.array(items.compactMap(json)) == example["expect"], name)
        let comments = items.compactMap { if case .comment(let text) = $0 { text } else { nil } }
        #expect(comments.count == example["comment_count"]?.int, name)
        if let expected = example["comments"]?.array {
            #expect(comments == expected.compactMap(\.string), name)
        }
        if !ignored.contains("retry") { #expect(decoder.retry == example["retry"]?.int, name) }
        #expect(decoder.lastEventID == example["last_event_id"]?.string, name)
        #expect(pending.map(json) ?? .null == example["pending"] ?? .null, name)
    }

    private func json(_ item: EventStreamDecoder.Item) -> JSONValue? {
        if case .event(let event) = item { json(event) } else { nil }
    }

    private func json(_ event: ServerSentEvent) -> JSONValue {
        ["event": .string(event.type), "data": .string(event.data), "id": .string(event.id)]
    }

    @Test func anEventBeyondTheLimitIsDroppedAndTheNextOneComes() {
        let text = "data: 0123456789\ndata: 0123456789\ndata: x\n\ndata: short\n\n"
        for pieces in cuttings(Array(text.utf8)) {
            var decoder = EventStreamDecoder(limit: 24)
            let items = pieces.flatMap { decoder.feed($0) }
            #expect(items.count == 2)
            guard case .oversized(let count)? = items.first else {
                Issue.record("not reported")
                continue
            }
            #expect(count > 24)
            #expect(items.last == .event(ServerSentEvent(data: "short")))
        }
    }

    @Test func anyBytesGiveTheSameEventsHoweverTheyAreCut() {
        var numbers = Numbers(state: 1)
        let alphabet = Array("data: idevntry\r\n\n\r::\u{FEFF}é0".utf8) + [0, 0xFF, 0xE2]
        for _ in 0..<300 {
            let bytes = (0..<Int(numbers.next() % 120)).map { _ in
                alphabet[Int(numbers.next() % UInt64(alphabet.count))]
            }
            let results = cuttings(bytes).map { pieces in
                var decoder = EventStreamDecoder(limit: 40)
                return (pieces.flatMap { decoder.feed($0) }.filter(\.isNoSize), decoder.finish())
            }
            #expect(results.allSatisfy { $0.0 == results[0].0 && $0.1 == results[0].1 })
        }
    }
}

extension EventStreamDecoder.Item {
    fileprivate var isNoSize: Bool {
        if case .oversized = self { false } else { true }
    }
}
