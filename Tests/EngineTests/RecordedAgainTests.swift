import ChatClient
import ChatCompletions
import Conversations
import Corpora
import SessionLibrary
import Support
import Testing

/// What is shown of a record is what was shown when it happened: through the real client, the real
/// recorder, and back, without a key.
@Suite(.timeLimit(.minutes(1)))
struct RecordedAgainTests {
    private static let key = "sk-canary-0123456789"
    private let client = Client()

    // MARK: Answers of all kinds

    @Test(arguments: [false, true])
    func everyAnswerIsReadAgainAsItWas(knowsKeys: Bool) async throws {
        let provider = try TestProvider(
            scripts: Corpus.exchanges.map { script($0, [$0.body.count, 7, 1][$0.id.count % 3]) })
        let library = try Library.temporary()
        let recorder = Recorder(library)
        for (number, example) in Corpus.exchanges.enumerated() {
            let id = ExchangeID(rawValue: "\(number)")
            let exchange = client.send(
                request(to: provider, streams: example.streams), streams: example.streams,
                key: knowsKeys ? Secret(Self.key) : nil)
            let shown = try await record(exchange, id, recorder)
            #expect(try again(id, library) == shown, Comment(rawValue: example.id))
        }
    }

    private func script(_ example: ExchangeCase, _ size: Int) -> [TestStep] {
        let lines = example.headers.map { "\($0.name): \($0.value)" }
        let length = example.body.count + (example.isCut ? 1 : 0)
        let pieces = cut(example.body, by: max(1, example.body.count < 3000 ? size : 1021))
        return [.head(example.status, lines + ["Content-Length: \(length)"])]
            + pieces.map(TestStep.bytes) + (example.isCut ? [.close] : [])
    }

    // MARK: Keys that a model spells

    @Test(arguments: [1, 2, 5, 9], [1, 16, 4096])
    func aKeyInPiecesIsNotOnRecord(size: Int, writes: Int) async throws {
        let text = "I say \(Self.key), sk-can, \(Self.key)"
        let chunks = pieces(of: text, size).flatMap { piece in
            [chunk(0, #""content":"\#(piece)""#), chunk(1, #""reasoning":"\#(piece)""#)]
        }
        let calls = pieces(of: Self.key, size).map {
            chunk(0, #""tool_calls":[{"index":0,"function":{"arguments":"\#($0)"}}]"#)
        }
        let end =
            chunk(0, "", #","finish_reason":"stop""#) + chunk(1, "", #","finish_reason":"stop""#)
        let body = (chunks + calls).joined() + end + "data: [DONE]\n\n"
        let (shown, again) = try await played(body, by: writes)
        #expect(again == shown)
        let answer = shown.answer
        #expect(answer.choices.first?.content == "I say •••, sk-can, •••")
        #expect(answer.choices.last?.reasoning == "I say •••, sk-can, •••")
        #expect(answer.choices.first?.toolCalls.map(\.arguments) == ["•••"])
        let spelt = shown.events.compactMap { $0.span.map { Array(shown.bytes[$0]) } }
        #expect(
            spelt.map { String(decoding: $0, as: UTF8.self) }
                == shown.events.map { "data: \($0.data)" })
    }

    /// In events of other forms, with what is no text beside it.
    @Test func whatStandsBesideAKeyStays() async throws {
        let half = Self.key.count / 2
        let (first, second) = (Self.key.prefix(half), Self.key.dropFirst(half))
        let body =
            [
                #"id: 7"# + "\n"
                    + #"data: {"id":"a","service_tier":"x","choices":[{"index":0,"stop":1,"#
                    + "\n"
                    + #"data: "delta":{"role":"assistant","content":"\#(first)"}}],"usage":{"total_tokens":3}}"#,
                #"data: {"choices":[{"index":0,"message":{"content":"\#(second)!"},"logprobs":{"content":[{"token":"\#(second)!"}]}}]}"#,
                #"data: {"choices":[{"text":" so","finish_reason":"stop"}]}"#, "data: [DONE]",
            ].joined(separator: "\r\n\r\n") + "\r\n\r\n"
        for size in [1, 9, 4096] {
            let (shown, again) = try await played(body, by: size)
            #expect(again == shown)
            #expect(shown.answer.choices.first?.content == "•••! so")
            #expect(shown.answer.choices.first?.logprobs.isEmpty == true)
            #expect(shown.answer.details["service_tier"] == "x")
            #expect(shown.answer.usage?.totalTokens == 3)
            #expect(shown.answer.choices.first?.finishReason == "stop")
        }
    }

    @Test func whatOnlyBeginsLikeAKeyIsLeftAsItCame() async throws {
        let body =
            chunk(0, #""content":"so sk-can""#) + chunk(1, #""content":"sk""#) + ": c\n\n"
            + chunk(0, #""reasoning":"no""#) + "data: [DONE]\n\n" + "data: {"
        for size in [1, 30, 4096] {
            let (shown, again) = try await played(body, by: size)
            #expect(again == shown)
            #expect(String(decoding: shown.bytes, as: UTF8.self) == body)
            #expect(shown.answer.choices.map(\.content) == ["so sk-can", "sk"])
        }
    }

    private func chunk(_ index: Int, _ delta: String, _ rest: String = "") -> String {
        #"data: {"choices":[{"index":\#(index),"delta":{\#(delta)}\#(rest)}]}"# + "\n\n"
    }

    private func pieces(of text: String, _ size: Int) -> [String] {
        cut(Array(text.utf8), by: size).map { String(decoding: $0, as: UTF8.self) }
    }

    private func played(_ body: String, by size: Int) async throws -> (Shown, Shown) {
        let steps = cut(Array(body.utf8), by: size).map(TestStep.bytes)
        let head = ["Content-Type: text/event-stream", "Content-Length: \(body.utf8.count)"]
        let provider = try TestProvider([.head(200, head)] + steps)
        let library = try Library.temporary()
        let id = ExchangeID(rawValue: "x")
        let exchange = client.send(
            request(to: provider, streams: true), streams: true, key: Secret(Self.key))
        let shown = try await record(exchange, id, Recorder(library))
        return (shown, try again(id, library))
    }

    // MARK: There and back

    private func request(to provider: TestProvider, streams: Bool) -> HTTPRequest {
        HTTPRequest(
            method: "POST", url: provider.baseURL + "/chat/completions", headers: [],
            body: Array(#"{"model":"tiny","stream":\#(streams)}"#.utf8),
            keyHeader: Header("Authorization", "Bearer "))
    }

    private func record(
        _ exchange: Exchange, _ id: ExchangeID, _ recorder: Recorder
    ) async throws -> Shown {
        let settings = LaneSettings(provider: "generic", model: "tiny")
        try await recorder.begin(id, settings: settings, created: Timestamp(milliseconds: 1))
        var shown = Shown()
        while case let batch = await exchange.nextBatch(), !batch.isEmpty {
            try await recorder.record(batch, of: id)
            for event in batch { shown.add(event) }
        }
        return shown
    }

    private func again(_ id: ExchangeID, _ library: Library) throws -> Shown {
        let stored = try #require(try library.exchange(id))
        var reader = RecordReader(
            ExchangeRecord(request: stored.request, head: stored.head, end: stored.end))
        var shown = Shown()
        while !reader.isOver {
            if reader.needsReads {
                let reads = try library.reads(of: id, from: reader.nextRead, limit: 3)
                reader.take(reads.map { WireRead(time: $0.time, bytes: $0.bytes) })
            }
            for event in reader.next() { shown.add(event) }
        }
        return shown
    }
}

/// All that is to be seen of an exchange.
private struct Shown: Equatable {
    private var request: SentRequest?
    private var head: ResponseHead?
    private var end: ExchangeEnd?
    private(set) var events: [StreamEvent] = []
    /// The reads that brought something, without what they mean.
    private var reads: [WireRead] = []
    private(set) var answer = Answer()

    var bytes: [UInt8] { reads.flatMap(\.bytes) }

    mutating func add(_ event: ExchangeEvent) {
        switch event {
        case .request(let request): self.request = request
        case .head(let head): self.head = head
        case .ended(let end): self.end = end
        case .read(let read):
            events += read.events
            if !read.bytes.isEmpty { reads.append(WireRead(time: read.time, bytes: read.bytes)) }
            for delta in read.events.compactMap(\.delta) { answer.add(delta) }
        }
    }
}
