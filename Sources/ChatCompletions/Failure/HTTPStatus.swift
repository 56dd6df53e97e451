/// Words for HTTP status codes (RFC 9110, and what Cloudflare adds).
enum HTTPStatus {
    /// `HTTP 503 Service Unavailable`.
    static func text(_ status: Int) -> String {
        phrases[status].map { "HTTP \(status) \($0)" } ?? "HTTP \(status)"
    }

    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    private static let phrases = [
        300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other",
        304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect",
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
        407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict",
        410: "Gone", 413: "Content Too Large", 414: "URI Too Long",
        415: "Unsupported Media Type", 417: "Expectation Failed", 421: "Misdirected Request",
        422: "Unprocessable Content", 423: "Locked", 425: "Too Early", 426: "Upgrade Required",
        429: "Too Many Requests", 431: "Request Header Fields Too Large",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
        503: "Service Unavailable", 504: "Gateway Timeout", 520: "Unknown Error",
        521: "Web Server Is Down", 522: "Connection Timed Out", 523: "Origin Is Unreachable",
        524: "A Timeout Occurred", 525: "SSL Handshake Failed", 529: "Overloaded",
    ]
}
