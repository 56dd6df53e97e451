package import ChatCompletions
import Conversations

/// A failed answer that may be asked for again: when, and whether the person wants that.
///
/// Nothing is sent twice by itself. The offer stands beside the failure, counts the server's own
/// waiting time down, and becomes a promise only by a key.
package struct RetryOffer: Sendable, Equatable {
    /// When it may be sent again.
    package var due: Timestamp
    /// Whether the server named that time.
    package var isServersWish: Bool
    /// Taken: it is sent when it is due.
    package var isTaken: Bool
    /// The number of the next try among the further ones, from 1.
    package var number: Int

    /// Taken offers follow each other so many times.
    static let policy: RetryPolicy = {
        var policy = RetryPolicy.upTo(5)
        // The wait is on the screen, and can be left.
        policy.patience = .seconds(86_400)
        return policy
    }()

    /// - Parameter last: the offer that the failed try was made by, if it was made by one.
    init?(after failure: Failure, head: ResponseHead?, at now: Timestamp, last: RetryOffer?) {
        let number = (last?.number ?? 0) + 1
        let pause = Self.policy.pause(before: number, after: failure, head: head, jitter: 0)
        guard let pause else { return nil }
        due = Timestamp(milliseconds: now.milliseconds + pause.wholeMilliseconds)
        isServersWish = failure.retryAfterMilliseconds != nil
        isTaken = last?.isTaken ?? false
        self.number = number
    }

    /// Whole seconds that are left, the last one included; 0 when it is due.
    func secondsLeft(at now: Timestamp) -> Int64 {
        max(0, (due.milliseconds - now.milliseconds + 999) / 1_000)
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
