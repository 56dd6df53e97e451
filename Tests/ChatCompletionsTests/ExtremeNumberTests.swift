import Corpora
import Testing
import Words

@testable import ChatCompletions

/// Whatever numbers a server sends, the text beside them counts, and nothing that is reckoned with
/// them later can overflow.
@Suite struct ExtremeNumberTests {
    @Test(arguments: JSONValue.extremeNumbers)
    func anIndexThatCanBeNoneIsThePlaceInTheList(number: String) {
        let choice = #"{"index":\#(number),"delta":{"content":"x","tool_calls":[{"#
        let call = #""index":\#(number),"id":"c","function":{"name":"f","arguments":"{}"}}]}}"#
        reading(data(#"{"choices":[\#(choice)\#(call)]}"#) + done) { reading in
            #expect(reading.content == "x")
            #expect(reading.calls.map(\.name) == ["f"])
            #expect(reading.choice.map { (0..<1 << 20).contains($0.index) } == true)
            #expect(reading.ending.skipped == 0)
        }
    }

    /// In whatever order they come.
    @Test(arguments: [
        ["-5", "0", "9223372036854775807"], ["0", "1", "-5"], ["-5", "-6", "1"],
        ["1e400", "18446744073709551616", "0"], ["1048576", "1048575", "0"],
    ])
    func whatCameUnderTwoIndexesIsNeverPutTogether(numbers: [String]) {
        func chunks(_ texts: [String]) -> String {
            zip(numbers, texts).map { number, text in
                data(#"{"choices":[{"index":\#(number),"delta":{"content":"\#(text)"}}]}"#)
            }.joined()
        }
        reading(chunks(["a", "b", "c"]) + chunks(["d", "e", "f"]) + done) { reading in
            let choices = reading.reader.answer.choices
            #expect(Set(choices.map(\.content)) == ["ad", "be", "cf"])
            #expect(choices.allSatisfy { (0..<1 << 20).contains($0.index) })
        }
        func calls(_ words: [String], id: Bool) -> String {
            zip(numbers, words).map { number, word in
                let name = id ? #""id":"\#(word)","# : ""
                return chunk(
                    #""tool_calls":[{\#(name)"index":\#(number),"function":{"arguments":"\#(word)"}}]"#
                )
            }.joined()
        }
        reading(calls(["a", "b", "c"], id: true) + calls(["d", "e", "f"], id: false) + done) {
            #expect($0.calls.map(\.arguments) == ["ad", "be", "cf"])
        }
    }

    /// Each is looked for among what is there, and so many would take long if that were a list.
    @Test func veryManyOddIndexesCostNoMoreThanOthers() {
        let chunks = (1..<50_000).map { chunk(#""content":"x""#, index: -$0) }
        #expect(Reading(chunks.joined() + done).reader.answer.choices.count == 4096)
    }

    @Test(arguments: JSONValue.extremeNumbers)
    func aCountThatCanBeNoneCountsAsNotThere(number: String) {
        let usage =
            #""usage":{"prompt_tokens":\#(number),"completion_tokens":\#(number),"total_tokens":5}"#
        let body = #"{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}],\#(usage)}"#
        let reading = Reading(body, streams: false)
        #expect(reading.failure == nil)
        #expect(reading.content == "x")
        let found = reading.reader.answer.usage
        #expect(found?.totalTokens == 5)
        for count in [found?.promptTokens, found?.completionTokens].compactMap(\.self) {
            #expect((0...1 << 53).contains(count))
        }
    }

    @Test(arguments: [Int.min, -1, 0, 1, .max])
    func theSpeedOfAnyCountIsANumber(count: Int) {
        var figures = StreamFigures()
        for time in 1...3 {
            var delta = Delta()
            delta.choices = [ChoiceDelta(index: 0)]
            delta.choices[0].content = "x"
            delta.usage = Usage(completionTokens: count)
            figures.add(
                event: StreamEvent(
                    number: time, kind: .data, data: "", time: .seconds(time), delta: delta))
        }
        #expect(figures.tokensPerSecond.map { $0 > 0 } ?? true)
    }

    @Test(arguments: [Int.min, -1, 0, 999, .max])
    func anyWaitHasWords(wait: Int) {
        let failure = Failure(.http, "busy", status: 429, retryAfterMilliseconds: wait)
        #expect(failure.advice.english.hasPrefix("Wait "))
    }

    @Test func theNearestWholeNumberOfAnyNumberIsOne() {
        #expect(Int(nearest: 1e300) == .max)
        #expect(Int(nearest: -1e300) == .min)
        #expect(Int(nearest: .nan) == 0)
        #expect(Int(nearest: -0.5) == -1 || Int(nearest: -0.5) == 0)
        #expect(Int(nearest: 2.6) == 3)
    }
}

/// What is small on the wire must not become large in memory.
@Suite(.timeLimit(.minutes(1)))
struct ManyThingsTests {
    private func many(_ item: String, _ count: Int = 100_000) -> String {
        [String](repeating: item, count: count).joined(separator: ",")
    }

    @Test func ofVeryManyChoicesSomeThousandsAreKept() {
        let reading = Reading(data(#"{"choices":[\#(many("{}"))]}"#) + done)
        #expect(reading.events.first?.delta?.choices.count == 4096)
        #expect(reading.reader.answer.choices.count == 4096)
        #expect(reading.ending.done == true)
    }

    @Test func ofVeryManyToolCallsSomeThousandsAreKept() {
        let calls = chunk(#""tool_calls":[\#(many("{}"))]"#)
        let reading = Reading(calls + calls + done)
        #expect(reading.events.first?.delta?.choices.first?.toolCalls.count == 4096)
        #expect(reading.calls.count == 4096)
    }

    @Test func ofVeryManyMembersSomeAreKept() {
        let members = (0..<50_000).map { #""m\#($0)":1"# }.joined(separator: ",")
        let reading = Reading(data(#"{"choices":[],\#(members)}"#) + text("x") + done)
        #expect((reading.events.first?.delta?.details.count ?? .max) <= 2000)
        #expect(reading.reader.answer.details.isCut)
        #expect(reading.content == "x")
    }

    @Test func logProbabilitiesWithoutEndAreGivenUp() {
        let tokens = many("{}", 300_000)
        let reading = Reading(
            data(#"{"choices":[{"logprobs":{"content":[\#(tokens)]}}]}"#) + text("x"))
        #expect(reading.failure?.phase == .limit)
    }

    /// Each new chunk once searched all choices, and each new call all calls.
    @Test func eachOfVeryManyChunksCostsTheSame() {
        let choices = (0..<100_000).map { chunk(#""content":"x""#, index: $0) }.joined()
        #expect(Reading(choices + done).reader.answer.choices.count == 4096)
        let calls = (0..<100_000).map { chunk(#""tool_calls":[{"index":0,"id":"c\#($0)"}]"#) }
        #expect(Reading(calls.joined() + done).calls.count == 4096)
    }

    /// Once the bytes of a document were copied with every read: this would take an hour.
    @Test func aDocumentInVeryManyReadsIsReadAsFastAsInOne() {
        var reader = AnswerReader(streamRequested: false, status: 200, headers: [], url: "")
        let piece = [UInt8](#"[1,2,"three"],"#.utf8)
        _ = reader.read([UInt8](#"{"a":["#.utf8), at: .zero)
        for _ in 0..<1_300_000 where !reader.isTooMuch { _ = reader.read(piece, at: .zero) }
        #expect(reader.isTooMuch)
        #expect(reader.end(transportFailure: nil, at: .zero).failure?.phase == .limit)
    }
}
