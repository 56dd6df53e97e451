import Words

/// What became of a connection.
extension Failure.Cause {
    /// What this machine connects to.
    var place: Phrase {
        isProxy
            ? Phrase(english: "the proxy \(subject)", chinese: "代理 \(subject)")
            : Phrase(english: "\(subject)", chinese: "服务器 \(subject)")
    }

    func connectionWords(_ said: String) -> Phrase {
        switch name {
        case .unknownName:
            Phrase(english: "the name \(subject) was not found", chinese: "查不到主机名 \(subject)")
        case .unknownProxy:
            Phrase(
                english: "the name of the proxy \(subject) was not found",
                chinese: "查不到代理 \(subject)")
        case .proxyRefused:
            Phrase(
                english: "the proxy \(subject) refused: \(said)",
                chinese: "代理 \(subject) 拒绝：\(said)")
        case .refused:
            Phrase(
                english: "nothing answers at \(place): connection refused",
                chinese: "\(place) 拒绝了连接")
        case .noConnection:
            Phrase(english: "no connection to \(place): \(said)", chinese: "\(place) 无法到达：\(said)")
        case .connectTimeout:
            Phrase(
                english: "no connection to \(place) within \(time)",
                chinese: "\(time)内\(place) 没有应答"
            )
        case .noHTTP:
            Phrase(
                english: "what answers at \(place) does not speak HTTP",
                chinese: "\(place) 返回的不是 HTTP")
        case .untrusted:
            Phrase(
                english: "the certificate of \(subject) is not trusted: \(said)",
                chinese: "\(subject) 的证书不受信任：\(said)")
        case .noTLS:
            Phrase(
                english: "no secure connection to \(subject): \(said)",
                chinese: "与 \(subject) 建立不了安全连接：\(said)")
        case .handshakeTimeout:
            Phrase(
                english: "the TLS handshake with \(subject) did not come to its end within \(time)",
                chinese: "与 \(subject) 的 TLS 握手 \(time)内没有完成")
        case .handshakeCut:
            Phrase(
                english: "\(subject) closed the connection in the middle of the TLS handshake",
                chinese: "\(subject) 在 TLS 握手中途关闭了连接")
        default: exchangeWords(said)
        }
    }

    private func exchangeWords(_ said: String) -> Phrase {
        switch name {
        case .badCertificates: certificateWords
        case .notSent:
            Phrase(english: "the request could not be sent: \(said)", chinese: "请求发不出去：\(said)")
        case .closed:
            Phrase(
                english: "\(place) closed the connection without an answer",
                chinese: "\(place) 没有响应就关闭了连接")
        case .keptClosed:
            Phrase(
                english: "\(place) closed the kept connection without an answer",
                chinese: "\(place) 没有响应就关闭了复用的连接")
        case .oddStatusLine:
            Phrase(
                english: "\(place) answered with a status line that is no HTTP: \(said)",
                chinese: "\(place) 返回的状态行不是 HTTP：\(said)")
        case .headCut:
            Phrase(
                english: "\(place) closed the connection in the middle of the answer's headers",
                chinese: "\(place) 响应头发到一半就关闭了连接")
        case .largeHead:
            Phrase(
                english: "the answer's headers are larger than anything useful",
                chinese: "响应头太大")
        case .largeBody:
            Phrase(
                english: "the answer is larger than \(limit >> 20) MiB",
                chinese: "响应超过 \(limit >> 20) MiB")
        case .endedEarly:
            Phrase(english: "the connection ended before the answer did", chinese: "响应没收完，连接就关闭了")
        case .givenUp:
            Phrase(english: "the server gave the answer up: \(said)", chinese: "服务器中止了响应：\(said)")
        case .broken: Phrase(english: "the connection broke: \(said)", chinese: "连接断了：\(said)")
        case .noAnswer: Phrase(english: "no answer came", chinese: "没有收到响应")
        case .headTimeout: Phrase(english: "no answer within \(time)", chinese: "\(time)内没有响应")
        case .silence: Phrase(english: "nothing new for \(time)", chinese: "\(time)没有新内容")
        default: recordWords ?? Phrase(verbatim: said)
        }
    }
}
