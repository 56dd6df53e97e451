import ChatClient
import ChatCompletions
import Conversations
import Sending
import Support
import Testing
import Words

/// Requests go out with the right address and key, or not at all.
@Suite(.timeLimit(.minutes(1))) struct SenderTests {
    private struct NoRoom: Error {}

    private func sender(
        practice: @escaping @Sendable () async throws -> String = { throw NoRoom() },
        key: KeyFinder.Finding = .notNeeded, limits: [String: Int] = [:]
    ) -> Sender {
        var parts = Sender.Parts(practice: practice, key: { _, _ in key })
        parts.limits = limits
        return Sender(parts)
    }

    private func end(of feed: ExchangeFeed) async -> ExchangeEnd? {
        var end: ExchangeEnd?
        while let batch = await feed.next() {
            if case .ended(let last)? = batch.last { end = last }
        }
        return end
    }

    private static let answer = TestStep.answer(
        200, #"{"choices":[{"message":{"content":"Yes"},"finish_reason":"stop"}]}"#)

    @Test func thePracticeProviderIsStartedWhereItIsAsked() async throws {
        let provider = try TestProvider(Self.answer)
        let request = ChatRequest(
            provider: .practice, model: "m", messages: [Message(.user, "why?")])
        let sender = sender(practice: { provider.baseURL })
        let there = try await sender.destination(of: .practice, at: nil)
        #expect(there.baseURL == provider.baseURL)
        let feed = await sender.send(request)
        #expect(await end(of: feed)?.failure == nil)
        #expect(provider.requests.count == 1)
    }

    @Test func withoutAnAddressOrAKeyNothingIsSent() async throws {
        let provider = try TestProvider(Self.answer)
        let request = Sample.start(at: provider.baseURL).request
        let missing = sender(key: .missing(advice: Phrase(verbatim: "Set the key.")))
        let end = await end(of: missing.send(request))
        #expect(end?.failure?.message == "Set the key.")
        #expect(end?.failure?.phase == .key)
        let practice = ChatRequest(provider: .practice, model: "m", messages: request.messages)
        let lost = await self.end(of: sender().send(practice))
        #expect(lost?.failure?.message.contains("did not start") == true)
        #expect(provider.requests.isEmpty)
    }

    @Test func theSecondRequestWaitsForThePlaceOfTheFirst() async throws {
        let gate = Gate()
        let provider = try TestProvider(
            [.streamHead, .pause(until: gate), .lastChunk], [.streamHead, .lastChunk])
        let sender = sender(limits: ["generic": 1])
        let request = Sample.start(at: provider.baseURL).request
        let first = await sender.send(request)
        let second = Task { await sender.send(request) }
        _ = await provider.request()
        #expect(provider.requests.count == 1)
        gate.open()
        _ = await end(of: first)
        _ = await end(of: second.value)
        #expect(provider.requests.count == 2)
    }

    @Test func whoStopsWaitingForAPlaceSendsNothing() async throws {
        let gate = Gate()
        let provider = try TestProvider([.streamHead, .pause(until: gate), .lastChunk])
        let sender = sender(limits: ["generic": 1])
        let request = Sample.start(at: provider.baseURL).request
        let first = await sender.send(request)
        let second = Task { await sender.send(request) }
        second.cancel()
        #expect(await end(of: second.value)?.failure?.kind == .cancelled)
        gate.open()
        _ = await end(of: first)
        #expect(provider.requests.count == 1)
    }
}
