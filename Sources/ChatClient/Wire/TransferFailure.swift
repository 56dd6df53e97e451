internal import CCurl
internal import ChatCompletions
internal import Glibc

extension Transfer {
    /// What a transfer's end means.
    ///
    /// - Parameter detail: What libcurl wrote about it, which may be nothing.
    func failure(_ code: CURLcode, detail: String) -> Failure {
        let said = detail.isEmpty ? described(code) : detail
        let (cause, phase) = cause(of: code, said)
        return Failure(.transport, cause, said: said, phase: phase)
    }

    private func cause(of code: CURLcode, _ said: String) -> (Failure.Cause, Failure.Phase) {
        switch code {
        // What libcurl calls HTTP/0.9 is anything without a status line.
        case CURLE_UNSUPPORTED_PROTOCOL where said.contains("HTTP/0.9"):
            (atPlace(.noHTTP), .connect)
        case CURLE_UNSUPPORTED_PROTOCOL where hasGoneOut: (atPlace(.oddStatusLine), .firstByte)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: (.init(.uncallable), .url)
        case CURLE_COULDNT_RESOLVE_HOST: (.init(.unknownName, at: origin.host), .nameLookup)
        case CURLE_COULDNT_RESOLVE_PROXY: (atPlace(.unknownProxy), .nameLookup)
        case CURLE_RECV_ERROR where said.contains("CONNECT"): (atPlace(.proxyRefused), .connect)
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: (connectCause, .connect)
        // In the handshake libcurl 7.88 has no time of the connection yet.
        case CURLE_OPERATION_TIMEDOUT
        where said.hasPrefix("SSL connection") || stage == .tls && order.proxy == nil:
            (.init(.handshakeTimeout, at: server, limit: connectLimit), .tls)
        case CURLE_OPERATION_TIMEDOUT: (atPlace(.connectTimeout, connectLimit), stage)
        case CURLE_PEER_FAILED_VERIFICATION: (.init(.untrusted, at: origin.host), .tls)
        case CURLE_SSL_CONNECT_ERROR where said.tellsOfAClosedConnection:
            (.init(.handshakeCut, at: server), .tls)
        case CURLE_SSL_CONNECT_ERROR: (.init(.noTLS, at: server), .tls)
        case CURLE_SSL_CACERT_BADFILE:
            (.init(.badCertificates, at: order.options.trustedCertificates ?? ""), .tls)
        case CURLE_SEND_ERROR: (.init(.notSent), .send)
        case CURLE_GOT_NOTHING: (isKeptConnection ? keptClosed : closed, .firstByte)
        // HTTP/2 calls it that, too.
        case CURLE_PARTIAL_FILE where headTime == nil: (closed, .firstByte)
        // libcurl's own bound on a single header line.
        case CURLE_OUT_OF_MEMORY where firstByte != nil && headTime == nil:
            (.init(.largeHead), .firstByte)
        case CURLE_RECV_ERROR where headTime == nil && said.contains("headers"):
            (.init(.largeHead), .firstByte)
        case CURLE_RECV_ERROR where headTime == nil && firstByte != nil: (headCut, .firstByte)
        case CURLE_PARTIAL_FILE: (.init(.endedEarly), .body)
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: (.init(.givenUp), stage)
        case CURLE_RECV_ERROR: (.init(.broken), stage)
        default: (.init(.said), stage)
        }
    }

    private var closed: Failure.Cause { atPlace(.closed) }

    /// It had answered on that connection before, so it is no question of what it speaks.
    var keptClosed: Failure.Cause { atPlace(.keptClosed) }

    var headCut: Failure.Cause { atPlace(.headCut) }

    private var isKeptConnection: Bool { ccurl_get_long(easy, CURLINFO_NUM_CONNECTS) == 0 }

    private var connectLimit: Int { order.options.connectLimit.wholeMilliseconds }

    private var connectCause: Failure.Cause {
        let number = Int32(truncatingIfNeeded: ccurl_get_long(easy, CURLINFO_OS_ERRNO))
        return atPlace(number == ECONNREFUSED ? .refused : .noConnection)
    }

    private var server: String { "\(origin.host):\(origin.port)" }

    /// A cause that is about what this machine connects to.
    private func atPlace(_ name: Failure.Cause.Name, _ limit: Int = 0) -> Failure.Cause {
        let proxy = order.proxy
        return .init(name, at: proxy?.shown ?? server, limit: limit, isProxy: proxy != nil)
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
    static let headTooLarge = Failure(.transport, .init(.largeHead), phase: .firstByte)

    static func bodyTooLarge(_ limit: Int) -> Failure {
        Failure(.transport, .init(.largeBody, limit: limit), phase: .body)
    }
}
