public import ChatCompletions

extension Client {
    /// Starts a request at once.
    ///
    /// - Parameters:
    ///   - key: Goes where the provider wants it; `nil` sends none. A key is refused, with nothing
    ///     sent, when the address is `http` and its host is not this machine.
    ///   - known: Other keys that must not show up in a record, say of other providers.
    ///   - grain: Whether every event is given by itself; who only prints the text needs `.read`.
    /// - Returns: The exchange. One that cannot be sent at all ends with a `Failure`, too.
    public func send(
        _ request: ChatRequest,
        key: Secret?,
        known: [Secret] = [],
        grain: AnswerGrain = .event
    ) -> Exchange {
        do throws(RequestProblem) {
            let http = try request.httpRequest()
            return send(
                http, streams: request.streams, key: key, known: known, grain: grain)
        } catch {
            let failure = Failure(.transport, .init(told: error.sentence), phase: .url)
            let keys = known + [key].compactMap(\.self)
            return refused(HTTPRequest(request), failure, known: keys)
        }
    }

    /// Sends a request, and again when it fails and the policy says so.
    ///
    /// Nothing is sent before the first step is asked for.
    ///
    /// - Parameters:
    ///   - key: as in `send(_:key:known:grain:)`.
    ///   - known: as in `send(_:key:known:grain:)`.
    ///   - grain: as in `send(_:key:known:grain:)`.
    ///   - retries: when to try again; see `RetryPolicy`.
    public func send(
        _ request: ChatRequest,
        key: Secret?,
        known: [Secret] = [],
        grain: AnswerGrain = .event,
        retries: RetryPolicy
    ) -> RetriedExchange {
        RetriedExchange(retries) {
            self.send(request, key: key, known: known, grain: grain)
        } neverBegun: {
            let http = (try? request.httpRequest()) ?? HTTPRequest(request)
            return self.refused(http, Failure(.cancelled, .init(.stopped)), known: known)
        }
    }
}

extension HTTPRequest {
    /// As much of a request that cannot be made as there is to show.
    fileprivate init(_ request: ChatRequest) {
        let url = request.baseURL ?? request.provider.endpoints.first?.baseURL ?? ""
        self.init(method: "POST", url: url, headers: [], body: [])
    }
}
