internal import CCurl
internal import ChatCompletions

extension Transfer {
    /// How long this transfer may go on as it is, or how it has to end now.
    func timeLeft(at now: Instant) -> (wait: Duration, outcome: Outcome?) {
        guard let (limit, last) = limit else {
            return (min(.seconds(1), order.options.silenceLimit), nil)
        }
        let end = last + limit
        if now < end { return (end.since(now), nil) }
        if order.pipe.progress.isWhole { return (.zero, .curl(CURLE_OK)) }
        return (.zero, .limit(overdue(limit)))
    }

    /// `nil` while its reader is behind: that is not the server's silence.
    private var limit: (Duration, from: Instant)? {
        let options = order.options
        guard let headTime else {
            if case .at(let extended) = order.pipe.progress {
                return (options.headLimit, max(begun, extended))
            }
            return (options.headLimit, begun)
        }
        return switch order.pipe.progress {
        case .unknown: nil
        case .none: (options.firstEventLimit, headTime)
        case .at(let time): (options.silenceLimit, max(headTime, time))
        case .whole(let time): (options.lingerLimit, time)
        case .done(let time): (options.doneLimit, time)
        }
    }

    private func overdue(_ limit: Duration) -> Failure {
        headTime == nil
            ? Failure(
                .transport, .init(.headTimeout, limit: limit.wholeMilliseconds), phase: .firstByte)
            : Failure(.transport, .init(.silence, limit: limit.wholeMilliseconds), phase: .silence)
    }
}

extension Duration {
    var wholeMilliseconds: Int { Int(wholeNanoseconds / 1_000_000) }
}
