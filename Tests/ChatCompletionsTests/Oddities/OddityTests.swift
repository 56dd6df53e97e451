import ChatCompletions
import Corpora
import Testing

/// Each oddity has its name, and what is not odd has none.
@Suite struct OddityTests {
    /// An answer with an oddity in it.
    struct Example {
        var body: [UInt8]
        var streams = true
        var headers = [Header("Content-Type", "text/event-stream")]
        var limits = AnswerReader.Limits()
        /// What cannot but come with it.
        var also: [Oddity] = []

        init(_ body: String, also: Oddity...) {
            self.body = Array(body.utf8)
            self.also = also
        }

        func with(_ change: (inout Example) -> Void) -> Example {
            var example = self
            change(&example)
            return example
        }
    }

    private static let hi = text("Hi", finish: "stop")
    private static let whole = hi + done
    private static let document =
        #"{"choices":[{"index":0,"message":{"content":"Hi"},"finish_reason":"stop"}]}"#
    private static let json = Header("Content-Type", "application/json")
    private static let usage = #""usage":{"completion_tokens":1}"#

    /// A chunk with these members of its only choice.
    private static func choice(_ members: String) -> String {
        data(#"{"choices":[{\#(members)}]}"#)
    }

    private static func call(_ members: String) -> String {
        chunk(#""tool_calls":[{\#(members)}]"#)
    }

    private static func example(of oddity: Oddity) -> Example {
        switch oddity {
        case .wrongContentType:
            Example(whole).with { $0.headers = [Header("content-type", "text/plain")] }
        case .missingContentType: Example(whole).with { $0.headers = [] }
        case .undeclaredCoding: Example(whole).with { $0.body = Compressed.gzip }
        case .falseCoding:
            Example(whole).with { $0.headers.append(Header("Content-Encoding", "gzip")) }
        case .rawDeflate:
            Example(whole).with {
                $0.body = Compressed.raw
                $0.headers.append(Header("Content-Encoding", "deflate"))
            }
        case .unaskedStream: Example(whole).with { $0.streams = false }
        case .unaskedDocument: Example(document).with { $0.headers = [json] }
        case .bareChunks: Example("\(hi.dropFirst(6))\(hi.dropFirst(6))", also: .missingDone)
        case .byteOrderMark: Example("\u{FEFF}" + whole)
        case .blankStart:
            Example("\n\n" + document).with { ($0.headers, $0.streams) = ([json], false) }
        case .errorWithGoodStatus: Example(data(#"{"error":{"message":"no"}}"#))
        case .loneCarriageReturn: Example(whole.replacing("\n", with: "\r"))
        case .noSpaceAfterColon: Example("data:\(whole.dropFirst(6))")
        case .unknownField: Example("from: here\n" + whole)
        case .eventType: Example("event: ping\n" + whole)
        case .emptyData: Example("data: \n\n" + whole)
        case .unreadable: Example(data("ping") + whole)
        case .oversized:
            Example(data(String(repeating: "x", count: 200)) + whole)
                .with { $0.limits.event = 150 }
        case .brokenUTF8:
            Example(whole).with { example in
                example.body = example.body.map { $0 == UInt8(ascii: "H") ? 0xFF : $0 }
            }
        case .unfinishedEvent: Example("\(hi)data: [DONE]")
        case .missingDone: Example(hi)
        case .missingFinishReason: Example(text("Hi") + done)
        case .afterDone: Example(whole + hi)
        case .trailingComma: Example(data(#"{"choices":[],"x":[1,],\#(usage),}"#) + whole)
        case .pythonNumber: Example(data(#"{"choices":[],"x":NaN,\#(usage)}"#) + whole)
        case .markInEvent: Example(data("\u{FEFF}{\"choices\":[],\(usage)}") + whole)
        case .halfCharacter: Example(text(#"\ud83d"#) + text(#"\ude00"#) + whole)
        case .noChoices: Example(data(#"{"choices":[],"prompt_filter_results":[]}"#) + whole)
        case .missingIndex: Example(choice(#""delta":{"content":"x"}"#) + whole)
        case .impossibleIndex:
            Example(
                choice(#""index":-1,"delta":{"content":"x"},"finish_reason":"stop""#) + whole)
        case .missingDelta: Example(choice(#""index":0,"content_filter_offsets":{}"#) + whole)
        case .messageInStream: Example(choice(#""index":0,"message":{"content":"x"}"#) + whole)
        case .olderText: Example(choice(#""index":0,"text":"x""#) + whole)
        case .contentParts:
            Example(chunk(#""content":[{"type":"text","text":"x"}]"#) + whole)
        case .twiceReasoning: Example(chunk(#""reasoning":"x","reasoning_content":"x""#) + whole)
        case .emptyFinishReason: Example(text("x", finish: "") + whole)
        case .foreignFinishReason: Example(text("Hi", finish: "eos") + done)
        case .callWithoutIndex: Example(call(#""id":"a","function":{"name":"f"}"#) + whole)
        case .callIndexAgain:
            Example(call(#""index":0,"id":"a""#) + call(#""index":0,"id":"b""#) + whole)
        case .argumentsAsJSON: Example(call(#""index":0,"function":{"arguments":{}}"#) + whole)
        case .functionCall: Example(chunk(#""function_call":{"name":"f"}"#) + whole)
        case .usageAgain:
            Example(
                hi + data(#"{"choices":[],\#(usage)}"#) + data(#"{"choices":[],\#(usage)}"#) + done)
        case .earlyUsage:
            Example(data(#"{"choices":[{"index":0,"delta":{"content":"x"}}],\#(usage)}"#) + whole)
        case .usageElsewhere: Example(choice(#""index":0,"delta":{},\#(usage)"#) + whole)
        }
    }

    @Test(arguments: Oddity.allCases)
    func anOddityIsNamed(oddity: Oddity) {
        let example = Self.example(of: oddity)
        for pieces in cuttings(example.body) {
            let oddities = Reading(
                streams: example.streams, headers: example.headers, pieces, limits: example.limits
            ).oddities
            #expect(Set(oddities.kinds) == Set([oddity] + example.also))
        }
    }

    @Test func anOrdinaryAnswerHasNone() {
        let role = chunk(#""role":"assistant","content":"""#)
        let trailer = data(#"{"choices":[],\#(Self.usage)}"#)
        let body = ": hello\n\n" + role + text("Hel") + text("lo", finish: "stop") + trailer + done
        for end in ["\n", "\r\n"] {
            let type = Header("content-type", "text/event-stream; charset=utf-8")
            reading(body.replacing("\n", with: end), headers: [type]) {
                #expect($0.oddities.isEmpty)
                #expect($0.oddities.sightings == [])
            }
        }
        reading(Self.document, streams: false, headers: [Self.json]) {
            #expect($0.oddities.isEmpty)
        }
    }

    @Test func anOddityIsToldOnceWithItsFirstPlace() {
        let type = [Header("content-type", "text/event-stream")]
        let body = Self.hi + data("ping") + data("pong") + done
        reading(body, headers: type) {
            let place = Self.hi.utf8.count
            #expect($0.oddities.sightings.map(\.oddity) == [.unreadable])
            #expect($0.oddities.sightings.map(\.place) == [place])
        }
        reading("data: a\rdata: b\r\r", headers: type) {
            #expect($0.oddities.sightings.first?.place == 7)
        }
    }

    /// Whatever comes, the same is said of it however it is cut.
    @Test(arguments: Corpus.exchanges)
    func theSameIsOddHoweverAnAnswerIsCut(example: ExchangeCase) {
        let whole = Reading(example, [example.body]).oddities
        for pieces in cuttings(example.body) {
            #expect(Reading(example, pieces).oddities == whole)
        }
    }

    @Test func namesAreThoseOfTheCases() {
        #expect(Oddity.missingDone.name == "missingDone")
        #expect(Oddity.allCases.count <= 64)
    }
}

/// An answer and `[DONE]`, compressed.
private enum Compressed {
    static let gzip = bytes(
        .string(
            "H4sIAAAAAAACAx3MMQqAMAxG4b2nkH92cM6s4KQHKCKljRiQVGwGQXp3xfV98FKwQM2DuGeJXED+gWjiG9S1SHxYAH2c"
                + "1VgNhFFQW2yiUvb14lCyfrVYPlGX6lz6h76fp2Fx7gUTt/frXwAAAA=="))
    static let raw = bytes(
        .string(
            "HcwxCoAwDEbhvaeQf3ZwzqzgpAcoIqWNGJBUbAZBenfF9X3wUrBAzYO4Z4lcQP6BaOIb1LVIfFgAfZzVWA2EUVBbbKJS"
                + "9vXiULJ+tVg+UZfqXPqHvp+nYXHuBQ=="))
}
