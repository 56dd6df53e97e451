import ChatCompletions
import Testing

/// How streams end, and how they fail to.
@Suite struct EndOddityTests {
    @Test func aStreamThatJustEndsIsTruncatedAndKeepsItsText() {
        let call = chunk(
            #""tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{\"a"}}]"#)
        reading(text("Hel") + call) {
            #expect($0.failure?.kind == .truncated)
            #expect($0.content == "Hel")
            #expect($0.calls == [ToolCall(id: "c", name: "f", arguments: #"{"a"#)])
        }
    }

    // errorWithGoodStatus
    @Test(arguments: ["", done])
    func anErrorWithinAStreamIsNoSuccess(end: String) {
        let error = data(#"{"error":{"message":"overloaded","code":502,"type":"server_error"}}"#)
        reading(text("Hel") + error + end) {
            #expect($0.failure?.kind == .stream)
            #expect($0.failure?.message == "overloaded")
            #expect($0.failure?.code == "502")
            #expect($0.failure?.type == "server_error")
            #expect($0.content == "Hel")
        }
        reading(error + end) { #expect($0.failure?.kind == .stream) }
        reading(text("Hel", finish: "stop") + data(#"{"error":null,"choices":[]}"#) + end) {
            #expect($0.failure == nil)
        }
    }

    // missingDone
    @Test func aFinishReasonForEveryChoiceEndsAStreamWithoutDone() {
        reading(text("Hi", finish: "stop")) {
            #expect($0.failure == nil)
            #expect($0.ending.done == false)
        }
        reading(text("Hi", finish: "stop") + chunk(#""content":"Ho""#, index: 1)) {
            #expect($0.failure?.kind == .truncated)
        }
    }

    // unfinishedEvent
    @Test(arguments: ["\n", ""])
    func aLastEventWithoutItsBlankLineCountsWhenItIsWhole(end: String) {
        reading(text("Hi") + "data: [DONE]" + end) { #expect($0.ending.done == true) }
        let last = text("!", finish: "stop").dropLast(2)
        reading(text("Hi") + last + end) {
            #expect($0.content == "Hi!")
            #expect($0.failure == nil)
        }
        reading(text("Hi") + last.dropLast(3) + end) {
            #expect($0.content == "Hi")
            #expect($0.failure?.kind == .truncated)
        }
    }

    // foreignFinishReason
    @Test(arguments: [
        "eos", "eos_token", "end_turn", "error", "insufficient_system_resource",
        "model_context_window_exceeded", "MAX_TOKENS", "abort", "sensitive", "内容过滤",
    ])
    func anyFinishReasonIsTakenAsItComes(reason: String) {
        reading(text("Hi", finish: reason)) {
            #expect($0.choice?.finishReason == reason)
            #expect($0.failure == nil)
        }
    }

    // emptyFinishReason
    @Test func anEmptyFinishReasonInEveryChunkIsNone() {
        reading(text("Hi", finish: "") + text("!", finish: "")) {
            #expect($0.content == "Hi!")
            #expect($0.choice?.finishReason == nil)
            #expect($0.failure?.kind == .truncated)
        }
    }

    // missingFinishReason
    @Test func doneWithoutAnyFinishReasonIsAnEnd() {
        reading(text("Hi") + done) {
            #expect($0.failure == nil)
            #expect($0.choice?.finishReason == nil)
        }
    }

    @Test func interleavedChoicesAreToldApartByTheirIndex() {
        let both =
            #"{"choices":[{"index":1,"delta":{"content":"b"},"finish_reason":"stop"},"#
            + #"{"index":0,"delta":{"content":"a"},"finish_reason":"length"}]}"#
        reading(chunk(#""content":"B""#, index: 1) + text("A") + data(both)) {
            #expect($0.reader.answer.choices.map(\.content) == ["Aa", "Bb"])
            #expect($0.reader.answer.choices.map(\.finishReason) == ["length", "stop"])
            #expect($0.failure == nil)
        }
    }

    @Test func theChunkThatFinishesMayBringTheLastTextAndCallsWithAnyReason() {
        let call = #""tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{}"}}]"#
        reading(text("Hi") + chunk(#""content":"!",\#(call)"#, finish: "stop")) {
            #expect($0.content == "Hi!")
            #expect($0.calls.map(\.name) == ["f"])
        }
    }

    @Test func aCutConnectionAfterTheEndIsNoFailureAndBeforeItIsTruncated() {
        let cut = Failure(.transport, "the connection was reset", phase: .body)
        reading(text("Hi") + done, failing: cut) { #expect($0.failure == nil) }
        reading(text("Hi", finish: "stop"), failing: cut) { #expect($0.failure == nil) }
        reading(text("Hi"), failing: cut) {
            #expect($0.failure?.kind == .truncated)
            #expect($0.content == "Hi")
        }
    }

    // afterDone
    @Test func whatFollowsDoneIsShownAndNotFolded() {
        reading(text("Hi") + done + text(" there") + data(#"{"error":"late"}"#)) {
            #expect($0.content == "Hi")
            #expect($0.failure == nil)
            #expect($0.events.count == 4)
        }
    }
}
