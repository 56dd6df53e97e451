import ChatClient
import ChatCompletions
import Support

// Requests and readings that the tests share.

let secretText = "sk-canary-0123456789"

func request(
    to url: String,
    headers: [Header] = [],
    body: String = #"{"model":"tiny"}"#
) -> HTTPRequest {
    HTTPRequest(
        method: "POST",
        url: url,
        headers: headers,
        body: Array(body.utf8),
        keyHeader: Header("Authorization", "Bearer ")
    )
}

func request(to provider: TestProvider) -> HTTPRequest {
    request(to: provider.baseURL + "/chat/completions")
}

/// An event of a stream with a piece of an answer.
func streamChunk(_ content: String, finish: String? = nil) -> String {
    let reason = finish.map { "\"\($0)\"" } ?? "null"
    let delta = #"{"index":0,"delta":{"content":"\#(content)"},"finish_reason":\#(reason)}"#
    return #"data: {"choices":[\#(delta)]}"# + "\n\n"
}

extension [ExchangeEvent] {
    var head: ResponseHead? {
        firstNonNil { if case .head(let head) = $0 { head } else { nil } }
    }

    var sent: SentRequest? {
        firstNonNil { if case .request(let sent) = $0 { sent } else { nil } }
    }

    var reads: [WireRead] {
        compactMap { if case .read(let read) = $0 { read } else { nil } }
    }

    var text: String { String(decoding: reads.flatMap(\.bytes), as: UTF8.self) }

    /// The end, if it is the last event and the only end.
    var end: ExchangeEnd? {
        let ends = compactMap { if case .ended(let end) = $0 { end } else { nil } }
        guard ends.count == 1, case .ended? = last else { return nil }
        return ends[0]
    }

    private func firstNonNil<Value>(_ value: (ExchangeEvent) -> Value?) -> Value? {
        lazy.compactMap(value).first
    }
}

extension Client {
    /// Everything that happens in an exchange.
    func events(_ request: HTTPRequest, key: Secret? = nil) async -> [ExchangeEvent] {
        var events: [ExchangeEvent] = []
        for await event in send(request, streams: true, key: key) { events.append(event) }
        return events
    }

    static func with(_ change: (inout Options) -> Void) -> Client {
        var options = Options()
        change(&options)
        return Client(options: options)
    }
}

extension Exchange {
    /// Reads on until something is there.
    func events(until isEnough: ([ExchangeEvent]) -> Bool) async -> [ExchangeEvent] {
        var events: [ExchangeEvent] = []
        while !isEnough(events), case let batch = await nextBatch(), !batch.isEmpty {
            events += batch
        }
        return events
    }

    func rest() async -> [ExchangeEvent] { await events { _ in false } }
}
