import ChatCompletions
import Support
import Testing

@testable import ChatClient

/// What is sent again, when, and what the caller sees of it.
@Suite(.timeLimit(.minutes(1)))
struct RetryTests {
    let client = Client()
    private static let quickly = ["Content-Length: 0", "Retry-After-Ms: 1"]

    private func chat(_ provider: TestProvider) -> ChatRequest {
        var generic = Provider.generic
        generic.needsKey = false
        return ChatRequest(
            provider: generic, baseURL: provider.baseURL, model: "m",
            messages: [Message(.user, "hi")])
    }

    private func steps(_ exchange: RetriedExchange) async -> [RetriedExchange.Step] {
        var steps: [RetriedExchange.Step] = []
        for await step in exchange { steps.append(step) }
        return steps
    }

    // MARK: What is sent again

    @Test(arguments: [408, 409, 429, 500, 502, 503, 529])
    func theseStatusesAreTriedAgain(status: Int) async throws {
        let answer = TestStep.answer(200, #"{"choices":[{"message":{"content":"hi"}}]}"#)
        let provider = try TestProvider([.head(status, Self.quickly)], answer)
        let steps = await steps(client.send(chat(provider), key: nil, retries: .upTo(1)))
        #expect(steps.attempts == [1, 2])
        #expect(steps.pauses.map(\.failure.status) == [status])
        #expect(steps.last?.end?.failure == nil)
        #expect(provider.requests.count == 2)
        #expect(provider.requests[0].body == provider.requests[1].body)
    }

    @Test(arguments: [301, 400, 401, 402, 403, 404, 413, 422])
    func theseAreNot(status: Int) async throws {
        let provider = try TestProvider([.head(status, Self.quickly)])
        let steps = await steps(client.send(chat(provider), key: nil, retries: .upTo(3)))
        #expect(steps.attempts == [1])
        #expect(provider.requests.count == 1)
    }

    @Test func aConnectionThatFailsIsTriedAgain() async throws {
        let provider = try TestProvider(
            [.reset], [.close],
            TestStep.answer(200, #"{"choices":[{"message":{"content":"hi"}}]}"#))
        var policy = RetryPolicy.upTo(2)
        policy.firstPause = .milliseconds(1)
        let steps = await steps(client.send(chat(provider), key: nil, retries: policy))
        #expect(steps.attempts == [1, 2, 3])
        #expect(steps.last?.end?.failure == nil)
    }

    @Test(arguments: [
        [TestStep.streamHead, .close],
        [.streamHead, .chunk(streamChunk("half")), .close],
        [.streamHead, .chunk(streamChunk("half")), .reset],
    ])
    func anAnswerThatHasBegunIsNot(script: [TestStep]) async throws {
        let provider = try TestProvider(script)
        let steps = await steps(client.send(chat(provider), key: nil, retries: .upTo(3)))
        #expect(steps.attempts == [1])
        #expect(steps.last?.end?.failure?.kind == .truncated)
        #expect(provider.requests.count == 1)
    }

    @Test func theServerMaySayWhetherItIsWorthwhile() async throws {
        let no = Self.quickly + ["x-should-retry: false"]
        let yes = Self.quickly + ["x-should-retry: true"]
        let provider = try TestProvider([.head(418, yes)], [.head(503, no)])
        let steps = await steps(client.send(chat(provider), key: nil, retries: .upTo(3)))
        #expect(steps.attempts == [1, 2])
    }

    @Test func nothingIsSentTwiceUnlessAskedFor() async throws {
        let provider = try TestProvider([.head(503, Self.quickly)])
        let steps = await steps(client.send(chat(provider), key: nil, retries: .never))
        #expect(steps.attempts == [1])
        #expect(steps.last?.end?.failure?.status == 503)
    }

    @Test func theLimitIsKeptAndTheLastFailureIsTheEnd() async throws {
        let provider = try TestProvider([.head(503, Self.quickly)])
        let steps = await steps(client.send(chat(provider), key: nil, retries: .upTo(3)))
        #expect(steps.attempts == [1, 2, 3, 4])
        #expect(steps.pauses.map(\.number) == [1, 2, 3])
        #expect(steps.last?.end?.failure?.status == 503)
        #expect(provider.requests.count == 4)
    }

    // MARK: When

    @Test func theServersWishIsFollowedUpToAPoint() {
        let policy = RetryPolicy.upTo(2)
        let head = ResponseHead(
            time: .zero, version: "HTTP/1.1", status: 429, reason: "", headers: [])
        func pause(_ milliseconds: Int) -> Duration? {
            let failure = Failure(.http, "", status: 429, retryAfterMilliseconds: milliseconds)
            return policy.pause(before: 1, after: failure, head: head, jitter: 1)
        }
        #expect(pause(1500) == .milliseconds(1500))
        #expect(pause(300_000) == .seconds(300))
        #expect(pause(300_001) == nil)
    }

    @Test func pausesGrowAndScatter() {
        let policy = RetryPolicy.upTo(100)
        let failure = Failure(.transport, "", phase: .connect)
        func pause(_ retry: Int, _ jitter: Double) -> Duration? {
            policy.pause(before: retry, after: failure, head: nil, jitter: jitter)
        }
        #expect(
            (1...8).map { pause($0, 0) }
                == [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map {
                    .milliseconds($0)
                })
        #expect(pause(1, 1) == .milliseconds(250))
        #expect(pause(100, 0) == .seconds(30))
        #expect(pause(101, 0) == nil)
    }

    // MARK: Stopping

    @Test func aWaitCanBeEnded() async throws {
        let provider = try TestProvider([.head(503, ["Content-Length: 0", "Retry-After: 290"])])
        let exchange = client.send(chat(provider), key: nil, retries: .upTo(3))
        var seen: [RetriedExchange.Step] = []
        for await step in exchange {
            seen.append(step)
            if case .pause = step { exchange.cancel() }
        }
        #expect(seen.attempts == [1])
        #expect(seen.pauses.map(\.wait) == [.seconds(290)])
    }

    @Test func endingTheTaskEndsTheWait() async throws {
        let provider = try TestProvider([.head(503, ["Content-Length: 0", "Retry-After: 290"])])
        let exchange = client.send(chat(provider), key: nil, retries: .upTo(3))
        let (paused, told) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for await step in exchange { if case .pause = step { told.yield() } }
        }
        for await _ in paused { break }
        task.cancel()
        await task.value
        #expect(provider.requests.count == 1)
    }

    @Test func anAttemptCanBeEnded() async throws {
        let provider = try TestProvider([.pause(until: Gate())])
        let exchange = client.send(chat(provider), key: nil, retries: .upTo(3))
        async let all = steps(exchange)
        _ = await provider.request()
        exchange.cancel()
        await provider.clientClosed()
        let seen = await all
        #expect(seen.attempts == [1])
        #expect(seen.last?.end?.failure?.kind == .cancelled)
    }

    @Test func whatIsCancelledBeforeItBeganSendsNothing() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let exchange = client.send(chat(provider), key: nil, retries: .upTo(3))
        exchange.cancel()
        let seen = await steps(exchange)
        #expect(seen.last?.end?.failure?.kind == .cancelled)
        #expect(provider.requests.isEmpty)
    }
}

extension RetriedExchange.Step {
    fileprivate var end: ExchangeEnd? {
        if case .events(let events) = self { events.end } else { nil }
    }
}

extension [RetriedExchange.Step] {
    fileprivate var attempts: [Int] {
        compactMap { if case .attempt(let number) = $0 { number } else { nil } }
    }

    fileprivate var pauses: [RetriedExchange.Retry] {
        compactMap { if case .pause(let retry) = $0 { retry } else { nil } }
    }
}
