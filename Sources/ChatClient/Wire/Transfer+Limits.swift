internal import ChatCompletions

extension Transfer {
    /// How long this transfer may go on as it is, or which limit it has passed.
    func timeLeft(at now: Instant) -> (wait: Duration, failure: Failure?) {
        let limit: Duration
        let last: Instant
        switch (headTime, order.pipe.progress) {
        // Its reader is behind: that is not the server's silence.
        case (_?, .unknown): return (min(.seconds(1), order.options.silenceLimit), nil)
        case (nil, .at(let extended)):
            (limit, last) = (order.options.headLimit, max(begun, extended))
        case (nil, _): (limit, last) = (order.options.headLimit, begun)
        case (let head?, .none): (limit, last) = (order.options.firstEventLimit, head)
        case (let head?, .at(let time)):
            (limit, last) = (order.options.silenceLimit, max(head, time))
        }
        let end = last + limit
        return now < end ? (end.since(now), nil) : (.zero, overdue(limit))
    }

    private func overdue(_ limit: Duration) -> Failure {
        headTime == nil
            ? Failure(.transport, "no answer within \(limit.inWords)", phase: .firstByte)
            : Failure(.transport, "nothing new for \(limit.inWords)", phase: .silence)
    }
}

extension Duration {
    /// `10 min`, `15 s`, `100 ms`.
    var inWords: String {
        let milliseconds = wholeNanoseconds / 1_000_000
        if milliseconds < 1_000 { return "\(milliseconds) ms" }
        if milliseconds < 120_000 { return "\(milliseconds / 1_000) s" }
        return "\(milliseconds / 60_000) min"
    }
}
