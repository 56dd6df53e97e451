public import ChatCompletions

extension Client {
    /// The names of the models that a provider offers, in the provider's order.
    ///
    /// ```swift
    /// let names = try await client.models(of: ppio, baseURL: nil, key: key)
    /// ```
    ///
    /// - Parameter baseURL: The part before `/models`; `nil` is the provider's first endpoint.
    /// - Throws: A `Failure` as an exchange would end with; `malformed` when what came is no list.
    public func models(
        of provider: Provider, baseURL: String?, key: Secret?
    ) async throws(Failure) -> [String] {
        // A base URL may be whole already, for requests.
        guard let base = baseURL ?? provider.endpoints.first?.baseURL,
            let url = provider.modelsURL(at: base)
        else { return [] }
        let reply = await get(
            url, keyHeader: provider.keyHeader, key: key,
            templates: provider.owns(url) ? provider.headers : [])
        guard let head = reply.head, reply.failure == nil else {
            throw reply.failure ?? Failure(.transport, .init(.noAnswer), phase: .firstByte)
        }
        guard head.status < 300 else {
            let shown = Redactor([key].compactMap(\.self)).redacted(url)
            throw reply.explanation(of: head, url: shown)
        }
        do throws(ModelList.Problem) {
            return try ModelList.names(in: reply.body)
        } catch {
            throw Failure(.malformed, error.cause, status: head.status)
        }
    }
}

extension ModelList.Problem {
    fileprivate var cause: Failure.Cause {
        switch self {
        case .noList: .init(.noList)
        case .tooLong: .init(.longList, limit: ModelList.most)
        }
    }
}

extension Reply {
    /// What an error status and its body say.
    fileprivate func explanation(of head: ResponseHead, url: String) -> Failure {
        var reader = AnswerReader(
            streamRequested: false, status: head.status, headers: head.headers, url: url)
        _ = reader.read(body, at: head.time)
        return reader.end(transportFailure: nil, at: head.time).failure
            ?? Failure(.http, .init(.plainStatus, at: "\(head.status)"), status: head.status)
    }
}
