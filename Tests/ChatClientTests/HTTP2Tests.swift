import ChatClient
import ChatCompletions
import Support
import Testing

/// HTTP/2 where it is offered: the same events, and a stop that the server hears of.
@Suite(.timeLimit(.minutes(1)), .enabled(if: HTTP2Server.isPossible))
struct HTTP2Tests {
    private func request(to server: HTTP2Server) -> HTTPRequest {
        ChatClientTests.request(to: server.baseURL + "/chat/completions")
    }

    @Test func anAnswerStreamsOverIt() async throws {
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk(streamChunk("你")), .pause(until: gate),
            .chunk(streamChunk("好", finish: "stop")), .chunk("data: [DONE]\n\n"), .lastChunk,
        ])
        let server = try HTTP2Server(to: provider.port)
        let exchange = server.client().send(
            request(to: server), streams: true, key: Secret(secretText))
        let first = await exchange.events { !$0.reads.isEmpty }
        #expect(first.text == streamChunk("你"))
        gate.open()
        let all = first + (await exchange.rest())
        #expect(all.head?.version == "HTTP/2")
        #expect(all.head?.reason == "")
        #expect(all.head?.remoteAddress == "127.0.0.1:\(server.port)")
        #expect(all.end?.failure == nil)
        #expect(all.end?.done == true)
        #expect(all.end?.timings.tls != nil)
    }

    @Test func whatIsRecordedIsWhatArrives() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let server = try HTTP2Server(to: provider.port)
        let all = await server.client().events(request(to: server), key: Secret(secretText))
        let received = await provider.request()
        #expect(received.value(of: "host") == "127.0.0.1:\(server.port)")
        #expect(received.value(of: "authorization") == "Bearer \(secretText)")
        for header in try #require(all.sent?.headers) where header.name != "Authorization" {
            #expect(received.value(of: header.name) == header.value)
        }
        #expect(received.body == all.sent?.body)
    }

    @Test func exchangesOneAfterTheOtherShareAConnection() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let server = try HTTP2Server(to: provider.port)
        let client = server.client()
        for _ in 0..<8 {
            #expect(await client.events(request(to: server)).head?.version == "HTTP/2")
        }
        #expect(client.connections.opened == 1)
        #expect(client.connections.reused == 7)
    }

    @Test func stoppingIsToldToTheServer() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk(streamChunk("x")), .pause(until: Gate()),
        ])
        let server = try HTTP2Server(to: provider.port)
        let client = server.client()
        let exchange = client.send(request(to: server), streams: true, key: nil)
        _ = await exchange.events { !$0.reads.isEmpty }
        exchange.cancel()
        await provider.clientClosed()
        #expect(await exchange.rest().end?.failure?.kind == .cancelled)
    }

    @Test func stoppingOneLeavesTheOthersAlone() async throws {
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk(streamChunk("x")), .pause(until: gate),
            .chunk(streamChunk("y", finish: "stop")), .lastChunk,
        ])
        let server = try HTTP2Server(to: provider.port)
        let client = server.client()
        let stopped = client.send(request(to: server), streams: true, key: nil)
        let other = client.send(request(to: server), streams: true, key: nil)
        _ = await stopped.events { !$0.reads.isEmpty }
        stopped.cancel()
        await provider.clientClosed()
        #expect(await stopped.rest().end?.failure?.kind == .cancelled)
        gate.open()
        #expect(await other.rest().end?.failure == nil)
        #expect(client.connections.opened == 2)
    }

    @Test func aBrokenStreamIsACutAnswer() async throws {
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk(streamChunk("half")), .pause(until: gate), .reset,
        ])
        let server = try HTTP2Server(to: provider.port)
        let exchange = server.client().send(request(to: server), streams: true, key: nil)
        let first = await exchange.events { !$0.reads.isEmpty }
        gate.open()
        let all = first + (await exchange.rest())
        #expect(all.text == streamChunk("half"))
        #expect(all.end?.failure?.kind == .truncated)
        #expect(all.end?.failure?.message.isEmpty == false)
    }
}
