import Corpora
import Testing

@testable import ChatCompletions

/// What is learned from one chunk must not change what the next one says.
@Suite struct ChunkFormTests {
    /// The data of the corpus's events, and around each what a service might send next.
    private static let chunks = Corpus.exchanges
        .flatMap { example in Reading(example, [example.body]).events.map(\.data) }
        .filter { $0.utf8.count < 4000 }

    private static let texts = [
        "", " ", "Hel", "核采样", "😀", #"a\nb"#, #"\"quoted\""#, #"\u00e9"#, #"\ud83d\ude00"#,
        #"\ud83d"#, #"\ude00"#, #"\x"#, "\n", #"","content":"x"#, #"\"#,
    ]

    @Test func aLearnedFormChangesNoChunk() {
        var numbers = Numbers(state: 3)
        var repeats = RepeatedTexts()
        for chunk in Self.chunks {
            for variant in variants(of: chunk, &numbers) {
                let learned = read(variant, &repeats)
                var nothing = RepeatedTexts()
                let fresh = read(variant, &nothing)
                #expect(learned == fresh, Comment(rawValue: variant))
            }
        }
    }

    private func read(_ text: String, _ repeats: inout RepeatedTexts) -> Delta? {
        var text = text
        let delta: Delta? = text.withUTF8 { bytes in
            if let found = repeats.form.text(in: bytes) { return repeats.form.delta(found) }
            return try? ChunkReader.read(bytes, repeats: &repeats).delta
        }
        return delta?.plain
    }

    /// Found by the fuzzer: the second text of the same choice went behind what came later.
    @Test func aChunkMaySpeakOfAChoiceTwice() {
        let twice = #"{"index":0,"delta":{"content":"a"}},{"index":0,"delta":{"content":"b"}}"#
        let later = #"{"index":0,"delta":{"content":"c"}}"#
        let body = [twice, later].map { "data: {\"choices\":[\($0)]}\n\n" }.joined()
        var reader = AnswerReader(streamRequested: true, status: 200, headers: [], url: "")
        _ = reader.read(Array(body.utf8), at: .zero)
        #expect(reader.answer.choices.map(\.content) == ["abc"])
    }

    /// Texts in other places than the usual ones.
    @Test(arguments: [
        #"{"choices":[{"index":0,"delta":{"reasoning_details":[{"type":"x","text":"?"}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"reasoning_details":[{"text":"?"},{"text":"b"}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"reasoning_details":[{"text":"?","summary":"s"}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"reasoning":"a","reasoning_details":[{"text":"?"}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"reasoning":"?","reasoning_details":[{"text":"a"}]}}]}"#,
        #"{"choices":[{"index":0,"text":"?"}]}"#,
        #"{"choices":[{"index":0,"text":"?","delta":{"content":"a"}}]}"#,
        #"{"choices":[{"index":0,"text":"a","delta":{"content":"?"}}]}"#,
        #"{"choices":[{"index":0,"text":"?","delta":{"function_call":{"arguments":"a"}}}]}"#,
        #"{"choices":[{"index":0,"delta":{"audio":{"id":"i","transcript":"?"}}}]}"#,
        #"{"choices":[{"index":0,"delta":{"images":[{}],"content":"?"}}]}"#,
        #"{"choices":[{"index":0,"delta":{"content":[{"type":"refusal","refusal":"?"}]}}]}"#,
    ])
    func aFormIsTheSameWhereverItsTextIs(form: String) {
        var repeats = RepeatedTexts()
        for text in ["x"] + Self.texts + ["", "y"] {
            let variant = form.replacing("?", with: text)
            let learned = read(variant, &repeats)
            var nothing = RepeatedTexts()
            let fresh = read(variant, &nothing)
            #expect(learned == fresh, Comment(rawValue: variant))
        }
    }

    @Test func halfACharacterOfBytesIsNoText() {
        let form = #"{"choices":[{"index":0,"delta":{"content":"?"}}]}"#
        var repeats = RepeatedTexts()
        _ = read(form, &repeats)
        let bytes = form.utf8.flatMap { $0 == UInt8(ascii: "?") ? [0xE6, 0xA0] : [$0] }
        bytes.withUnsafeBufferPointer { #expect(repeats.form.text(in: $0) == nil) }
    }

    @Test(arguments: Corpus.exchanges)
    func aSumFoldsToTheSameAnswer(example: ExchangeCase) {
        for pieces in cuttings(example.body) {
            let one = Reading(example, pieces)
            let sum = Reading(example, pieces, grain: .read)
            #expect(sum.report == one.report)
            #expect(sum.folded == one.folded)
            #expect(sum.folded == sum.reader.answer)
        }
    }

    @Test func mutatedStreamsFoldToTheSameAnswer() {
        var numbers = Numbers(state: 41)
        let stream: [String] = Self.chunks.flatMap { chunk in variants(of: chunk, &numbers) }
            .filter { !$0.contains("error") && !$0.contains("DONE") }
        for start in stride(from: 0, to: stream.count, by: 40) {
            let part = stream[start..<min(start + 40, stream.count)]
            let body = Array(part.map { "data: \($0)\n\n" }.joined().utf8)
            let one = Reading([body])
            for pieces in [[body], cutOddly(body, &numbers)] {
                let sum = Reading(pieces, grain: .read)
                #expect(sum.report == one.report)
                #expect(sum.folded == one.folded)
            }
        }
    }

    @Test func textsOfDifferentKindsKeepTheirOrder() {
        func data(_ name: String, _ text: String) -> String {
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"\(name)\":\"\(text)\"}}]}\n\n"
        }
        let body =
            data("reasoning_content", "a") + data("content", "b") + data("content", "c")
            + data("reasoning_content", "d") + data("content", "e") + "data: [DONE]\n\n"
        let choices = Reading([Array(body.utf8)], grain: .read).events
            .compactMap { $0.delta?.choices.first }
        #expect(choices.map(\.reasoning) == ["a", "d"])
        #expect(choices.map(\.content) == ["bc", "e"])
    }

    /// The chunk twice, and with other texts in place of one of its own.
    private func variants(of chunk: String, _ numbers: inout Numbers) -> [String] {
        var variants = [chunk, chunk]
        for mark in [#""content":""#, #""reasoning_content":""#, #""refusal":""#] {
            guard let start = chunk.range(of: mark)?.upperBound,
                let end = chunk[start...].firstIndex(of: "\"")
            else { continue }
            for _ in 0..<4 {
                let text = Self.texts[Int(numbers.next() % UInt64(Self.texts.count))]
                variants.append(chunk[..<start] + text + chunk[end...])
            }
        }
        return variants
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }
}
