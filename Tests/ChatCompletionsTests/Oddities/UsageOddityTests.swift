import ChatCompletions
import Testing

/// Tokens, log probabilities, and what else is told of an answer.
@Suite struct UsageOddityTests {
    private let usage = #""usage":{"prompt_tokens":3,"completion_tokens":5,"total_tokens":8}"#

    @Test func usageComesInAChunkWithoutChoices() {
        let filter = data(#"{"choices":[],"prompt_filter_results":[{"prompt_index":0}]}"#)
        reading(filter + text("Hi", finish: "stop") + data(#"{"choices":[],\#(usage)}"#) + done) {
            #expect($0.reader.answer.usage?.totalTokens == 8)
            #expect($0.content == "Hi")
            #expect($0.failure == nil)
        }
    }

    // usageAgain, earlyUsage
    @Test func usageInEveryChunkIsNotAddedUp() {
        let chunks = (1...3).map {
            data(#"{"choices":[{"delta":{"content":"x"}}],"usage":{"completion_tokens":\#($0)}}"#)
        }
        reading(chunks.joined() + data(#"{"usage":{},"choices":[]}"#) + done) {
            #expect($0.reader.answer.usage?.completionTokens == 3)
        }
    }

    // noChoices
    @Test(arguments: ["", #""choices":null,"#])
    func aTrailerWithoutChoicesIsNoError(choices: String) {
        let trailer = data(#"{\#(choices)"sla_metrics":{"ttft_ms":20},\#(usage)}"#)
        reading(text("Hi", finish: "stop") + trailer + done) {
            #expect($0.failure == nil)
            #expect($0.reader.answer.usage?.promptTokens == 3)
            #expect($0.reader.answer.details["sla_metrics"] == ["ttft_ms": 20])
        }
    }

    @Test func whatTheReaderHasNoUseForIsKeptToBeShown() {
        let first = #""service_tier":"default","provider":"X","citations":["u"],"object":"o""#
        let chunks = (0..<3).map { number in
            data(
                #"{\#(first),"timings":{"n":\#(number)},"choices":[{"index":0,"delta":{"content":"x"},"#
                    + #""stop_reason":null,"matched_stop":\#(number == 2 ? 7 : 0)}]}"#)
        }
        let last =
            #"{"choices":[],"usage":{"total_tokens":1,"cost":0.5,"prompt_tokens_details":{"audio_tokens":0}}}"#
        reading(chunks.joined() + data(last) + done) { reading in
            let answer = reading.reader.answer
            #expect(
                answer.details.members.map(\.name) == [
                    "service_tier", "provider", "citations", "timings", "usage.cost",
                    "usage.prompt_tokens_details.audio_tokens",
                ])
            #expect(answer.details["timings"] == ["n": 2])
            #expect(answer.choices.first?.details.members.map(\.name) == ["matched_stop"])
            #expect(answer.choices.first?.details["matched_stop"] == 7)
        }
    }

    @Test func whatRepeatsInEveryChunkIsToldOnce() {
        let chunk = data(
            #"{"service_tier":"a","created":12,"choices":[{"delta":{"content":"x"}}]}"#)
        let longer = data(#"{"service_tier":"a","created":123,"choices":[]}"#)
        reading(chunk + chunk + longer + done) { reading in
            let told = reading.events.compactMap(\.delta).map { $0.details.map(\.name) }
            #expect(told == [["service_tier", "created"], [], ["created"]])
            #expect(reading.reader.answer.details["created"] == 123)
        }
    }

    @Test func aChunkThatIsNoJSONTakesNothingWithIt() {
        let broken = #"{"service_tier":"a","choices":[}"#
        reading(data(broken) + data(#"{"service_tier":"a","choices":[{"delta":{}}]}"#) + done) {
            #expect($0.reader.answer.details["service_tier"] == "a")
        }
    }

    @Test func detailsAreBounded() {
        let many = (0..<500).map { #""n\#($0)":\#($0),"# }.joined()
        let long = #""long":"\#(String(repeating: "x", count: 70_000))","#
        let answer = Reading(data("{\(long)\(many)\"choices\":[]}") + done).reader.answer
        #expect(answer.details.members.count == 64)
        #expect(answer.details["long"] == nil)
        #expect(answer.details.isCut)
    }

    @Test func aTokenMayHaveBytesAndItsAlternativesAnyForm() {
        let token =
            #"{"token":"\\xe4","logprob":null,"bytes":[228],"top_logprobs":[{"token":"a","logprob":-1,"bytes":null}]}"#
        let table = #"{"token":"b","logprob":-0.5,"top_logprobs":{"c":-3,"b":-0.5},"bytes":[300]}"#
        reading(logprobs(#"{"content":[\#(token),\#(table)],"refusal":null}"#)) { reading in
            let tokens = reading.choice?.logprobs ?? []
            #expect(tokens.map(\.token) == [#"\xe4"#, "b"])
            #expect(tokens.map(\.bytes) == [[228], nil])
            #expect(tokens.map(\.logprob) == [-9999, -0.5])
            #expect(tokens.map { $0.top.map(\.token) } == [["a"], ["b", "c"]])
        }
    }

    @Test func theOlderFormOfLogProbabilitiesIsRead() {
        let older =
            #"{"tokens":["H","i"],"token_logprobs":[null,-0.5],"top_logprobs":[null,{"o":-2,"i":-0.5}],"text_offset":[0,1]}"#
        reading(logprobs(older)) { reading in
            let tokens = reading.choice?.logprobs ?? []
            #expect(tokens.map(\.token) == ["H", "i"])
            #expect(tokens.map(\.logprob) == [-9999, -0.5])
            #expect(tokens.last?.top.map(\.token) == ["i", "o"])
        }
    }

    @Test func aRefusalsTokensCountToo() {
        reading(logprobs(#"{"content":null,"refusal":[{"token":"No","logprob":-0.1}]}"#)) {
            #expect($0.choice?.logprobs.map(\.token) == ["No"])
        }
    }

    private func logprobs(_ json: String) -> String {
        data(#"{"choices":[{"index":0,"delta":{"content":"x"},"logprobs":\#(json)}]}"#) + done
    }
}
