import ChatClient
import ChatCompletions
import Support
import Testing
import Words

/// Nothing is sent twice by itself: an answer that did not come may have been made, and billed.
@Suite(.timeLimit(.minutes(1)))
struct OnceTests {
    private let client = Client()
    private let answer = TestStep.answer(200, "{}")

    /// The kept connection closes when the server has read the whole of the second request.
    @Test(arguments: [[TestStep.close], [.reset]])
    func aKeptConnectionThatClosesIsNotAskedTwice(ending: [TestStep]) async throws {
        let provider = try TestProvider(answer, ending, answer)
        #expect(await client.events(request(to: provider)).end?.failure?.kind != .transport)
        let failure = try #require(await client.events(request(to: provider)).end?.failure)
        #expect(failure.phase == .firstByte)
        #expect(
            failure.message
                == "127.0.0.1:\(provider.port) closed the kept connection without an answer")
        #expect(failure.advice.english.contains("whether it was answered and billed"))
        // It spoke plain HTTP a moment ago.
        #expect(!failure.advice(sentTo: provider.baseURL).english.contains("TLS"))
        #expect(failure.mayHaveBeenAnswered)
        #expect(provider.requests.count == 2)
        #expect(provider.connectionCount == 1)
        // And the next one is answered.
        #expect(await client.events(request(to: provider)).head?.status == 200)
        #expect(provider.requests.count == 3)
    }

    /// A body that does not fit into one write is no other case.
    @Test func aLargeBodyIsNotSentTwiceEither() async throws {
        let provider = try TestProvider(answer, [.close], answer)
        let body = String(repeating: "x", count: 3 << 20)
        let url = provider.baseURL + "/chat/completions"
        _ = await client.events(request(to: url, body: body))
        let all = await client.events(request(to: url, body: body))
        #expect(all.end?.failure?.phase == .firstByte)
        #expect(provider.requests.map(\.body.count) == [3 << 20, 3 << 20])
    }

    @Test func noOtherKeptConnectionIsTriedInItsPlace() async throws {
        let gate = Gate()
        let both = [TestStep.pause(until: gate)] + answer
        let provider = try TestProvider(both, both, [.close], answer)
        let exchanges = (0..<2).map { _ in
            client.send(request(to: provider), streams: true, key: nil)
        }
        _ = await provider.request(2)
        gate.open()
        for exchange in exchanges { _ = await exchange.rest() }
        #expect(await client.events(request(to: provider)).end?.failure?.phase == .firstByte)
        #expect(provider.requests.count == 3)
    }

    @Test func aListOfModelsIsAskedForOnceToo() async throws {
        let provider = try TestProvider(answer, [.close], answer)
        _ = await client.events(request(to: provider))
        let reply = await client.get(provider.baseURL + "/models", keyHeader: nil, key: nil)
        #expect(reply.failure?.phase == .firstByte)
        #expect(provider.requests.count == 2)
    }

    /// Closed before anything was sent: a new connection, and nobody need know.
    @Test func aConnectionThatWasClosedMeanwhileIsOpenedAnew() async throws {
        let provider = try TestProvider(answer + [.close], answer)
        for _ in 0..<2 {
            #expect(await client.events(request(to: provider)).head?.status == 200)
        }
        #expect(provider.requests.count == 2)
        #expect(provider.connectionCount == 2)
    }

    @Test func aRequestThroughAProxyIsAnsweredAndSentOnce() async throws {
        let provider = try TestProvider(answer, [.close], answer)
        let client = Client.with { $0.proxy = .address("http://127.0.0.1:\(provider.port)") }
        let request = request(to: "http://provider.example/v1/chat/completions")
        #expect(await client.events(request).head?.status == 200)
        _ = await client.events(request)
        #expect(provider.requests.count == 2)
    }

    /// What libcurl knows of a kept connection it knows of a kept tunnel too, and of TLS in it.
    @Test(.enabled(if: HTTP2Server.isPossible), arguments: ["http/1.1", "h2"])
    func aTunnelThatClosesIsNotDugAnew(version: String) async throws {
        let provider = try TestProvider(answer, [.pause(until: Gate())], answer)
        let server = try HTTP2Server(to: provider.port, offering: version)
        let proxy = try ConnectProxy(to: server.port)
        let client = server.client { $0.proxy = .address("http://127.0.0.1:\(proxy.port)") }
        let request = request(to: "https://\(TestCertificate.name)/v1/chat/completions")
        let head = try #require(await client.events(request).head)
        #expect(head.version == (version == "h2" ? "HTTP/2" : "HTTP/1.1"))
        let exchange = client.send(request, streams: true, key: nil)
        _ = await provider.request(2)
        proxy.hangUp()
        let failure = try #require(await exchange.rest().end?.failure)
        #expect(failure.mayHaveBeenAnswered)
        #expect(provider.requests.count == 2)
        #expect(proxy.connectionCount == 1)
        // And the next one is answered, through a tunnel of its own.
        #expect(await client.events(request).head?.status == 200)
        #expect(provider.requests.count == 3)
        #expect(proxy.connectionCount == 2)
    }

    @Test(.enabled(if: HTTP2Server.isPossible))
    func overHTTP2AnExchangeThatIsGivenUpIsNotAskedTwice() async throws {
        let provider = try TestProvider(answer, [.close], answer)
        let server = try HTTP2Server(to: provider.port)
        let client = server.client()
        let request = request(to: server.baseURL + "/chat/completions")
        #expect(await client.events(request).head?.version == "HTTP/2")
        _ = await client.events(request)
        #expect(provider.requests.count == 2)
    }
}
