internal import CCurl
internal import ChatCompletions
internal import Glibc

extension Transfer {
    /// What a transfer's end means, in plain words.
    ///
    /// - Parameter detail: What libcurl wrote about it, which may be nothing.
    func failure(_ code: CURLcode, detail: String) -> Failure {
        let (message, phase) = words(for: code, detail.isEmpty ? described(code) : detail)
        return Failure(.transport, message, phase: phase)
    }

    private func words(for code: CURLcode, _ detail: String) -> (String, Failure.Phase) {
        switch code {
        // What libcurl calls HTTP/0.9 is anything without a status line.
        case CURLE_UNSUPPORTED_PROTOCOL where detail.contains("HTTP/0.9"):
            ("what answers at \(place) does not speak HTTP", .connect)
        case CURLE_UNSUPPORTED_PROTOCOL where hasGoneOut:
            ("\(place) answered with a status line that is no HTTP: \(detail)", .firstByte)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
            ("this URL cannot be called: \(detail)", .url)
        case CURLE_COULDNT_RESOLVE_HOST: ("the name \(origin.host) was not found", .nameLookup)
        case CURLE_COULDNT_RESOLVE_PROXY:
            ("the name of the proxy \(order.proxy?.shown ?? "") was not found", .nameLookup)
        case CURLE_RECV_ERROR where detail.contains("CONNECT"):
            ("the proxy \(order.proxy?.shown ?? "") refused: \(detail)", .connect)
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: (connectWords(detail), .connect)
        // In the handshake libcurl 7.88 has no time of the connection yet.
        case CURLE_OPERATION_TIMEDOUT
        where detail.hasPrefix("SSL connection") || stage == .tls && order.proxy == nil:
            (handshakeWords, .tls)
        case CURLE_OPERATION_TIMEDOUT:
            ("no connection to \(place) within \(order.options.connectLimit.inWords)", stage)
        case CURLE_PEER_FAILED_VERIFICATION:
            ("the certificate of \(origin.host) is not trusted: \(detail)", .tls)
        case CURLE_SSL_CONNECT_ERROR where detail.tellsOfAClosedConnection:
            ("\(server) closed the connection in the middle of the TLS handshake", .tls)
        case CURLE_SSL_CONNECT_ERROR: ("no secure connection to \(server): \(detail)", .tls)
        case CURLE_SSL_CACERT_BADFILE: (certificateWords, .tls)
        case CURLE_SEND_ERROR: ("the request could not be sent: \(detail)", .send)
        case CURLE_GOT_NOTHING: (isKeptConnection ? keptWords : closedWords, .firstByte)
        // HTTP/2 calls it that, too.
        case CURLE_PARTIAL_FILE where headTime == nil: (closedWords, .firstByte)
        // libcurl's own bound on a single header line.
        case CURLE_OUT_OF_MEMORY where firstByte != nil && headTime == nil: headWords
        case CURLE_RECV_ERROR where headTime == nil && detail.contains("headers"): headWords
        case CURLE_RECV_ERROR where headTime == nil && firstByte != nil:
            (Failure.headCut(at: place).message, .firstByte)
        case CURLE_PARTIAL_FILE: ("the connection ended before the answer did", .body)
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: ("the server gave the answer up: \(detail)", stage)
        case CURLE_RECV_ERROR: ("the connection broke: \(detail)", stage)
        default: (detail, stage)
        }
    }

    private var closedWords: String { "\(place) closed the connection without an answer" }

    /// It had answered on that connection before, so it is no question of what it speaks.
    var keptWords: String { "\(place) closed the kept connection without an answer" }

    private var isKeptConnection: Bool { ccurl_get_long(easy, CURLINFO_NUM_CONNECTS) == 0 }

    private var handshakeWords: String {
        "the TLS handshake with \(server) did not come to its end within "
            + order.options.connectLimit.inWords
    }

    private var server: String { "\(origin.host):\(origin.port)" }

    /// What this machine connects to.
    var place: String { order.proxy.map { "the proxy \($0.shown)" } ?? server }

    private var headWords: (String, Failure.Phase) { (Failure.headTooLarge.message, .firstByte) }

    private var certificateWords: String {
        let file = order.options.trustedCertificates ?? "of the system"
        return "the file of trusted certificates \(file) cannot be read"
    }

    private func connectWords(_ detail: String) -> String {
        let number = Int32(truncatingIfNeeded: ccurl_get_long(easy, CURLINFO_OS_ERRNO))
        if number == ECONNREFUSED { return "nothing answers at \(place): connection refused" }
        return "no connection to \(place): \(detail)"
    }

    private func described(_ code: CURLcode) -> String { String(cString: ccurl_describe(code)) }

    /// How far the transfer got.
    private var stage: Failure.Phase {
        if headTime != nil { return .body }
        if firstByte != nil { return .firstByte }
        if ccurl_get_size(easy, CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .nameLookup }
        if ccurl_get_size(easy, CURLINFO_CONNECT_TIME_T) == 0 { return .connect }
        let isSecure = ccurl_get_size(easy, CURLINFO_APPCONNECT_TIME_T) > 0
        return origin.isEncrypted && !isSecure ? .tls : .firstByte
    }
}

extension String {
    /// OpenSSL's words, GnuTLS's, and others', for a handshake that the other side just left.
    fileprivate var tellsOfAClosedConnection: Bool {
        let words = [
            "SSL_ERROR_SYSCALL", "SSL_ERROR_ZERO_RETURN", "reset by peer", "unexpected eof",
            "non-properly terminated", "closed the connection",
        ]
        return words.contains { contains($0) }
    }
}

extension Failure {
    static func headCut(at place: String) -> Failure {
        Failure(
            .transport, "\(place) closed the connection in the middle of the answer's headers",
            phase: .firstByte)
    }

    static let headTooLarge = Failure(
        .transport,
        "the answer's headers are larger than anything useful",
        phase: .firstByte
    )

    static func bodyTooLarge(_ limit: Int) -> Failure {
        Failure(.transport, "the answer is larger than \(limit >> 20) MiB", phase: .body)
    }
}
