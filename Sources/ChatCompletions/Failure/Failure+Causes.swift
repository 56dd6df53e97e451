/// What advice asks of a failure. Those that older versions stored have no cause, but words.
extension Failure {
    /// What a server that speaks no TLS answers is no record of it: OpenSSL's words, GnuTLS's, and
    /// others'.
    var answersPlainly: Bool {
        let words = [
            "wrong version number", "unexpected tls packet", "record overflow", "unknown protocol",
        ]
        let text = said.lowercased()
        return words.contains { text.contains($0) }
    }

    var isHeadTimeout: Bool { isCaused(by: .headTimeout, or: "no answer within") }
    var isNoHTTP: Bool { isCaused(by: .noHTTP, or: "does not speak HTTP") }
    var isOddStatusLine: Bool { isCaused(by: .oddStatusLine, or: "status line") }
    var isWebPage: Bool { isCaused(by: .webPage, or: "web page") }

    /// The other side left in the middle of the handshake, or did not come to its end.
    var isHandshake: Bool {
        cause.map { [.handshakeTimeout, .handshakeCut].contains($0.name) }
            ?? said.contains("TLS handshake")
    }

    /// The server had answered on that connection, or begun to.
    var hasSpokenPlainly: Bool {
        cause.map { [.keptClosed, .headCut, .largeHead].contains($0.name) }
            ?? (said.contains("kept connection") || said.contains("answer's headers"))
    }

    var isOfTheProxy: Bool {
        cause.map { $0.isProxy || [.unknownProxy, .proxyRefused].contains($0.name) }
            ?? said.contains("the proxy ")
    }

    private func isCaused(by name: Cause.Name, or words: String) -> Bool {
        cause.map { $0.name == name } ?? said.lowercased().contains(words.lowercased())
    }
}
