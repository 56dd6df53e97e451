import ChatClient
import ChatCompletions
import Sending

/// What `fader send` does: sends, prints, records, and tries again where that was asked for.
struct SendRun {
    let request: ChatRequest
    let sender: Sender
    let destination: Sender.Destination
    let keeping: Keeping
    let form: AnswerForm
    let retries: RetryPolicy

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
        let exchange = sender.send(
            request, to: destination, grain: grain, retries: retries)
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
        do {
            try await keeping.deliver(events, of: id) { try attempt?.take($0) }
        } catch {
            // Nobody reads any more: the rest is for the record.
            exchange.cancel()
            while case .events(let rest)? = await exchange.next() {
                await keeping.deliver(rest, of: id) { _ in }
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
            let scene = AdviceScene(
                sending: request, to: destination, offersRetries: retries.limit == 0)
            StandardStream.tell(.lines(failure.sentence, failure.advice(in: scene)))
        }
        return attempt.failure == nil
    }
}
