import ChatCompletions
import Testing
import Words

/// Answers that are no plain text, and those that are nothing at all.
@Suite struct SilenceOddityTests {
    private func body(_ message: String, finish: String = "stop") -> String {
        #"{"choices":[{"index":0,"message":{\#(message)},"finish_reason":"\#(finish)"}]}"#
    }

    private let audio = #""audio":{"id":"a","data":"AAEC","transcript":"Hello."}"#
    private let images =
        #""images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}},{"type":"image_url"}]"#

    // MARK: Thinking

    @Test func detailsOfTheReasoningAreThinking() {
        let parts = ["Let ", "me ", "see."].map {
            chunk(
                #""content":"","reasoning_details":[{"type":"reasoning.text","text":"\#($0)","index":0}]"#
            )
        }
        reading(parts.joined() + text("42", finish: "stop") + done) {
            #expect($0.reasoning == "Let me see.")
            #expect($0.content == "42")
            #expect($0.reader.answer.details.isEmpty)
        }
        let several =
            #""reasoning_details":[{"type":"reasoning.summary","summary":"Short. "},"#
            + #"{"type":"reasoning.encrypted","data":"xyz"},7,null,{"type":"reasoning.text","text":"Long."}]"#
        reading(body(#""content":"42",\#(several)"#), streams: false) {
            #expect($0.reasoning == "Short. Long.")
            #expect($0.content == "42")
        }
    }

    @Test(arguments: ["reasoning", "reasoning_content"])
    func whatComesUnderTwoNamesIsThoughtOnce(name: String) {
        let parts = ["Hm", ", so"].map { text in
            let details = #""reasoning_details":[{"type":"reasoning.text","text":"\#(text)"}]"#
            return chunk(#""\#(name)":"\#(text)",\#(details)"#)
                + chunk(#"\#(details),"\#(name)":"\#(text)""#)
        }
        reading(parts.joined() + done) { #expect($0.reasoning == "HmHm, so, so") }
    }

    @Test func halvesOfACharacterMeetInDetailsToo() {
        func details(_ texts: String...) -> String {
            let list = texts.map { #"{"type":"reasoning.text","text":"\#($0)"}"# }
            return chunk(#""reasoning_details":[\#(list.joined(separator: ","))]"#)
        }
        reading(details(#"a\ud83d"#) + details(#"\ude00b"#) + done) {
            #expect($0.reasoning == "a😀b")
        }
        reading(details(#"a\ud83d"#, #"\ude00b"#) + done) { #expect($0.reasoning == "a😀b") }
        reading(details(#"a\ud83d"#, "b") + done) { #expect($0.reasoning == "a\u{FFFD}b") }
        reading(details(#"\ud83d"#, "", #"\ude00\ud83d"#) + details(#"\ude00"#) + done) {
            #expect($0.reasoning == "😀😀")
        }
    }

    // MARK: No text

    @Test func aCallInTheOldFormIsACall() {
        let pieces = [
            chunk(#""function_call":{"name":"weather","arguments":""}"#),
            chunk(#""function_call":{"arguments":"{\"city\":"}"#),
            chunk(#""function_call":{"arguments":"\"Bern\"}"}"#),
            chunk("", finish: "function_call"),
        ]
        let call = ToolCall(id: "", name: "weather", arguments: #"{"city":"Bern"}"#)
        reading(pieces.joined()) {
            #expect($0.calls == [call])
            #expect($0.failure == nil)
            #expect($0.choice?.remarks == [])
        }
        let both =
            #""function_call":{"name":"old","arguments":"\ud83d"},"tool_calls":[{"id":"c","function":{"name":"new","arguments":"{}"}}]"#
        reading(body(both), streams: false) {
            #expect($0.calls == [ToolCall(id: "c", name: "new", arguments: "{}")])
        }
        let halves = [#"\ud83d"#, #"\ude00"#].map {
            chunk(#""function_call":{"arguments":"\#($0)"}"#)
        }
        reading(halves.joined() + done) { #expect($0.calls.first?.arguments == "😀") }
    }

    @Test func theOldCompletionsFormIsContent() {
        func old(_ text: String, finish: String = "null") -> String {
            data(
                #"{"choices":[{"text":"\#(text)","index":0,"logprobs":null,"finish_reason":\#(finish)}]}"#
            )
        }
        reading(old("Hel") + old("lo") + old(#"\ud83d"#) + old(#"\ude00"#, finish: "\"stop\"")) {
            #expect($0.content == "Hello😀")
            #expect($0.failure == nil)
            #expect($0.choice?.details.isEmpty == true)
        }
        reading(#"{"choices":[{"text":"Hello","index":0,"finish_reason":"stop"}]}"#, streams: false)
        {
            #expect($0.content == "Hello")
        }
        // Together sends it beside the delta.
        let both = data(#"{"choices":[{"index":0,"text":"Hi","delta":{"content":"Hi"}}]}"#)
        reading(both + both + done) { #expect($0.content == "HiHi") }
    }

    @Test func picturesAndSoundsAreCounted() {
        for streams in [true, false] {
            let whole = streams ? chunk(images, finish: "stop") + done : body(images)
            reading(whole, streams: streams) {
                #expect($0.choice?.attachments == Attachments(pictures: 2))
                #expect($0.choice?.remarks == [.onlyAttachments(Attachments(pictures: 2))])
                #expect($0.choice?.details["images"]?.array?.count == 2)
                #expect($0.failure == nil)
            }
        }
        let parts =
            #""content":[{"type":"text","text":"Look:"},{"type":"image_url","image_url":{"url":"x"}},"#
            + #"{"type":"output_audio","data":"x"},{"type":"hologram","data":"x"},{"type":"hologram","text":"!"}]"#
        reading(body(parts), streams: false) {
            let things = Attachments(pictures: 1, sounds: 1, others: 1)
            #expect($0.content == "Look:!")
            #expect($0.choice?.remarks == [.alsoAttachments(things)])
        }
    }

    @Test func whatASoundSaysIsContent() {
        let pieces = [
            chunk(#""audio":{"id":"a","transcript":"Hel"}"#),
            chunk(#""audio":{"id":"a","data":"AAEC"}"#),
            chunk(#""audio":{"id":"a","transcript":"lo."}"#),
            chunk(#""audio":{"id":"a","expires_at":1}"#, finish: "stop"),
        ]
        reading(pieces.joined() + done) {
            #expect($0.content == "Hello.")
            #expect($0.choice?.attachments == Attachments(sounds: 1))
        }
        reading(body(#""content":null,\#(audio)"#), streams: false) {
            #expect($0.content == "Hello.")
        }
        reading(body(#""content":null,"audio":null,"images":[]"#), streams: false) {
            #expect($0.choice?.remarks == [.nothing(finishReason: "stop")])
        }
    }

    @Test func aRefusalMayBeAPart() {
        reading(body(#""content":[{"type":"refusal","refusal":"I will not."}]"#), streams: false) {
            #expect($0.choice?.refusal == "I will not.")
            #expect($0.choice?.shownText == "I will not.")
            #expect($0.choice?.remarks == [.refused])
        }
        reading(body(#""content":{"type":"text","text":"one part"}"#), streams: false) {
            #expect($0.content == "one part")
        }
    }

    // MARK: No body

    @Test func anAnswerWithoutABodySaysThatNothingCame() {
        for body in ["", "\n\n", "\u{FEFF}"] {
            reading(body) {
                #expect($0.failure?.kind == .truncated)
                #expect($0.ending.done == false)
            }
            reading(body, streams: false) {
                #expect($0.failure?.kind == .malformed)
                #expect($0.ending.done == nil)
            }
            for streams in [true, false] {
                reading(body, streams: streams) {
                    #expect($0.failure?.sentence.english == "The server sent nothing.")
                    #expect($0.failure?.advice.english.contains("go on from here") == false)
                }
            }
        }
    }

    @Test(arguments: [": keep-alive\n\n", chunk(#""role":"assistant","content":"""#)])
    func aStreamThatEndsBeforeItsFirstWordKeptNothing(start: String) {
        reading(start) {
            #expect($0.failure?.kind == .truncated)
            #expect(
                $0.failure?.sentence.english
                    == "The stream ended before the first word of an answer.")
            #expect($0.failure?.advice.english.contains("go on from here") == false)
        }
        let cut = Failure(.transport, "the connection was reset", phase: .body)
        reading(start, failing: cut) {
            #expect($0.failure?.kind == .truncated)
            #expect(
                $0.failure?.sentence.english.contains("before its first word: the connection")
                    == true)
            #expect($0.failure?.sentence.english.contains("is kept") == false)
        }
    }

    @Test func anErrorInAStreamUnderABadStatusIsOneOfTheRequest() {
        let error = #"{"error":{"message":"no worker","code":"busy"}}"#
        for body in [data(error), "event: error\n" + data(error), data(error) + done] {
            reading(body, status: 503) {
                #expect($0.failure?.kind == .api)
                #expect($0.failure?.message == "no worker")
                #expect($0.failure?.code == "busy")
                #expect($0.failure?.sentence.english == "HTTP 503 Service Unavailable: no worker.")
            }
        }
        reading("event: error\ndata: it\ndata: broke\n\n", status: 500) {
            #expect($0.failure?.kind == .http)
            #expect($0.failure?.sentence.english == "HTTP 500 Internal Server Error: it broke.")
        }
        reading(data(#"{"detail":"no model"}"#), status: 404) {
            #expect($0.failure?.kind == .api)
            #expect($0.failure?.message == "no model")
        }
    }
}
