import ChatClient
import ChatCompletions
import Support
import Testing

/// In compressed bytes nobody finds a key: where one could be, the text is what is kept.
@Suite(.timeLimit(.minutes(1)))
struct CompressedKeyTests {
    private let body = streamChunk("your key is \(secretText), ha", finish: "stop")

    @Test(arguments: [1, 7, 4096])
    func aKeyInACompressedAnswerIsNotFound(size: Int) async throws {
        let bytes = Gzip.compressed(Array(body.utf8))
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            TestStep.bytes(Array(bytes[$0..<min($0 + size, bytes.count)]))
        }
        let head = ["Content-Encoding: gzip", "Content-Length: \(bytes.count)"]
        let provider = try TestProvider(scripts: [[.head(200, head)] + pieces])
        let all = await Client().events(request(to: provider), key: Secret(secretText))
        #expect(all.text == body.replacing(secretText, with: "•••"))
        #expect(all.content == "your key is •••, ha")
        #expect(all.end?.failure == nil)
        #expect(all.head?.value(of: "content-encoding") == "gzip, undone")
    }

    @Test func theSameWithoutACodingInTheHeadAndAsDeflate() async throws {
        let text = body.replacing("ha", with: "哈")
        for (bytes, head) in [
            (Gzip.compressed(Array(text.utf8)), []),
            (Gzip.deflated(Array(text.utf8)), ["Content-Encoding: deflate"]),
        ] {
            let head = head + ["Content-Length: \(bytes.count)"]
            let provider = try TestProvider([.head(200, head), .bytes(bytes)])
            let all = await Client().events(request(to: provider), key: Secret(secretText))
            #expect(all.content == "your key is •••, 哈")
            #expect(all.end?.failure == nil)
        }
    }

    @Test func whatIsCompressedTwiceOrInAnotherWayIsNotKept() async throws {
        let twice = Gzip.compressed(Gzip.compressed(Array(body.utf8)))
        for (bytes, coding) in [(twice, "gzip"), ([0x8B, 1, 2, 3, 4], "br")] {
            let head = ["Content-Encoding: \(coding)", "Content-Length: \(bytes.count)"]
            let provider = try TestProvider([.head(200, head), .bytes(bytes)])
            let all = await Client().events(request(to: provider), key: Secret(secretText))
            #expect(all.text == "")
            #expect(all.end?.failure?.kind == .malformed)
            #expect(all.end?.failure?.message.contains("compressed") == true)
        }
    }

    @Test func aDamagedAnswerSaysSoAndKeepsWhatCame() async throws {
        let bytes = Gzip.compressed(Array("data: {}\n\n".utf8)).prefix(18) + [0xFF, 0xFF, 0xFF]
        let head = ["Content-Encoding: gzip", "Content-Length: \(bytes.count)"]
        let provider = try TestProvider([.head(200, head), .bytes(Array(bytes))])
        let all = await Client().events(request(to: provider), key: Secret(secretText))
        #expect(all.text.hasPrefix("data: {"))
        #expect(all.end?.failure != nil)
    }

    @Test func withoutAKeyTheBytesAreKeptAsTheyCame() async throws {
        let bytes = Gzip.compressed(Array(body.utf8))
        let provider = try TestProvider(
            [.head(200, ["Content-Length: \(bytes.count)"]), .bytes(bytes)])
        let all = await Client().events(request(to: provider))
        #expect(all.reads.flatMap(\.bytes) == bytes)
    }

    @Test func aCompressedListOfModelsIsRead() async throws {
        let provider = try TestProvider(
            Gzip.answer(200, #"{"data":[{"id":"m-\#(secretText)"},{"id":"tiny"}]}"#))
        var generic = Provider.generic
        generic.endpoints = [.init(provider.baseURL)]
        let names = try await Client().models(of: generic, baseURL: nil, key: Secret(secretText))
        #expect(names == ["m-•••", "tiny"])
    }
}

extension [ExchangeEvent] {
    /// The text of the answer.
    fileprivate var content: String {
        reads.flatMap(\.events).flatMap { $0.delta?.choices ?? [] }.map(\.content).joined()
    }
}
