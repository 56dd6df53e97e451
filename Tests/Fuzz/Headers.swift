internal import ChatCompletions
internal import Corpora

/// What headers and addresses say.
enum Headers {
    static let seeds = [
        "retry-after: 20", "retry-after: 1.5", "retry-after-ms: 1500",
        "retry-after: Fri, 06 Jun 2025 10:02:00 GMT\ndate: Fri, 06 Jun 2025 10:00:00 GMT",
        "retry-after: Friday, 06-Jun-25 10:02:00 GMT", "retry-after: Fri Jun  6 10:02:00 2025",
        "x-ratelimit-remaining-tokens: 0\nx-ratelimit-reset-tokens: 6m0s",
        "x-ratelimit-remaining-requests: 0\nx-ratelimit-reset-requests: 1h2m3.5s",
        "content-encoding: deflate, gzip", "location: //host/path", "x-request-id: a b",
    ]

    static let addresses = [
        "https://api.example.com/v1", "http://127.0.0.1:8080/v1", "http://[::1]:80/v1/",
        "https://user:word@host/v1?x#y", "http://localhost", "HTTPS://EXAMPLE.com:443//v1/../v2",
    ]

    /// A wait is never negative and never longer than a day.
    static func problem(_ bytes: [UInt8], _ example: Seeds.Answer) -> String? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let headers = lines.map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return Header(String(line[..<colon]), String(line[colon...].dropFirst()))
        }
        var reader = AnswerReader(
            streamRequested: true, status: example.status, headers: headers, url: "")
        _ = reader.read(example.body, at: .zero)
        let ending = reader.end(transportFailure: nil, at: .zero)
        guard let wait = ending.failure?.retryAfterMilliseconds else { return nil }
        return (0...86_400_000).contains(wait) ? nil : "a wait of \(wait) ms"
    }

    /// An address that is taken is read the same when it is put together again.
    static func addressProblem(_ bytes: [UInt8]) -> String? {
        guard let parts = try? URLParts(String(decoding: bytes, as: UTF8.self)) else { return nil }
        let again = try? URLParts(parts.origin.description + parts.path)
        return again == parts ? nil : "the address \(parts) becomes another one"
    }
}
