/// When a request that failed may be sent again by itself, and after which pause.
///
/// ```swift
/// let exchange = client.send(request, key: key, retries: .upTo(2))
/// ```
///
/// Only what has not begun to be answered is sent again: after the head of a good answer (2xx) the
/// service may have begun to bill. Worth another try are a connection that failed, and the statuses
/// 408, 409, 429 and 5xx, as OpenAI's own clients have it; a header `x-should-retry` overrules that.
/// A server that says how long it wants to be left alone (`retry-after-ms`, `retry-after`) gets its
/// way; where it says nothing, each pause is about twice the one before.
public struct RetryPolicy: Sendable, Hashable {
    /// So many further tries at most; 0 is none.
    public var limit: Int
    /// The longest pause before the first further try, when the server says nothing.
    public var firstPause: Duration = .milliseconds(500)
    /// The longest pause of all, when the server says nothing.
    public var longestPause: Duration = .seconds(30)
    /// A server that wants to be left alone for longer is not asked again.
    public var patience: Duration = .seconds(300)

    /// A policy with the usual pauses.
    ///
    /// - Parameter limit: 0 or more.
    public init(limit: Int) { self.limit = limit }

    /// Nothing is sent twice.
    public static let never = RetryPolicy(limit: 0)

    /// So many further tries, with the usual pauses.
    public static func upTo(_ limit: Int) -> RetryPolicy { RetryPolicy(limit: limit) }

    /// How long to wait before another try; `nil` when there should be none.
    ///
    /// - Parameters:
    ///   - retry: the number of the next try among the further ones, from 1.
    ///   - head: what came of the answer's head, when something did.
    public func pause(before retry: Int, after failure: Failure, head: ResponseHead?) -> Duration? {
        pause(before: retry, after: failure, head: head, jitter: .random(in: 0...1))
    }

    /// - Parameter jitter: from 0 to 1; so that many clients do not all come back at once.
    package func pause(
        before retry: Int, after failure: Failure, head: ResponseHead?, jitter: Double
    ) -> Duration? {
        guard retry <= limit, isWorthwhile(after: failure, head) else { return nil }
        if let asked = failure.retryAfterMilliseconds.map({ Duration.milliseconds($0) }) {
            return asked <= patience ? asked : nil
        }
        let doubled = (1..<max(retry, 1)).prefix(30).reduce(firstPause) { pause, _ in pause * 2 }
        return min(doubled, longestPause) * (1 - jitter / 2)
    }

    private func isWorthwhile(after failure: Failure, _ head: ResponseHead?) -> Bool {
        guard let head else { return failure.isOfTheConnection }
        if (200..<300).contains(head.status) { return false }
        switch head.value(of: "x-should-retry") {
        case "true"?: return true
        case "false"?: return false
        default: return [408, 409, 429].contains(head.status) || head.status >= 500
        }
    }
}

extension Failure {
    /// Another try may find a connection where this one found none; a wrong address, an untrusted
    /// certificate or a missing key stay what they are.
    fileprivate var isOfTheConnection: Bool {
        guard kind == .transport else { return false }
        return switch phase {
        case .nameLookup, .connect, .send, .firstByte: true
        case .key, .header, .url, .tls, .body, .silence, .limit, .empty, .record, nil: false
        }
    }
}
