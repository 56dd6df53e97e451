package import ChatCompletions
package import Conversations

/// What a server does next, as a test tells it.
package enum AnswerStep: Sendable {
    /// Status line and headers; left out, they are those of an event stream that goes well.
    case head(Int, [Header], at: Duration)
    /// One read of the body.
    case read([UInt8], at: Duration)
    /// The end of the body, or what broke it off.
    case end(Failure?, at: Duration)
}

/// One exchange, made of steps: the real reader makes the events of the bytes.
package struct AnswerScript: Sendable {
    private let start: ExchangeStart
    private let started: Timestamp
    private var reader: AnswerReader?
    private var timings = Timings()
    private var hasBegun = false
    package private(set) var hasEnded = false

    package init(_ start: ExchangeStart, at time: Timestamp) {
        self.start = start
        started = time
    }

    package mutating func perform(_ step: AnswerStep) -> [ExchangeEvent] {
        switch step {
        case .head(let status, let headers, let time):
            return begin() + head(status, headers, at: time)
        case .read(let bytes, let time):
            let events = begin() + headIfMissing(at: time)
            return events + [.read(read(bytes, at: time))]
        case .end(let failure, let time): return begin() + end(failure, at: time)
        }
    }

    private var request: SentRequest {
        var request = start.request
        request.baseURL = request.baseURL ?? request.provider.endpoints.first?.baseURL
        request.baseURL = request.baseURL ?? "http://127.0.0.1:8080/v1"
        let sent = try? request.httpRequest()
        let key = sent?.keyHeader.map { [Header($0.name, $0.value + "•••")] } ?? []
        return SentRequest(
            started: started, method: sent?.method ?? "", url: sent?.url ?? "",
            headers: key + (sent?.headers ?? []), body: sent?.body ?? [])
    }

    private mutating func begin() -> [ExchangeEvent] {
        defer { hasBegun = true }
        return hasBegun ? [] : [.request(request)]
    }

    private mutating func headIfMissing(at time: Duration) -> [ExchangeEvent] {
        if reader != nil { return [] }
        return head(200, [Header("content-type", "text/event-stream")], at: time)
    }

    private mutating func head(
        _ status: Int, _ headers: [Header], at time: Duration
    ) -> [ExchangeEvent] {
        timings.connected = .milliseconds(2)
        timings.firstByte = time
        reader = AnswerReader(
            streamRequested: start.request.streams, status: status, headers: headers,
            url: request.url)
        return [
            .head(
                ResponseHead(
                    time: time, version: "HTTP/1.1", status: status, reason: "Test",
                    headers: headers, remoteAddress: "127.0.0.1:8080"))
        ]
    }

    private mutating func read(_ bytes: [UInt8], at time: Duration) -> WireRead {
        let events = reader?.read(bytes, at: time) ?? []
        for event in events {
            guard let choice = event.delta?.choices.first else { continue }
            let isText = !choice.content.isEmpty || !choice.reasoning.isEmpty
            if isText, timings.firstToken == nil { timings.firstToken = time }
            if !choice.content.isEmpty, timings.firstVisible == nil { timings.firstVisible = time }
        }
        return WireRead(time: time, bytes: bytes, events: events)
    }

    /// A cancelled exchange is cancelled, whatever its body says (`Exchange.cancel`).
    private mutating func end(_ failure: Failure?, at time: Duration) -> [ExchangeEvent] {
        timings.completed = time
        hasEnded = true
        guard let ending = reader?.end(transportFailure: failure, at: time) else {
            return [.ended(ExchangeEnd(failure: failure, timings: timings))]
        }
        let isStopped = failure?.kind == .cancelled
        let end = ExchangeEnd(
            failure: isStopped ? failure : ending.failure, timings: timings, done: ending.done,
            skipped: ending.skipped, requestID: ending.requestID)
        let late = WireRead(time: time, bytes: [], events: ending.events)
        return (ending.events.isEmpty ? [] : [.read(late)]) + [.ended(end)]
    }
}

extension Failure {
    package static let stopped = Failure(.cancelled, "cancelled")
}
