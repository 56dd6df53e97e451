import ChatClient
import ChatCompletions
import Support
import Testing

/// An exchange for somebody who only wants the text.
@Suite struct GrainTests {
    private let chunks = [
        #"data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}"#,
        #"data: {"choices":[{"index":0,"delta":{"content":"lo"}}]}"#,
        #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#, "data: [DONE]",
    ]

    @Test func allBytesAndAllTextCome() async throws {
        let provider = try TestProvider(
            [.streamHead] + chunks.map { .chunk($0 + "\n\n") } + [.lastChunk])
        let events = await events(from: provider)
        let body = String(decoding: events.reads.flatMap(\.bytes), as: UTF8.self)
        #expect(body == chunks.map { $0 + "\n\n" }.joined())
        #expect(text(of: events) == "Hello")
        #expect(events.end?.failure == nil)
        #expect(events.end?.done == true)
        let data = events.reads.flatMap(\.events).map(\.data)
        #expect(data.contains { !$0.isEmpty } == false)
    }

    @Test func aCutAnswerIsStillAFailure() async throws {
        let provider = try TestProvider([.streamHead, .chunk(chunks[0] + "\n\n"), .close])
        let events = await events(from: provider)
        #expect(text(of: events) == "Hel")
        #expect(events.end?.failure?.kind == .truncated)
    }

    private func events(from provider: TestProvider) async -> [ExchangeEvent] {
        let exchange = Client().send(
            request(to: provider), streams: true, key: nil, grain: .read)
        var events: [ExchangeEvent] = []
        while case let batch = await exchange.nextBatch(), !batch.isEmpty { events += batch }
        return events
    }

    private func text(of events: [ExchangeEvent]) -> String? {
        var answer = Answer()
        for delta in events.reads.flatMap(\.events).compactMap(\.delta) { answer.add(delta) }
        return answer.choices.first?.content
    }
}
