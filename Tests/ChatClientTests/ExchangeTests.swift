import ChatClient
import ChatCompletions
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ExchangeTests {
    let client = ChatClient()

    func events(_ request: HTTPRequest, key: Secret? = nil) async -> [ExchangeEvent] {
        var events: [ExchangeEvent] = []
        for await event in client.send(request, streams: true, key: key) { events.append(event) }
        return events
    }

    @Test func whatIsRecordedAsSentIsWhatTheServerGets() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let all = await events(request(to: provider), key: Secret(secretText))
        let received = await provider.request()
        let sent = try #require(all.sent)
        let recorded = sent.headers.map { "\($0.name): \($0.value)" }
        #expect(received.line == "POST /v1/chat/completions HTTP/1.1")
        #expect(received.headers.first == "Host: 127.0.0.1:\(provider.port)")
        #expect(
            received.headers.dropFirst().map {
                $0.replacing(secretText, with: Secret.mask)
            } == recorded)
        #expect(received.body == sent.body)
        #expect(received.value(of: "authorization") == "Bearer \(secretText)")
        #expect(received.value(of: "accept-encoding") == "identity")
        #expect(received.value(of: "expect") == nil)
    }

    @Test func everyChunkIsAReadWithItsTime() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk("data: 1\n\n"), .chunk("data: 2\n\n"), .lastChunk,
        ])
        let all = await events(request(to: provider))
        #expect(
            all.reads.map { String(decoding: $0.bytes, as: UTF8.self) }
                == ["data: 1\n\n", "data: 2\n\n"])
        #expect(all.reads.map(\.time) == all.reads.map(\.time).sorted())
    }

    @Test func aKeptConnectionIsUsedAgainAndReported() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let first = await events(request(to: provider))
        let second = await events(request(to: provider))
        #expect(first.head?.reusedConnection == false)
        #expect(first.end?.timings.connected != nil)
        #expect(second.head?.reusedConnection == true)
        #expect(second.end?.timings.connected == nil)
        #expect(provider.connectionCount == 1)
    }
}
