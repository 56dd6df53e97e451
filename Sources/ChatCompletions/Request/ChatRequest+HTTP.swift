/// Why no HTTP request can be made.
public enum RequestProblem: Error, Sendable, Hashable {
    /// The provider has no address of its own, and none was given.
    case noBaseURL
    case badURL(String, URLParts.Problem)
    /// A finding that is certain to fail.
    case refused(Finding)

    /// One sentence: what is wrong, and what to do.
    public var sentence: String {
        switch self {
        case .noBaseURL: "No base URL is set: give one with --base-url or in the configuration."
        case .badURL(let url, let problem): "\(url) cannot be used: \(problem.rawValue)."
        case .refused(let finding): finding.sentence
        }
    }
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
            keyHeader: provider.keyHeader
        )
    }

    /// The address that the request goes to: base and path, or the base alone when it already ends
    /// in one of the dialect's paths.
    public func url() throws(RequestProblem) -> String {
        guard var base = baseURL ?? provider.endpoints.first?.baseURL, !base.isEmpty else {
            throw .noBaseURL
        }
        while base.hasSuffix("/") { base.removeLast() }
        let isWhole = provider.paths.contains { base.hasSuffix($0) }
        let url = isWhole ? base : base + (provider.paths.first ?? "")
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
