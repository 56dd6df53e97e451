public import ChatCompletions

/// A whole document, or why there is none.
public struct Reply: Sendable {
    /// `nil` when no answer came.
    public var head: ResponseHead?
    /// As it came, also when the status is an error; a content coding is undone.
    public var body: [UInt8] = []
    /// Why the document did not come, or not all of it. An error status is no failure here.
    public var failure: Failure?
    /// When things happened, each since the request began.
    public var timings = Timings()

    /// - Parameter limit: what is longer is ended and refused, in bytes.
    init(of exchange: Exchange, limit: Int) async {
        for await event in exchange {
            switch event {
            case .request: break
            case .head(let head): self.head = head
            case .read(let read):
                body += read.bytes.prefix(limit - body.count + 1)
                if body.count > limit { exchange.cancel() }
            case .ended(let end): (failure, timings) = (end.failure, end.timings)
            }
        }
        if body.count > limit { failure = tooLong(limit) }
    }

    private func tooLong(_ limit: Int) -> Failure {
        Failure(
            .malformed, .init(.longReply, limit: limit), status: head?.status)
    }
}
