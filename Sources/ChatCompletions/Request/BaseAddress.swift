/// A base URL in two, so that a path goes between them: what stands before its query, and the query.
struct BaseAddress {
    private let start: String
    private let query: Substring

    init(_ url: String) {
        let parts = Self.split(url)
        var start = parts.path
        while start.hasSuffix("/") { start.removeLast() }
        self.start = String(start)
        query = parts.query
    }

    /// The address of what is at a path below it. A path may bring a query of its own.
    func url(at path: String) -> String {
        let parts = Self.split(path)
        let queries = [query, parts.query].filter { !$0.isEmpty }.joined(separator: "&")
        return start + parts.path + (queries.isEmpty ? "" : "?" + queries)
    }

    /// Without the path, where it ends in one of these; `nil` where it does not.
    func without(_ paths: [String]) -> BaseAddress? {
        let path = paths.lazy.map { Self.split($0).path }.first { start.hasSuffix($0) }
        guard let path, !path.isEmpty else { return nil }
        return BaseAddress(start.dropLast(path.count) + (query.isEmpty ? "" : "?" + query))
    }

    private static func split(_ url: String) -> (path: Substring, query: Substring) {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }
}

extension Provider {
    /// Where requests go: below a base URL, or to it alone when it already ends in one of the
    /// dialect's paths.
    func requestURL(at base: String) -> String {
        let address = BaseAddress(base)
        let isWhole = address.without(paths) != nil
        return address.url(at: isWhole ? "" : paths.first ?? "")
    }

    /// Where the list of models is, beside the requests; `nil` where none is documented.
    package func modelsURL(at base: String) -> String? {
        let address = BaseAddress(base)
        return modelsPath.map { (address.without(paths) ?? address).url(at: $0) }
    }
}
