import Corpora
import Testing

@testable import ChatCompletions

@Suite struct FuzzTests {
    /// The data of all events and documents in the corpus that are JSON.
    private static let documents = Corpus.exchanges
        .flatMap { example in Reading(example, [example.body]).events }
        .filter { $0.data.utf8.count < 4000 }
        .compactMap { try? JSONValue(parsing: $0.data) }
        .filter { $0.members != nil }

    private func read(_ text: String) -> Delta? {
        var text = text
        var repeats = RepeatedTexts()
        return text.withUTF8 { try? ChunkReader.read($0, repeats: &repeats).delta }?.plain
    }

    @Test func theChunkReaderAgreesWithItsJudge() {
        #expect(Self.documents.count > 150)
        var numbers = Numbers(state: 11)
        for document in Self.documents {
            for round in 0..<12 {
                let json = round == 0 ? document : mutated(document, &numbers)
                #expect(read(json.text) == judgedDelta(json), Comment(rawValue: json.text))
                #expect(read(json.pretty) == judgedDelta(json))
            }
        }
    }

    @Test func bothReadersTakeTheSameTextsForJSON() {
        var numbers = Numbers(state: 5)
        var refused = 0
        for document in Self.documents {
            for _ in 0..<8 {
                let bytes = mutated(Array(document.text.utf8), &numbers)
                let isJSON = (try? JSONValue(parsing: bytes)) != nil
                var repeats = RepeatedTexts()
                let isChunk = bytes.withUnsafeBufferPointer {
                    (try? ChunkReader.read($0, repeats: &repeats)) != nil
                }
                #expect(
                    isJSON == isChunk, Comment(rawValue: String(decoding: bytes, as: UTF8.self)))
                refused += isJSON ? 0 : 1
            }
        }
        #expect(refused > 100)
    }

    @Test func mutatedAnswersAreReadAlikeHoweverTheyAreCut() {
        var numbers = Numbers(state: 23)
        for example in Corpus.exchanges where example.body.count < 3000 {
            for _ in 0..<6 {
                let bytes = mutated(example.body, &numbers)
                let readings = cuttings(bytes).map { Reading(example, $0) }
                for reading in readings {
                    #expect(reading.report == readings[0].report, Comment(rawValue: example.id))
                    #expect(reading.events.map(\.data) == readings[0].events.map(\.data))
                    #expect(reading.folded == reading.reader.answer)
                }
            }
        }
    }

    // MARK: Mutations

    private func mutated(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        let alphabet = Array(#"{}[]",:\nd0e-"#.utf8) + [0x0A, 0x0D, 0xFF, 0xE2, 0x00]
        for _ in 0...(numbers.next() % 3) where !bytes.isEmpty {
            let place = Int(numbers.next() % UInt64(bytes.count))
            switch numbers.next() % 3 {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(alphabet[Int(numbers.next() % UInt64(alphabet.count))], at: place)
            default: bytes[place] = alphabet[Int(numbers.next() % UInt64(alphabet.count))]
            }
        }
        return bytes
    }

    /// The document with one value somewhere in it replaced, removed or doubled.
    private func mutated(_ json: JSONValue, _ numbers: inout Numbers) -> JSONValue {
        let strangers: [JSONValue] = [
            nil, true, 0, -1, 1.5, "", "text", [], [:], ["a"], [nil, "b", ["text": "c"]],
            ["text": "d"],
        ]
        let all = strangers + JSONValue.extremes
        let stranger = all[Int(numbers.next() % UInt64(all.count))]
        switch json {
        case .object(var members) where !members.isEmpty:
            let place = Int(numbers.next() % UInt64(members.count))
            switch numbers.next() % 6 {
            case 0: members.remove(at: place)
            case 1: members[place].value = stranger
            default: members[place].value = mutated(members[place].value, &numbers)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty:
            let place = Int(numbers.next() % UInt64(elements.count))
            switch numbers.next() % 6 {
            case 0: elements.remove(at: place)
            case 1: elements.append(stranger)
            default: elements[place] = mutated(elements[place], &numbers)
            }
            return .array(elements)
        default: return stranger
        }
    }
}

extension Delta {
    /// Without the members that the judge does not look at.
    var plain: Delta {
        var delta = self
        delta.details = []
        for place in delta.choices.indices { delta.choices[place].details = [] }
        return delta
    }
}
