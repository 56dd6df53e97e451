import ChatCompletions
import Corpora
import Testing

/// Lines, fields, line ends, bytes.
@Suite struct FramingOddityTests {
    @Test(arguments: [": OPENROUTER PROCESSING", ": keep-alive", ":"])
    func commentsAreNoEventsAndAreShown(comment: String) {
        reading("\(comment)\n\n\(text("Hi"))\(comment)\n\n\(done)") {
            #expect($0.content == "Hi")
            #expect($0.ending.skipped == 0)
            #expect($0.events.map(\.kind) == [.comment, .data, .comment, .done])
        }
    }

    @Test(arguments: ["\n\n", "id: 7\n\n", "retry: 10\n\n", "event: ping\n\n", ":\n\n\n"])
    func aBlankLineWithoutDataDispatchesNothing(lines: String) {
        reading(lines + text("Hi") + lines + done) {
            #expect($0.content == "Hi")
            #expect($0.events.filter { $0.kind != .comment }.count == 2)
        }
    }

    // noSpaceAfterColon
    @Test func theSpaceAfterTheColonMayBeMissing() {
        reading("data:" + text("Hi").dropFirst(6) + "data:[DONE]\n\n") {
            #expect($0.content == "Hi")
            #expect($0.ending.done == true)
        }
    }

    @Test func charactersLineEndsAndJSONMayBeCutAnywhere() {
        let body = (text("Grüße, 你好 👋🏽") + done).replacing("\n", with: "\r\n")
        for place in 0...body.utf8.count {
            let pieces = cut(Array(body.utf8), at: [place])
            #expect(Reading(pieces).content == "Grüße, 你好 👋🏽")
        }
    }

    // emptyData, unreadable
    @Test func emptyFramesAreSkippedAndOthersCounted() {
        let frames = ["", " ", "ping", ": OPENROUTER PROCESSING", "undefined"]
        reading(text("Hi") + frames.map(data).joined() + text("!") + done) {
            #expect($0.content == "Hi!")
            #expect($0.ending.skipped == 3)
            #expect($0.failure == nil)
        }
    }

    // loneCarriageReturn
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

    @Test func aLineOfSomeMegabytesIsRead() {
        let long = String(repeating: "0123456789abcdef", count: 1 << 17)
        let reading = Reading(cut(Array((text(long) + done).utf8), by: 16_384))
        #expect(reading.content == long)
        #expect(reading.ending.failure == nil)
    }

    // blankStart, byteOrderMark
    @Test(arguments: ["\n\n\n", "\u{FEFF}", "\u{FEFF}\r\n", " \t\n"])
    func blankLinesAndABOMBeforeTheJSONAreNoPartOfIt(start: String) {
        let body = #"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#
        reading(start + body, streams: false) {
            #expect($0.content == "Hi")
            #expect($0.failure == nil)
        }
    }

    // undeclaredCoding, falseCoding
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

    // unreadable
    @Test func dataTwiceIsSaidAndNoSuccess() {
        reading("data: " + text("Hi") + "data: " + done) {
            #expect($0.failure?.kind == .malformed)
            #expect($0.ending.skipped == 2)
        }
    }

    // bareChunks
    @Test func chunksWithoutDataAreAStream() {
        reading([text("Hi"), text("!", finish: "stop")].map { $0.dropFirst(6) }.joined()) {
            #expect($0.content == "Hi!")
            #expect($0.failure == nil)
        }
    }

    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}"])
    func noOtherCharacterEndsALine(character: String) {
        reading("data: {\"a\":\"\(character)\"}\n\n" + text("a\u{2028}b") + done) {
            #expect($0.content == "a\u{2028}b")
            #expect($0.events.count == 3)
        }
    }

    // brokenUTF8
    @Test func bytesThatAreNoUTF8CostOneCharacter() {
        var body = Array((text("a?b") + done).utf8)
        body[body.firstIndex(of: UInt8(ascii: "?")) ?? 0] = 0xFF
        reading(bytes: body) { #expect($0.content == "a\u{FFFD}b") }
    }

    // brokenUTF8
    /// Of a chunk that is like the one before only its text is looked at.
    @Test(arguments: ["a?b", #"a?\n"#])
    func brokenBytesAreNoticedInEveryChunk(said: String) {
        let before = text("one") + text("two")
        var body = Array((before + chunk(#""content":"\#(said)""#) + done).utf8)
        body[body.firstIndex(of: UInt8(ascii: "?")) ?? 0] = 0xFF
        reading(bytes: body) { reading in
            let sighting = reading.oddities.sightings.first { $0.oddity == .brokenUTF8 }
            #expect(sighting?.place == before.utf8.count)
            #expect(reading.content?.hasPrefix("onetwoa\u{FFFD}") == true)
        }
    }

    // byteOrderMark
    @Test func aBOMWithinATextStays() {
        reading("\u{FEFF}" + text("a\u{FEFF}b") + done) {
            #expect($0.content == "a\u{FEFF}b")
            #expect($0.events.count == 2)
        }
    }

    @Test(arguments: ["+5", " 5", "٣", "9223372036854775808", "1_000", ""])
    func aStrangeRetryIsNone(value: String) {
        var decoder = EventStreamDecoder()
        _ = decoder.feed(Array("retry:  \(value)\n\n".utf8))
        #expect(decoder.retry == nil)
    }

    // eventType
    @Test func namesAndNumbersOfEventsDoNotMatterToTheAnswer() {
        let body = "id: 1\nevent: message\n" + text("H") + "event: ping\n" + text("i")
        reading(body + "event: done\n" + done) { #expect($0.content == "Hi") }
    }
}
