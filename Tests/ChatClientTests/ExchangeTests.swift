import ChatClient
import ChatCompletions
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ExchangeTests {
    let client = Client()

    @Test func whatIsRecordedAsSentIsWhatTheServerGets() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let all = await client.events(request(to: provider), key: Secret(secretText))
        let received = await provider.request()
        let sent = try #require(all.sent)
        let recorded = sent.headers.map { "\($0.name): \($0.value)" }
        #expect(received.line == "POST /v1/chat/completions HTTP/1.1")
        #expect(received.headers.first == "Host: 127.0.0.1:\(provider.port)")
        #expect(
            received.headers.map { $0.replacing(secretText, with: Secret.mask) } == recorded)
        #expect(received.body == sent.body)
        #expect(received.value(of: "authorization") == "Bearer \(secretText)")
        #expect(received.value(of: "accept-encoding") == "identity")
        #expect(received.value(of: "expect") == nil)
    }

    @Test func everyChunkIsAReadWithItsTime() async throws {
        let provider = try TestProvider([
            .streamHead, .chunk("data: 1\n\n"), .chunk("data: 2\n\n"), .lastChunk,
        ])
        let all = await client.events(request(to: provider))
        #expect(
            all.reads.map { String(decoding: $0.bytes, as: UTF8.self) }
                == ["data: 1\n\n", "data: 2\n\n"])
        #expect(all.reads.map(\.time) == all.reads.map(\.time).sorted())
    }

    @Test func whatIsGatheredKeepsItsReadsAndTheirTimes() async throws {
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk("data: 1\n\n"), .pause(until: gate), .chunk("data: 2\n\n"),
            .chunk("data: 3\n\n"), .lastChunk,
        ])
        var options = Client.Options()
        options.gatherFor = .seconds(3_600)
        let exchange = Client(options: options).send(request(to: provider), streams: true, key: nil)
        var batches: [[String]] = []
        while case let events = await exchange.nextBatch(), !events.isEmpty {
            let reads = events.compactMap { event in
                if case .read(let read) = event { read.bytes } else { nil }
            }
            guard !reads.isEmpty else { continue }
            batches.append(reads.map { String(decoding: $0, as: UTF8.self) })
            gate.open()
        }
        #expect(batches == [["data: 1\n\n"], ["data: 2\n\n", "data: 3\n\n"]])
    }

    @Test func theTimesAreInOrder() async throws {
        let provider = try TestProvider([
            .streamHead,
            .chunk(#"data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}"# + "\n\n"),
            .chunk(streamChunk("hi", finish: "stop")), .chunk("data: [DONE]\n\n"), .lastChunk,
        ])
        let end = try #require(await client.events(request(to: provider)).end)
        #expect(end.failure == nil)
        let times = end.timings
        let steps = [
            times.nameLookup, times.connected, times.firstByte, times.firstToken,
            times.firstVisible, times.completed,
        ]
        #expect(steps.compactMap(\.self).count == 6)
        #expect(steps.compactMap(\.self) == steps.compactMap(\.self).sorted())
        #expect(times.tls == nil)
    }

    @Test(arguments: ["", "/", "/chat/completions", "/chat/completions/"])
    func theModelsAreBesideTheCompletions(end: String) async throws {
        let provider = try TestProvider(TestStep.answer(200, #"{"data":[{"id":"a"},{"id":"b"}]}"#))
        let names = try await client.models(
            of: .generic, baseURL: provider.baseURL + end, key: nil)
        #expect(names == ["a", "b"])
        #expect(await provider.request().line == "GET /v1/models HTTP/1.1")
    }

    @Test func aKeptConnectionIsUsedAgainAndReported() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let first = await client.events(request(to: provider))
        let second = await client.events(request(to: provider))
        #expect(first.head?.reusedConnection == false)
        #expect(first.end?.timings.connected != nil)
        #expect(second.head?.reusedConnection == true)
        #expect(second.end?.timings.connected == nil)
        #expect(provider.connectionCount == 1)
        #expect(client.connections.opened == 1)
        #expect(client.connections.reused == 1)
    }

    @Test func aConnectionThatWasClosedMeanwhileIsReplaced() async throws {
        let closing = TestStep.answer(200, "{}") + [.close]
        let provider = try TestProvider(closing, closing, closing)
        for _ in 0..<3 {
            let all = await client.events(request(to: provider))
            #expect(all.head?.status == 200)
        }
        #expect(provider.connectionCount == 3)
        #expect(provider.requests.count == 3)
    }

    @Test func sixtyFourExchangesShareOneThread() async throws {
        let gate = Gate()
        let script = [TestStep.streamHead, .pause(until: gate), .chunk("data: x\n\n"), .lastChunk]
        let provider = try TestProvider(script)
        let exchanges = (0..<64).map { _ in
            client.send(request(to: provider), streams: true, key: nil)
        }
        _ = await provider.request(64)
        gate.open()
        for exchange in exchanges {
            let all = await exchange.rest()
            #expect(all.text == "data: x\n\n")
            #expect(all.end != nil)
        }
        #expect(provider.connectionCount == 64)
    }

    @Test func theBodyIsRecordedBeforeAnyContentCoding() async throws {
        let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let provider = try TestProvider([
            .head(200, ["Content-Encoding: gzip", "Content-Length: \(gzip.count)"]),
            .byteByByte(gzip),
        ])
        let all = await client.events(request(to: provider))
        #expect(all.reads.flatMap(\.bytes) == gzip)
    }

    @Test func theHeadIsAsItCame() async throws {
        let lines = ["X-Odd-CASE:  spaced  ", "x-twice: 1", "x-twice: 2", "Content-Length: 0"]
        let provider = try TestProvider([.text("HTTP/1.1 100 Continue\r\n\r\n"), .head(418, lines)])
        let head = try #require(await client.events(request(to: provider)).head)
        #expect(head.version == "HTTP/1.1")
        #expect(head.status == 418)
        #expect(head.reason == "Test")
        #expect(
            head.headers == [
                Header("X-Odd-CASE", "spaced"), Header("x-twice", "1"), Header("x-twice", "2"),
                Header("Content-Length", "0"),
            ])
        #expect(head.remoteAddress == "127.0.0.1:\(provider.port)")
    }

    @Test func aRedirectIsShownAndNotFollowed() async throws {
        let other = try TestProvider(TestStep.answer(200, "{}"))
        let place = "Location: \(other.baseURL)/chat/completions"
        for status in [301, 302, 303, 307, 308] {
            let provider = try TestProvider(TestStep.answer(status, "", headers: [place]))
            let all = await client.events(request(to: provider), key: Secret(secretText))
            #expect(all.head?.status == status)
            #expect(all.end?.failure?.kind == .redirect)
        }
        #expect(other.connectionCount == 0)
    }

    @Test func aDocumentCanBeFetched() async throws {
        let provider = try TestProvider(TestStep.answer(200, #"{"data":[]}"#))
        let reply = await client.get(
            provider.baseURL + "/models",
            keyHeader: Header("Authorization", "Bearer "),
            key: Secret(secretText)
        )
        #expect(reply.head?.status == 200)
        #expect(String(decoding: reply.body, as: UTF8.self) == #"{"data":[]}"#)
        #expect(reply.failure == nil)
        let received = await provider.request()
        #expect(received.line == "GET /v1/models HTTP/1.1")
        #expect(received.value(of: "authorization") == "Bearer \(secretText)")
    }

    @Test func blankLinesBeforeAnAnswerCostLittle() async throws {
        let document = #"{"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]}"#
        let provider = try TestProvider([
            .head(200, []), .bytes([UInt8](repeating: 0x0A, count: 1 << 20)), .text(document),
            .close,
        ])
        let all = await client.events(request(to: provider))
        let deltas = all.reads.flatMap(\.events).compactMap(\.delta)
        #expect(deltas.first?.choices.first?.content == "hi")
        #expect(all.end?.failure == nil)
    }

    @Test func aReaderWhoDoesNotReadMakesTheServerWait() async throws {
        let limit = 64 << 10
        let client = Client.with { $0.pendingLimit = limit }
        let whole = 8 << 20
        let provider = try TestProvider([
            .head(200, ["Content-Length: \(whole)"]),
            .bytes([UInt8](repeating: UInt8(ascii: "<"), count: whole)),
        ])
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        await provider.sent(whole / 16)
        var (total, largest) = (0, 0)
        while case let batch = await exchange.nextBatch(), !batch.isEmpty {
            let count = batch.reads.reduce(0) { $0 + $1.bytes.count }
            (total, largest) = (total + count, max(largest, count))
        }
        #expect(total == whole)
        #expect(largest <= limit + 16 << 10)
    }
}
