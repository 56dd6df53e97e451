import ChatCompletions
import Corpora
import Testing

/// Lines, fields, line ends, bytes.
@Suite struct FramingOddityTests {
    // 3
    @Test(arguments: [": OPENROUTER PROCESSING", ": keep-alive", ":"])
    func commentsAreNoEventsAndAreShown(comment: String) {
        reading("\(comment)\n\n\(text("Hi"))\(comment)\n\n\(done)") {
            #expect($0.content == "Hi")
            #expect($0.ending.skipped == 0)
            #expect($0.events.map(\.kind) == [.comment, .data, .comment, .done])
        }
    }

    // 4
    @Test(arguments: ["\n\n", "id: 7\n\n", "retry: 10\n\n", "event: ping\n\n", ":\n\n\n"])
    func aBlankLineWithoutDataDispatchesNothing(lines: String) {
        reading(lines + text("Hi") + lines + done) {
            #expect($0.content == "Hi")
            #expect($0.events.filter { $0.kind != .comment }.count == 2)
        }
    }

    // 8
    @Test func theSpaceAfterTheColonMayBeMissing() {
        reading("data:" + text("Hi").dropFirst(6) + "data:[DONE]\n\n") {
            #expect($0.content == "Hi")
            #expect($0.ending.done == true)
        }
    }

    // 9
    @Test func charactersLineEndsAndJSONMayBeCutAnywhere() {
        let body = (text("Grüße, 你好 👋🏽") + done).replacing("\n", with: "\r\n")
        for place in 0...body.utf8.count {
            let pieces = cut(Array(body.utf8), at: [place])
            #expect(Reading(pieces).content == "Grüße, 你好 👋🏽")
        }
    }

    // 28
    @Test func emptyFramesAreSkippedAndOthersCounted() {
        let frames = ["", " ", "ping", ": OPENROUTER PROCESSING", "undefined"]
        reading(text("Hi") + frames.map(data).joined() + text("!") + done) {
            #expect($0.content == "Hi!")
            #expect($0.ending.skipped == 3)
            #expect($0.failure == nil)
        }
    }

    // 29
    @Test(arguments: ["\r\n", "\r"])
    func anyLineEndWillDo(lineEnd: String) {
        let body = text("Hi") + ": c\n\n" + text("!") + done
        reading(body.replacing("\n", with: lineEnd)) {
            #expect($0.content == "Hi!")
            #expect($0.ending.done == true)
        }
        reading("data: {\"choices\":[{\"delta\":\rdata: {\"content\":\"x\"}}]}\n\r\n" + done) {
            #expect($0.content == "x")
        }
    }

    // 32
    @Test(arguments: [
        ("event: error\ndata: it broke\n\n", "it broke"),
        ("event: error\ndata: it\ndata: broke\n\n", "it\nbroke"),
        (#"event: error"# + "\n" + data(#"{"type":"overloaded","message":"busy"}"#), "busy"),
    ])
    func anEventOfTypeErrorIsOneWhateverItsData(event: String, message: String) {
        reading(text("Hi") + event) {
            #expect($0.failure?.kind == .stream)
            #expect($0.failure?.message == message)
            #expect($0.content == "Hi")
        }
    }

    // 34
    @Test func aLineOfSomeMegabytesIsRead() {
        let long = String(repeating: "0123456789abcdef", count: 1 << 17)
        let reading = Reading(cut(Array((text(long) + done).utf8), by: 16_384))
        #expect(reading.content == long)
        #expect(reading.ending.failure == nil)
    }

    // 35
    @Test(arguments: ["\n\n\n", "\u{FEFF}", "\u{FEFF}\r\n", " \t\n"])
    func blankLinesAndABOMBeforeTheJSONAreNoPartOfIt(start: String) {
        let body = #"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#
        reading(start + body, streams: false) {
            #expect($0.content == "Hi")
            #expect($0.failure == nil)
        }
    }

    // 39
    @Test(arguments: ["gzip", "", "deflate"])
    func aCompressedBodyIsUndoneWhateverItsHeaderSays(encoding: String) {
        // `data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}`
        let body = bytes(
            .string(
                "H4sIAAAAAAACAw3JMQqAMAwF0L2nkD93cM4JvIOIlDbSgKRiMgild7freyV5oqUj1yaZDbR3iBb+QGtE4dsTaHZT"
                    + "Z3UQNsGIuETF6vlysqZTzduDcYwQfjvZRddRAAAA"))
        let headers = [Header("Content-Encoding", encoding)]
        reading(bytes: body, headers: headers) {
            #expect($0.content == "Hi")
            #expect($0.failure == nil)
        }
        // With a second member, with something behind, and cut off.
        reading(bytes: body + body, headers: headers) { #expect($0.content == "HiHi") }
        reading(bytes: body + [0, 0, 7], headers: headers) { #expect($0.content == "Hi") }
        reading(bytes: Array(body.dropLast(30)), headers: headers) {
            #expect($0.failure?.kind == .truncated)
        }
    }

    // 40
    @Test func dataTwiceIsSaidAndNoSuccess() {
        reading("data: " + text("Hi") + "data: " + done) {
            #expect($0.failure?.kind == .malformed)
            #expect($0.ending.skipped == 2)
        }
    }

    // 40
    @Test func chunksWithoutDataAreAStream() {
        reading([text("Hi"), text("!", finish: "stop")].map { $0.dropFirst(6) }.joined()) {
            #expect($0.content == "Hi!")
            #expect($0.failure == nil)
        }
    }

    // 40, and section 5: a line end is LF, CR or CRLF and nothing else
    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}"])
    func noOtherCharacterEndsALine(character: String) {
        reading("data: {\"a\":\"\(character)\"}\n\n" + text("a\u{2028}b") + done) {
            #expect($0.content == "a\u{2028}b")
            #expect($0.events.count == 3)
        }
    }

    // 40
    @Test func bytesThatAreNoUTF8CostOneCharacter() {
        var body = Array((text("a?b") + done).utf8)
        body[body.firstIndex(of: UInt8(ascii: "?")) ?? 0] = 0xFF
        reading(bytes: body) { #expect($0.content == "a\u{FFFD}b") }
    }

    // Section 5: a BOM is dropped at the very start only
    @Test func aBOMWithinATextStays() {
        reading("\u{FEFF}" + text("a\u{FEFF}b") + done) {
            #expect($0.content == "a\u{FEFF}b")
            #expect($0.events.count == 2)
        }
    }

    // Section 5: digits are ASCII digits, and not too many of them
    @Test(arguments: ["+5", " 5", "٣", "9223372036854775808", "1_000", ""])
    func aStrangeRetryIsNone(value: String) {
        var decoder = EventStreamDecoder()
        _ = decoder.feed(Array("retry:  \(value)\n\n".utf8))
        #expect(decoder.retry == nil)
    }

    // Section 3: id and type
    @Test func namesAndNumbersOfEventsDoNotMatterToTheAnswer() {
        let body = "id: 1\nevent: message\n" + text("H") + "event: ping\n" + text("i")
        reading(body + "event: done\n" + done) { #expect($0.content == "Hi") }
    }
}
