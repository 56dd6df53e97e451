import ChatCompletions
import Testing

/// Where text and thinking are.
@Suite struct TextOddityTests {
    @Test(arguments: ["reasoning_content", "reasoning", "reasoning_text"])
    func thinkingHasSeveralNames(name: String) {
        reading(chunk(#""\#(name)":"hm""#) + text("so", finish: "stop")) {
            #expect($0.reasoning == "hm")
            #expect($0.content == "so")
        }
        reading(chunk(#""reasoning_content":"","reasoning":"hm""#) + done) {
            #expect($0.reasoning == "hm")
        }
    }

    // twiceReasoning
    @Test func thinkingUnderTwoNamesCountsOnce() {
        reading(chunk(#""reasoning":"hm","reasoning_content":"hm""#) + done) {
            #expect($0.reasoning == "hm")
        }
    }

    @Test func thinkTagsStayInTheText() {
        reading(text("<thi") + text("nk>hm</think>so") + done) {
            #expect($0.content == "<think>hm</think>so")
            #expect($0.reasoning == "")
        }
    }

    // halfCharacter
    @Test func theHalvesOfAnEmojiMayComeInTwoChunks() {
        reading(text(#"a\ud83d"#) + text(#"\ude00b"#) + done) { #expect($0.content == "a😀b") }
        reading(text(#"\ud83d"#) + text("b") + done) { #expect($0.content == "\u{FFFD}b") }
        reading(text("\u{FFFD}") + text("é") + done) { #expect($0.content == "\u{FFFD}é") }
    }

    // contentParts
    @Test func contentMayBeAListOfParts() {
        let thinking = #"{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}"#
        let parts = #"[\#(thinking),{"type":"text","text":"so"},"!",7,{"type":"image_url"}]"#
        reading(chunk(#""content":\#(parts)"#) + done) {
            #expect($0.content == "so!")
            #expect($0.reasoning == "hm")
        }
    }

    // messageInStream
    @Test func aWholeMessageBesideTheDeltaIsACopy() {
        let both = #"{"choices":[{"message":{"content":"Hi!"},"delta":{"content":"!"}}]}"#
        reading(text("Hi") + data(both) + done) { #expect($0.content == "Hi!") }
    }

    @Test(arguments: [#""assistant""#, #""""#, "null", "7"])
    func aRoleInEachChunkSaysNothing(role: String) {
        let delta = { (content: String) in #""role":\#(role),"content":"\#(content)""# }
        reading(chunk(delta("H")) + chunk(delta("i")) + done) { #expect($0.content == "Hi") }
    }

    @Test func aRefusalIsKeptApart() {
        reading(chunk(#""refusal":"I can""#) + chunk(#""refusal":"not""#) + done) {
            #expect($0.choice?.refusal == "I cannot")
            #expect($0.content == "")
        }
    }

    @Test(arguments: [
        #""id":null,"created":1.5,"system_fingerprint":null,"usage":{}"#,
        #""id":7,"created":"now","system_fingerprint":"","model":[]"#,
        #""object":{},"usage":[],"service_tier":null,"x_groq":1"#,
    ])
    func membersThatNobodyNeedsMayBeAnything(members: String) {
        reading(data(#"{\#(members),"choices":[{"delta":{"content":"Hi"}}]}"#) + done) {
            #expect($0.content == "Hi")
            #expect($0.failure == nil)
        }
    }

    // missingDelta
    @Test func aChoiceWithoutADeltaIsStillOne() {
        let filter =
            #"{"choices":[{"index":0,"content_filter_offsets":{"start":0}}],"id":"","model":""}"#
        let missing = data(#"{"choices":[{"delta":null,"index":0},{"index":0}]}"#)
        reading(data(filter) + missing + text("Hi", finish: "stop")) {
            #expect($0.content == "Hi")
            #expect($0.reader.answer.choices.count == 1)
            #expect($0.failure == nil)
        }
    }

    // trailingComma
    @Test func whatOtherReadersTakeIsTaken() {
        reading(data(#"{"choices":[{"delta":{"content":"a","content":"Hi",},},],}"#) + done) {
            #expect($0.content == "Hi")
        }
    }
}
