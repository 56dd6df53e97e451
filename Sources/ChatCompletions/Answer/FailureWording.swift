/// The words for failures: the only place where a fact becomes a sentence.
extension Failure {
    /// What happened, in one sentence.
    public var sentence: String {
        let text = PageTitle.oneLine(message)
        return switch kind {
        case .api: apiSentence(text)
        case .stream: "The service broke the answer off with an error: \(text)".closed
        case .http, .malformed: text.closed
        case .truncated: "The answer was cut off, what had come is kept: \(text)".closed
        case .redirect: "\(text), which is never followed".closed
        case .transport: "\(phaseSentence): \(text)".closed
        case .cancelled: "The answer was stopped."
        }
    }

    /// What to do next, in one sentence; empty when there is nothing to do.
    public var advice: String { advice(sentTo: nil) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter url: where the request went; a server on the own machine needs other advice.
    public func advice(sentTo url: String?) -> String {
        switch kind {
        case .api, .http, .stream: statusAdvice
        case .truncated: "Send it again, or ask the model to go on from here."
        case .malformed where phase == .limit:
            "What had come is kept. This is no chat answer: check the address, or who sends it."
        case .malformed: "Check the base URL; it usually ends in /v1, and a web page is not an API."
        case .redirect: "If that address is right, make it the base URL; the key is not sent there."
        case .transport: transportAdvice(url)
        case .cancelled: ""
        }
    }

    // MARK: Sentences

    private func apiSentence(_ text: String) -> String {
        guard let status, status >= 300 else {
            return "The service answered with an error: \(text)".closed
        }
        return "\(HTTPStatus.text(status)): \(text)".closed
    }

    private var phaseSentence: String {
        switch phase {
        case .key: "Nothing was sent"
        case .url: "The address cannot be used"
        case .nameLookup: "The server's name could not be found"
        case .connect: "No connection could be made"
        case .tls: "No secure connection could be made"
        case .send: "The request could not be sent"
        case .firstByte: "The request was sent, and no answer could be had"
        case .body: "The answer broke off"
        case .silence: "The server went silent"
        case .limit: "Too much came"
        case nil: "The request failed"
        }
    }

    // MARK: Advice

    /// By what the server's words are about, else by its status.
    private var statusAdvice: String {
        switch FailureSubject(of: self) {
        case .key?: return Self.keyAdvice
        case .money?: return "Look at the account's balance."
        case .context?: return "Shorten the conversation, or lower max_tokens."
        case .model?: return "Check the model's name; `fader models` lists those of the service."
        case .access?:
            return "The key may not do this: check its permissions and the model's access."
        case .filter?: return "The service's filter refused it: word it otherwise."
        case .rate?: return rateAdvice
        case .loading?: return "The server is still loading its model; send it again in a moment."
        case .busy?: return serverAdvice
        case nil: return plainStatusAdvice
        }
    }

    private static let unansweredAdvice =
        "It may have been answered and billed: look there before you send it again, or give slow "
        + "models more time."

    private static let keyAdvice =
        "Check the key: the right variable, the right provider, nothing missing."

    /// A status inside a good answer comes as the error's code.
    private var meantStatus: Int? {
        let inner = code.flatMap(Int.init).flatMap { (400..<600).contains($0) ? $0 : nil }
        return status.map { $0 < 300 ? inner ?? $0 : $0 } ?? inner
    }

    private var plainStatusAdvice: String {
        switch meantStatus {
        case 401?: return Self.keyAdvice
        case 402?: return "Look at the account's balance."
        case 403?: return "The key may not do this: check its permissions and the model's access."
        case 404?: return "Check the base URL and the model's name; `fader models` lists them."
        case 405?: return "Check the base URL and its path."
        case 408?, 504?:
            return "Send it again; a streamed answer is less likely to run out of time."
        case 413?: return "Send less: the conversation is too long for the service."
        case 429?: return rateAdvice
        case 400?, 409?, 422?: return "Look at the request's parameters; the message names the one."
        case let status? where status >= 500: return serverAdvice
        default: return "Look at the response in the traffic pane."
        }
    }

    private var rateAdvice: String {
        waiting.map { "Wait \($0), then send it again." }
            ?? "Wait a little, then send it again; fewer lanes at once help too."
    }

    private var serverAdvice: String {
        waiting.map { "The service has trouble; wait \($0), then send it again." }
            ?? "The service has trouble; send it again in a while."
    }

    private var waiting: String? {
        retryAfterMilliseconds.map { time in
            let seconds = (time + 999) / 1000
            return seconds < 120 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
        }
    }

    private func transportAdvice(_ url: String?) -> String {
        let isOwnMachine = url.map(Provider.isLoopback) ?? false
        switch phase {
        case .key: return "Keys go into the environment or a key file, never into Fader itself."
        case .url: return "Write the address as https://host/path."
        case .nameLookup: return "Check the host's spelling and the network."
        case .connect where isOwnMachine: return "Start the server, or check the port."
        case .connect: return "Check the network, the port and the proxy settings."
        case .tls: return "Check the clock and the certificates, or name your own CA file."
        case .firstByte: return Self.unansweredAdvice
        case .silence: return "Send it again, or raise the time limit for slow models."
        case .send, .body, .limit, nil: return "Send it again."
        }
    }
}

extension String {
    /// With a full stop at its end, unless it has one of its own.
    fileprivate var closed: String {
        guard let last, !".!?。！？…".contains(last) else { return self }
        return self + "."
    }
}
