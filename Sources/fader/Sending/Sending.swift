import ChatClient
import ChatCompletions
import SessionLibrary

/// What `fader send` does: sends, prints, records, and tries again where that was asked for.
struct Sending {
    var request: ChatRequest
    let key: Secret?
    var record: SessionRecord?
    let form: AnswerForm
    let retries: RetryPolicy
    let client: Client

    /// Whether the answer is whole. Everything that there is to say has been said.
    func run() async throws -> Bool {
        var record = record
        var attempt: Attempt?
        // Who keeps no record needs the texts only, not each event with its data.
        let grain = record == nil ? AnswerGrain.read : .event
        let exchange = client.send(request, key: key, grain: grain, retries: retries)
        while let step = await exchange.next() {
            switch step {
            case .attempt:
                let id = try await record?.begin()
                attempt = Attempt(
                    request: request, exchange: id, form: form, mayRetry: retries.limit > 0)
            case .events(let events): try await take(events, into: &attempt, of: exchange)
            case .pause(let retry): tell(retry)
            }
        }
        return try report(attempt)
    }

    private func take(
        _ events: [ExchangeEvent], into attempt: inout Attempt?, of exchange: RetriedExchange
    ) async throws {
        do {
            try attempt?.take(events)
        } catch {
            // Nobody reads any more: the rest is for the record.
            exchange.cancel()
            await keep(events, of: attempt?.exchange)
            while case .events(let rest)? = await exchange.next() {
                await keep(rest, of: attempt?.exchange)
            }
            throw error
        }
        await keep(events, of: attempt?.exchange)
    }

    /// A full disk must not cost the answer that is on its way to standard output.
    private func keep(_ events: [ExchangeEvent], of id: ExchangeID?) async {
        guard let record, let id else { return }
        do {
            try await record.recorder.record(events, of: id)
        } catch {
            StandardStream.tell(error.sentence)
        }
    }

    private func tell(_ retry: RetriedExchange.Retry) {
        let seconds = retry.wait.seconds(decimals: 1)
        let doubt = retry.failure.mayHaveBeenAnswered ? " It may have been billed." : ""
        StandardStream.tell(
            "\(retry.failure.sentence)\(doubt)\n"
                + "trying again in \(seconds) s (\(retry.number) of \(retry.limit))")
    }

    private func report(_ attempt: Attempt?) throws -> Bool {
        guard var attempt else { return false }
        try attempt.finish()
        if case .json = form {
            try StandardStream.output.writeLine(attempt.report.text)
        }
        attempt.tellRemarks()
        if let failure = attempt.failure, failure.kind != .cancelled || !Task.isCancelled {
            let advice = failure.advice(in: AdviceScene(sending: request))
            let lines = [failure.sentence, advice].filter { !$0.isEmpty }
            StandardStream.tell(lines.joined(separator: "\n"))
        }
        return attempt.failure == nil
    }
}
