/// Why no HTTP request can be made.
public enum RequestProblem: Error, Sendable, Hashable {
    /// The provider has no address of its own, and none was given.
    case noBaseURL
    case badURL(String, URLParts.Problem)
    /// A finding that is certain to fail.
    case refused(Finding)
}

extension ChatRequest {
    /// The request as it goes to the transport, the key left out.
    ///
    /// - Throws: `RequestProblem` when there is no usable address, or when the provider is certain
    ///   to refuse the request.
    public func httpRequest() throws(RequestProblem) -> HTTPRequest {
        let url = try url()
        if let refusal = findings().first(where: { $0.severity == .refusal }) {
            throw .refused(refusal)
        }
        return HTTPRequest(
            method: "POST",
            url: url,
            headers: [
                Header("Content-Type", "application/json"),
                Header("Accept", streams ? "text/event-stream" : "application/json"),
                Header("User-Agent", Self.userAgent),
            ],
            body: givenBody ?? Array(body().text.utf8),
            keyHeader: provider.keyHeader,
            templates: provider.owns(url) ? provider.headers : []
        )
    }

    /// The address that the request goes to: base and path, or the base alone when it already ends
    /// in one of the dialect's paths. The query of the base stays at the end.
    public func url() throws(RequestProblem) -> String {
        guard let base = baseURL ?? provider.endpoints.first?.baseURL, !base.isEmpty else {
            throw .noBaseURL
        }
        let url = provider.requestURL(at: base)
        do throws(URLParts.Problem) {
            _ = try URLParts(url)
        } catch {
            throw .badURL(base, error)
        }
        return url
    }

    /// How Fader names itself to servers.
    public static let userAgent = "fader/\(version)"
    /// Fader's version.
    public static let version = "0.1.0"
}
