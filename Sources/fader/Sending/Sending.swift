import ChatClient
import ChatCompletions
import SessionLibrary

/// What `fader send` does: sends, prints, records, and tries again where that was asked for.
struct Sending {
    var request: ChatRequest
    let key: Secret?
    var record: SessionRecord?
    let form: AnswerForm
    let retries: Int
    private let client = Client()

    init(
        request: ChatRequest,
        key: Secret?,
        record: SessionRecord?,
        form: AnswerForm,
        retries: Int
    ) {
        self.request = request
        self.key = key
        self.record = record
        self.form = form
        self.retries = retries
    }

    /// Whether the answer is whole. Everything that there is to say has been said.
    func run() async throws -> Bool {
        var sending = self
        var rest = retries
        while true {
            let attempt = try await sending.attempt(mayRetry: rest > 0)
            guard rest > 0, let pause = attempt.pauseBeforeRetry(retries - rest),
                let failure = attempt.failure
            else { return try sending.report(attempt) }
            let count = "\(retries - rest + 1) of \(retries)"
            let seconds = pause.seconds(decimals: 1)
            StandardStream.tell("\(failure.sentence)\ntrying again in \(seconds) s (\(count))")
            try? await Task.sleep(for: pause)
            if Task.isCancelled { return try sending.report(attempt) }
            rest -= 1
        }
    }

    /// One exchange from its beginning to its end.
    private mutating func attempt(mayRetry: Bool) async throws -> Attempt {
        let id = try await record?.begin()
        var attempt = Attempt(request: request, exchange: id, form: form, mayRetry: mayRetry)
        let exchange = client.send(request, key: key, grain: record == nil ? .read : .event)
        while case let events = await exchange.nextBatch(), !events.isEmpty {
            do {
                try attempt.take(events)
            } catch {
                // Nobody reads any more: the rest is for the record.
                exchange.cancel()
                try await keep(events, of: id)
                while case let events = await exchange.nextBatch(), !events.isEmpty {
                    try await keep(events, of: id)
                }
                throw error
            }
            try await keep(events, of: id)
        }
        return attempt
    }

    /// A full disk must not cost the answer that is on its way to standard output.
    private func keep(_ events: [ExchangeEvent], of id: ExchangeID?) async throws {
        guard let record, let id else { return }
        do {
            try await record.recorder.record(events, of: id)
        } catch {
            StandardStream.tell(error.sentence)
        }
    }

    private func report(_ attempt: Attempt) throws -> Bool {
        if case .json = form {
            try StandardStream.output.writeLine(attempt.report.text)
        } else {
            attempt.tellRemarks()
        }
        if let failure = attempt.failure, failure.kind != .cancelled || !Task.isCancelled {
            let advice = failure.advice(sentTo: request.baseURL)
            let lines = [failure.sentence, advice].filter { !$0.isEmpty }
            StandardStream.tell(lines.joined(separator: "\n"))
        }
        return attempt.failure == nil
    }
}
