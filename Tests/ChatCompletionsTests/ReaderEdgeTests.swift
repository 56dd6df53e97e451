import ChatCompletions
import Corpora
import Testing

/// What the corpora do not hold.
@Suite struct ReaderEdgeTests {
    private func chunk(_ delta: String, finish: String = "null") -> String {
        #"{"choices":[{"index":0,"delta":\#(delta),"finish_reason":\#(finish)}]}"#
    }

    private func everyCut(_ text: String, status: Int = 200, _ check: (Reading) -> Void) {
        for pieces in cuttings(Array(text.utf8)) { check(Reading(status: status, pieces)) }
    }

    @Test func bareLinesOfJSONAreAStream() {
        let lines = [
            chunk(#"{"content":"He"}"#), chunk(#"{"content":"y"}"#),
            chunk("{}", finish: "\"stop\""),
        ]
        everyCut(lines.joined(separator: "\n")) { reading in
            #expect(reading.content == "Hey")
            #expect(reading.ending.failure == nil)
            #expect(reading.ending.done == nil)
            #expect(reading.events.count == 3)
        }
        everyCut(lines[0] + "\n" + lines[1] + "\n[DONE]\n") { #expect($0.ending.done == true) }
        everyCut(lines[0] + "\n" + lines[1].dropLast(9)) { reading in
            #expect(reading.content == "He")
            #expect(reading.ending.failure?.kind == .truncated)
        }
    }

    @Test func aBareLineIsShownBeforeTheNextOneComes() {
        var reader = AnswerReader(streamRequested: true, status: 200, headers: [], url: "")
        let line = Array((chunk(#"{"content":"x"}"#) + "\n").utf8)
        #expect(reader.read(line, at: .zero).count == 1)
    }

    @Test func neoLinksOlderAnswerIsUnderstood() {
        let body =
            #"{"code":0,"message":"ok","result":{"id":"i","model":"m","answer":"hi","#
            + #""usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3,"finish_reason":"stop"}}}"#
        everyCut(body) { reading in
            #expect(reading.content == "hi")
            #expect(reading.reader.answer.usage?.totalTokens == 3)
            #expect(reading.reader.answer.choices.first?.finishReason == "stop")
            #expect(reading.ending.failure == nil)
        }
    }

    @Test func aPlainTextIsNoAnswer() {
        everyCut("hello\nthere") { reading in
            #expect(reading.ending.failure?.kind == .malformed)
            #expect(reading.ending.failure?.message.contains("hello there") == true)
            #expect(reading.ending.done == nil)
        }
        everyCut(#""Invalid token""#, status: 401) { reading in
            #expect(reading.ending.failure?.message == "HTTP 401 Unauthorized: Invalid token")
            #expect(reading.ending.failure?.kind == .http)
        }
    }

    @Test func aStreamOfWhichNothingCouldBeReadIsNoSuccess() {
        everyCut("data: data: {\"choices\":[]}\n\ndata: [DONE]\n\n") { reading in
            #expect(reading.ending.failure?.kind == .malformed)
            #expect(reading.ending.skipped == 1)
        }
    }

    @Test func anAnswerWithoutChoicesIsNoSuccess() {
        for body in [
            "{}", #"{"choices":[]}"#, #"{"choices":null,"usage":{"total_tokens":1}}"#, "[1]",
        ] {
            #expect(Reading(body, streams: false).ending.failure?.kind == .malformed)
        }
    }

    @Test func halfAnAnswerOfJSONIsTruncated() {
        everyCut(#"{"choices":[{"message":{"content":"x"#) { reading in
            #expect(reading.ending.failure?.kind == .truncated)
        }
    }

    @Test func anErrorAfterTextKeepsItAndSeesTheEnd() {
        let body =
            "data: " + chunk(#"{"content":"x"}"#) + "\n\nevent: error\ndata: it\ndata: broke\n\n"
            + "data: " + chunk(#"{"content":"y"}"#) + "\n\ndata: [DONE]\n\n"
        everyCut(body) { reading in
            #expect(reading.content == "x")
            #expect(reading.ending.failure?.kind == .stream)
            #expect(reading.ending.failure?.message == "it\nbroke")
            #expect(reading.ending.done == true)
            #expect(reading.folded == reading.reader.answer)
        }
    }

    @Test func aHalfThatNothingFollowsBecomesTheReplacementCharacter() {
        let first = "data: " + chunk(#"{"content":"a\ud83d"}"#) + "\n\n"
        everyCut(first + "data: " + chunk(#"{"content":"b"}"#) + "\n\ndata: [DONE]\n\n") {
            #expect($0.content == "a\u{FFFD}b")
        }
        everyCut(first + "data: [DONE]\n\n") { #expect($0.content == "a\u{FFFD}") }
        everyCut(first + "data: " + chunk("{}", finish: "\"length\"") + "\n\n") {
            #expect($0.content == "a\u{FFFD}")
        }
        let call = #"{"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"#
        everyCut(
            "data: " + chunk(call + #""\ud83d"}}]}"#) + "\n\ndata: "
                + chunk(#"{"tool_calls":[{"index":0,"function":{"arguments":"\ude00"}}]}"#)
                + "\n\ndata: [DONE]\n\n"
        ) { #expect($0.reader.answer.choices.first?.toolCalls.first?.arguments == "😀") }
    }

    @Test func mistralsPartsAreContentAndThinking() {
        let parts =
            #"{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},"#
            + #"{"type":"text","text":"so"}]}"#
        everyCut("data: " + chunk(parts, finish: "\"stop\"") + "\n\n") { reading in
            #expect(reading.content == "so")
            #expect(reading.reader.answer.choices.first?.reasoning == "hm")
        }
    }

    @Test func aDeltaCountsBeforeTheMessageBesideIt() {
        for body in [
            #"{"choices":[{"delta":{"content":"b"},"message":{"content":"ab"},"finish_reason":"stop"}]}"#,
            #"{"choices":[{"message":{"content":"ab"},"delta":{"content":"b"},"finish_reason":"stop"}]}"#,
        ] { everyCut("data: " + body + "\n\n") { #expect($0.content == "b") } }
    }

    @Test func usageIsFoundWhereverItIs() {
        let usage = #"{"prompt_tokens":5.0,"prompt_tokens_details":{"cached_tokens":4}}"#
        for body in [
            #"{"choices":[{"delta":{},"usage":\#(usage),"finish_reason":"stop"}]}"#,
            #"{"x_groq":{"usage":\#(usage)},"choices":[{"delta":{},"finish_reason":"stop"}]}"#,
        ] {
            everyCut("data: " + body + "\n\n") { reading in
                #expect(reading.reader.answer.usage == Usage(promptTokens: 5, cachedTokens: 4))
            }
        }
    }

    @Test func theTransportsReasonIsKept() {
        let text = Array(("data: " + chunk(#"{"content":"x"}"#) + "\n\n").utf8)
        let cases: [(Failure, Failure.Kind)] = [
            (Failure(.cancelled, "stopped"), .cancelled),
            (Failure(.transport, "60 s", phase: .silence), .transport),
            (Failure(.transport, "reset", phase: .body), .truncated),
        ]
        for (failure, kind) in cases {
            let reading = Reading([text], transportFailure: failure)
            #expect(reading.ending.failure?.kind == kind)
            #expect(reading.ending.failure?.status == 200)
            #expect(reading.content == "x")
            let whole = Reading([text + Array("data: [DONE]\n\n".utf8)], transportFailure: failure)
            #expect(whole.ending.failure == nil)
        }
    }

    @Test(
        arguments: [
            ([Header("Retry-After", "1.5")], 1500), ([Header("retry-after", "soon")], nil),
            ([Header("retry-after-ms", "12")], 12), ([Header("retry-after", "-5")], nil),
            ([Header("retry-after", "Fri, 06 Jun 2025 10:02:00 GMT")], nil),
            (
                [
                    Header("date", "Sat, 28 Feb 2026 23:59:00 GMT"),
                    Header("retry-after", "Sun, 01 Mar 2026 00:00:30 GMT"),
                ], 90_000
            ),
            (
                [
                    Header("x-ratelimit-remaining-requests", "0"),
                    Header("x-ratelimit-reset-requests", "6m0s"),
                    Header("x-ratelimit-remaining-tokens", "9"),
                    Header("x-ratelimit-reset-tokens", "9h"),
                ], 360_000
            ),
            ([Header("retry-after", "99999999999999")], 86_400_000),
        ] as [([Header], Int?)])
    func aServersWaitIsRead(headers: [Header], expected: Int?) {
        let reading = Reading("", status: 429, headers: headers)
        #expect(reading.ending.failure?.retryAfterMilliseconds == expected)
    }

    @Test func aBodyCompressedInAnUnknownWayIsMalformed() {
        let reading = Reading(
            headers: [Header("content-encoding", "br")], [[0x0B, 0x02, 0x80, 0x41]])
        #expect(reading.ending.failure?.kind == .malformed)
        let plain = Reading("data: [DONE]\n\n", headers: [Header("content-encoding", "gzip")])
        #expect(plain.ending.failure == nil)
    }

    @Test func endlessChoicesAndCallsAreBounded() {
        var answer = Answer()
        var delta = Delta()
        for index in (0..<10_000).reversed() {
            var choice = ChoiceDelta(index: index)
            var call = ToolCallDelta(index: 0)
            call.id = "\(index)"
            choice.toolCalls = [call]
            delta.choices.append(choice)
            choice.index = 9_999
            delta.choices.append(choice)
        }
        answer.add(delta)
        #expect(answer.choices.count == 4096)
        #expect(answer.choices.last?.toolCalls.count == 4096)
    }

    @Test func aDocumentBeyondTheLimitIsMalformed() {
        var limits = AnswerReader.Limits()
        limits.document = 100
        var reader = AnswerReader(
            streamRequested: false, status: 200, headers: [], url: "", limits: limits
        )
        for _ in 0..<20 { _ = reader.read(Array("{\"a\":\"0123456789".utf8), at: .zero) }
        #expect(reader.end(transportFailure: nil, at: .zero).failure?.kind == .malformed)
    }

    @Test(arguments: [
        (#"{"error":{"message":["a","b"]}}"#, "a\nb"),
        (#"{"detail":[{"loc":["body","n"],"msg":"too big"}]}"#, "body.n: too big"),
        (#"{"error":{"code":7}}"#, #"{"code":7}"#), (#"{"msg":"no"}"#, "no"),
        (#"{"errors":["plain"]}"#, "plain"), (#"{"error":true}"#, "true"),
        (#"{"error":true,"message":"x"}"#, "x"), (#"{"error":{},"msg":"x"}"#, "x"),
        (#"{"error":[{"message":"x"}]}"#, "x"), (#"{"detail":{"message":"x"}}"#, "x"),
    ])
    func anErrorsTextIsFound(body: String, message: String) {
        let failure = Reading(body, status: 400).ending.failure
        #expect(failure?.kind == .api)
        #expect(failure?.message == message)
    }
}
