import ChatClient
import ChatCompletions
import Support
import Testing
import Words

/// Whatever goes wrong is told in words, with the phase, as the last event.
@Suite(.timeLimit(.minutes(1)))
struct FailureTests {
    let client = Client()

    private func failure(_ request: HTTPRequest, key: Secret? = nil) async throws -> Failure {
        let all = await client.events(request, key: key)
        return try #require(all.end?.failure)
    }

    private func failure(_ steps: TestStep...) async throws -> Failure {
        try await failure(request(to: TestProvider(scripts: [steps])))
    }

    @Test func nobodyListens() async throws {
        let url = try DeafListener().url
        let failure = try await failure(request(to: url))
        #expect(failure.kind == .transport)
        #expect(failure.phase == .connect)
        #expect(failure.message.contains("connection refused"))
    }

    @Test func theNameIsUnknown() async throws {
        let name = String(repeating: "a", count: 70)
        let failure = try await failure(request(to: "https://\(name).invalid/v1"))
        #expect(failure.phase == .nameLookup)
        #expect(failure.message.contains("was not found"))
    }

    @Test func connectingTakesTooLong() async throws {
        let deaf = try DeafListener()
        let client = Client.with { $0.connectLimit = .milliseconds(50) }
        let failure = try #require(await client.events(request(to: deaf.url)).end?.failure)
        #expect(failure.phase == .connect)
        #expect(failure.message.contains("within 50 ms"))
    }

    @Test func theServerSaysNothingAtAll() async throws {
        let failure = try await failure(.close)
        #expect(failure.phase == .firstByte)
        #expect(failure.message.contains("closed the connection without an answer"))
    }

    @Test func whatAnswersSpeaksNoHTTP() async throws {
        let failure = try await failure(.text("SSH-2.0-OpenSSH_9.2\r\n"), .close)
        #expect(failure.phase == .connect)
        #expect(failure.message.contains("does not speak HTTP"))
    }

    /// libcurl takes these for an answer without a body.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n", "HTTP/1.1 200 OK\r\nContent-Ty",
        "HTTP/1.1 500 Internal Server Error\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n",
    ])
    func aHeadThatBreaksOffIsNoAnswer(head: String) async throws {
        let provider = try TestProvider([.text(head), .close])
        let all = await client.events(request(to: provider))
        let failure = try #require(all.end?.failure)
        #expect(all.head == nil)
        #expect(failure.kind == .transport)
        #expect(failure.mayHaveBeenAnswered)
        #expect(failure.advice.english.contains("whether it was answered and billed"))
        let reply = await client.get(provider.baseURL + "/models", keyHeader: nil, key: nil)
        #expect(reply.failure?.phase == .firstByte)
        let reset = try TestProvider([.text(head), .reset])
        #expect(await client.events(request(to: reset)).end?.failure?.phase == .firstByte)
    }

    @Test(arguments: ["HTTP/1.1 000 x", "HTTP/3.7 200 OK", "HTTP/1.1 abc x"])
    func aStatusLineThatIsNoneIsNoMatterOfTheAddress(line: String) async throws {
        let failure = try await failure(.text(line + "\r\n\r\n"), .close)
        #expect(failure.phase == .firstByte)
        #expect(
            failure.sentence.english.hasPrefix("The request was sent, and no answer could be had: ")
        )
        #expect(failure.sentence.english.contains("status line that is no HTTP"))
        #expect(failure.advice.english.contains("whether it was answered and billed"))
    }

    @Test func theConnectionIsReset() async throws {
        #expect(try await failure(.reset).phase == .firstByte)
        let gate = Gate()
        let provider = try TestProvider([.streamHead, .chunk("x"), .pause(until: gate), .reset])
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        let before = await exchange.events { !$0.reads.isEmpty }
        gate.open()
        #expect(before.text == "x")
        #expect(await exchange.rest().end?.failure != nil)
    }

    @Test(arguments: [
        [TestStep.streamHead, .chunk("data: 1\n\n"), .close],
        [.head(200, ["Content-Length: 100"]), .text("data: 1\n\n"), .close],
    ])
    func theBodyIsCut(script: [TestStep]) async throws {
        let all = await client.events(request(to: try TestProvider(script)))
        #expect(all.text == "data: 1\n\n")
        #expect(all.end?.failure != nil)
    }

    @Test func aKeyIsNotSentInTheOpen() async throws {
        let failure = try await failure(
            request(to: "http://192.0.2.1/v1/chat/completions"),
            key: Secret(secretText)
        )
        #expect(failure.phase == .url)
        #expect(failure.message.contains("nothing was sent"))
    }

    @Test(arguments: ["ftp://127.0.0.1/v1", "file:///etc/passwd", "nonsense", "http://"])
    func otherAddressesAreRefused(url: String) async throws {
        #expect(try await failure(request(to: url)).phase == .url)
    }

    @Test func aHeaderWithALineBreakIsNotSent() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let url = provider.baseURL
        let bad = request(to: url, headers: [Header("X-Note", "a\r\nX-Other: b")])
        let failure = try await failure(bad)
        #expect(failure.phase == .header)
        #expect(failure.sentence.english.hasPrefix("Nothing was sent: the header X-Note holds"))
        #expect(failure.advice.english.hasPrefix("Write its value in one line"))
        #expect(
            try await self.failure(request(to: url), key: Secret("sk\nX: y")).phase == .header)
        #expect(provider.connectionCount == 0)
    }

    @Test func headersWithoutEndAreRefused() async throws {
        let many = (0..<400).map { "X-\($0): " + String(repeating: "x", count: 8_000) }
        let long = ["X-Long: " + String(repeating: "x", count: 200_000)]
        for lines in [many, long] {
            let failure = try await failure(.head(200, lines), .close)
            #expect(failure.message.contains("headers are larger"))
            #expect(failure.phase == .firstByte)
        }
    }

    @Test func anEndlessBodyIsStopped() async throws {
        let client = Client.with { $0.bodyLimit = 1 << 20 }
        let body = [UInt8](repeating: UInt8(ascii: ":"), count: 4 << 20)
        let provider = try TestProvider([.head(200, []), .bytes(body), .pause(until: Gate())])
        let all = await client.events(request(to: provider))
        await provider.clientClosed()
        #expect(all.end?.failure?.message.contains("larger than 1 MiB") == true)
    }

    @Test func libcurlIsMissing() async throws {
        let client = Client.with { $0.libraryFiles = ["libcurl-of-nowhere.so.9"] }
        for _ in 0..<2 {
            let all = await client.events(request(to: "https://127.0.0.1/v1"))
            let message = try #require(all.end?.failure?.message)
            #expect(message.contains("libcurl-of-nowhere.so.9"))
            #expect(message.contains("install libcurl"))
        }
        #expect(try Client.libcurlVersion().hasPrefix("libcurl/"))
    }

    @Test func aRequestThatCannotBeMadeSaysSo() async throws {
        let provider = Provider(id: "nowhere", title: "Nowhere", endpoints: [])
        let chat = ChatRequest(provider: provider, model: "m", messages: [Message(.user, "hi")])
        let all = await client.send(chat, key: nil).rest()
        #expect(all.end?.failure?.phase == .url)
    }
}

/// The time limits, made short.
@Suite(.timeLimit(.minutes(1)))
struct LimitTests {
    @Test func noHeadInTime() async throws {
        let client = Client.with { $0.headLimit = .milliseconds(50) }
        let provider = try TestProvider([.pause(until: Gate())])
        let all = await client.events(request(to: provider))
        await provider.clientClosed()
        #expect(all.end?.failure?.phase == .firstByte)
        #expect(all.end?.failure?.message == "no answer within 50 ms")
    }

    @Test(arguments: ["", ": keep-alive\n\n", "\n\n"])
    func noEventInTimeAndKeepAlivesAreNone(text: String) async throws {
        let client = Client.with { $0.firstEventLimit = .milliseconds(50) }
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        let provider = try TestProvider([.text(head + text), .pause(until: Gate())])
        let all = await client.events(request(to: provider))
        await provider.clientClosed()
        #expect(all.end?.failure?.phase == .silence)
        #expect(all.text == text)
    }

    @Test func silenceAfterTheFirstEvent() async throws {
        let client = Client.with { $0.silenceLimit = .milliseconds(50) }
        let provider = try TestProvider([
            .streamHead, .chunk("data: {}\n\n"), .pause(until: Gate()),
        ])
        let all = await client.events(request(to: provider))
        #expect(all.text == "data: {}\n\n")
        #expect(all.end?.failure?.phase == .silence)
    }

    @Test func anAnswerThatIsWholeNeedNotBeClosed() async throws {
        let client = Client.with { $0.lingerLimit = .milliseconds(50) }
        let provider = try TestProvider([
            .streamHead, .chunk(streamChunk("hi", finish: "stop")), .pause(until: Gate()),
        ])
        let all = await client.events(request(to: provider))
        await provider.clientClosed()
        #expect(all.end?.failure == nil)
        #expect(all.end?.done == false)
    }

    /// No figures can follow that would be worth the wait.
    @Test func afterDoneNothingIsWaitedFor() async throws {
        let client = Client.with { $0.lingerLimit = .seconds(1000) }
        let provider = try TestProvider([
            .streamHead, .chunk(streamChunk("hi", finish: "stop") + "data: [DONE]\n\n"),
            .pause(until: Gate()),
        ])
        let all = await client.events(request(to: provider))
        await provider.clientClosed()
        #expect(all.end?.failure == nil)
        #expect(all.end?.done == true)
    }

    @Test func aReaderWhoIsBehindIsNotTheServersSilence() async throws {
        let client = Client.with { $0.silenceLimit = .milliseconds(200) }
        let gate = Gate()
        let provider = try TestProvider(
            [.streamHead, .chunk("data: {}\n\n"), .pause(until: gate), .lastChunk],
            [.pause(until: Gate())]
        )
        let slow = client.send(request(to: provider), streams: true, key: nil)
        _ = await provider.request()
        // Time passes while another exchange runs into its limit.
        let other = Client.with { $0.headLimit = .milliseconds(300) }
        _ = await other.events(request(to: provider))
        gate.open()
        #expect(await slow.rest().end?.failure?.phase != .silence)
    }
}
