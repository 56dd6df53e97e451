import ChatClient
import ChatCompletions
import Support
import Testing

/// Stopping closes the connection, in whatever phase: a provider bills what it goes on to say.
@Suite(.timeLimit(.minutes(1)))
struct CancelTests {
    let client = Client()

    @Test func stoppingBeforeTheFirstByte() async throws {
        let provider = try TestProvider([.pause(until: Gate())])
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        _ = await provider.request()
        exchange.cancel()
        await provider.clientClosed()
        let all = await exchange.rest()
        #expect(all.end?.failure?.kind == .cancelled)
        #expect(all.head == nil)
    }

    @Test func stoppingInTheMiddleKeepsWhatCame() async throws {
        let provider = try TestProvider([.streamHead, .chunk("data: 1\n\n"), .pause(until: Gate())])
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        let before = await exchange.events { !$0.reads.isEmpty }
        exchange.cancel()
        await provider.clientClosed()
        let after = await exchange.rest()
        #expect(before.text == "data: 1\n\n")
        #expect(after.end?.failure?.kind == .cancelled)
        #expect(await exchange.nextBatch().isEmpty)
    }

    @Test func stoppingWhileTLSIsBeingSetUp() async throws {
        let provider = try TestProvider([.pause(until: Gate())])
        let url = "https://127.0.0.1:\(provider.port)/v1/chat/completions"
        let exchange = client.send(request(to: url), streams: true, key: nil)
        await provider.clientConnected()
        exchange.cancel()
        await provider.clientClosed()
        #expect(await exchange.rest().end?.failure?.kind == .cancelled)
    }

    @Test func stoppingWhileConnecting() async throws {
        let deaf = try DeafListener()
        let exchange = client.send(request(to: deaf.url), streams: true, key: nil)
        _ = await exchange.nextBatch()
        exchange.cancel()
        #expect(await exchange.rest().end?.failure?.kind == .cancelled)
    }

    @Test func stoppingAtOnce() async throws {
        let provider = try TestProvider([.pause(until: Gate())])
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        exchange.cancel()
        exchange.cancel()
        #expect(await exchange.rest().end?.failure?.kind == .cancelled)
    }

    @Test func stoppingTheTaskStopsTheExchange() async throws {
        let provider = try TestProvider([.streamHead, .pause(until: Gate())])
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        let task = Task { await exchange.rest() }
        _ = await provider.request()
        task.cancel()
        await provider.clientClosed()
        #expect(await task.value.end?.failure?.kind == .cancelled)
    }

    @Test func anExchangeThatNobodyHoldsIsStopped() async throws {
        let provider = try TestProvider([.streamHead, .pause(until: Gate())])
        var exchange: Exchange? = client.send(request(to: provider), streams: true, key: nil)
        _ = await exchange?.nextBatch()
        _ = await provider.request()
        exchange = nil
        await provider.clientClosed()
    }

    @Test func stoppingAnAnswerThatIsOverChangesNothing() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let exchange = client.send(request(to: provider), streams: false, key: nil)
        let all = await exchange.rest()
        exchange.cancel()
        #expect(all.end?.failure?.kind != .cancelled)
        #expect(await exchange.nextBatch().isEmpty)
    }

    @Test func anExchangeOutlivesItsClient() async throws {
        let gate = Gate()
        let provider = try TestProvider([.streamHead, .pause(until: gate), .lastChunk])
        let exchange = Client().send(request(to: provider), streams: true, key: nil)
        _ = await provider.request()
        gate.open()
        #expect(await exchange.rest().end?.failure?.kind != .cancelled)
    }
}
