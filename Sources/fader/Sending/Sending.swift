import ChatClient
import ChatCompletions
import SessionLibrary

/// What `fader send` does: sends, prints, records, and tries again where that was asked for.
struct Sending {
    var request: ChatRequest
    let key: Secret?
    let keeping: Keeping
    let form: AnswerForm
    let retries: RetryPolicy
    let client: Client

    /// Whether the answer is whole and saved. Everything that there is to say has been said.
    func run() async throws -> Bool {
        var keeping = keeping
        do {
            let isWhole = try await run(&keeping)
            return await keeping.close() && isWhole
        } catch {
            _ = await keeping.close()
            throw error
        }
    }

    private func run(_ keeping: inout Keeping) async throws -> Bool {
        var attempt: Attempt?
        // Who keeps no record needs the texts only, not each event with its data.
        let grain = keeping.keepsSomething ? AnswerGrain.event : .read
        let exchange = client.send(request, key: key, grain: grain, retries: retries)
        while let step = await exchange.next() {
            switch step {
            case .attempt:
                let id = try await keeping.begin()
                attempt = Attempt(
                    request: request, exchange: id, form: form, mayRetry: retries.limit > 0)
            case .events(let events):
                try await take(events, into: &attempt, of: exchange, &keeping)
            case .pause(let retry): StandardStream.tell(.tryingAgain(retry))
            }
        }
        return try report(attempt)
    }

    /// What is printed was kept before: a killed process has it in its library.
    private func take(
        _ events: [ExchangeEvent], into attempt: inout Attempt?, of exchange: RetriedExchange,
        _ keeping: inout Keeping
    ) async throws {
        let id = attempt?.exchange
        await keeping.keep(events, of: id)
        do {
            try attempt?.take(events)
        } catch {
            // Nobody reads any more: the rest is for the record.
            exchange.cancel()
            while case .events(let rest)? = await exchange.next() {
                await keeping.keep(rest, of: id)
            }
            throw error
        }
    }

    private func report(_ attempt: Attempt?) throws -> Bool {
        guard var attempt else { return false }
        try attempt.finish()
        if case .json = form {
            try StandardStream.output.writeLine(attempt.report.text)
        }
        attempt.tellRemarks()
        if let failure = attempt.failure, failure.kind != .cancelled || !Task.isCancelled {
            let scene = AdviceScene(sending: request, hasRetried: retries.limit > 0)
            StandardStream.tell(.lines(failure.sentence, failure.advice(in: scene)))
        }
        return attempt.failure == nil
    }
}
