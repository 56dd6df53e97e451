/// What to do after a failure: each sentence says something that can be done in Fader or beside it.
extension Failure {
    /// What to do next, in one sentence; empty when there is nothing to do.
    public var advice: String { advice(in: AdviceScene()) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter url: where the request went; a server on the own machine needs other advice.
    public func advice(sentTo url: String?) -> String { advice(in: AdviceScene(baseURL: url)) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter scene: where it is read, and what is known of the request.
    public func advice(in scene: AdviceScene) -> String {
        switch kind {
        case .api, .http, .stream: statusAdvice(scene)
        case .truncated where phase == .empty: "\(scene.again)."
        case .truncated where phase == .record: "Copy it before you leave."
        case .truncated: "\(scene.again), or ask the model to go on from here."
        case .malformed: malformedAdvice(scene)
        case .redirect:
            "If that address is right, make it the base URL\(scene.addressPlace), without "
                + "/chat/completions; the key is not sent there."
        case .transport: transportAdvice(scene)
        case .cancelled: ""
        }
    }

    private func malformedAdvice(_ scene: AdviceScene) -> String {
        switch phase {
        case .limit?:
            "What had come is kept. This is no chat answer: check the address, or who sends it."
        case .empty?:
            "\(scene.again); if nothing comes again, check the base URL\(scene.addressPlace)."
        default:
            "Check the base URL\(scene.addressPlace); it usually ends in /v1"
                + (message.lowercased().contains("web page")
                    ? ", and a web page is not an API." : ".")
        }
    }

    // MARK: What a server says

    /// By what the server's words are about, else by its status.
    private func statusAdvice(_ scene: AdviceScene) -> String {
        switch FailureSubject(of: self) {
        case .streamUsage? where isOfTheRequest: streamUsageAdvice(scene)
        case .encryption?: Self.encryptionAdvice(scene)
        case .needsStream?: scene.switchStream(true)
        case .noStream?: scene.switchStream(false)
        case .system?: Self.systemAdvice(scene)
        case .key?: Self.keyAdvice(scene)
        case .money?: "Look at the account's balance, on the provider's own pages."
        case .context?: contextAdvice(scene)
        case .model?: "Check the model's name; \(scene.modelList) lists those of the service."
        case .access?: Self.accessAdvice(scene)
        case .filter?: "The service's filter refused it: word it otherwise."
        case .rate?: rateAdvice(scene)
        case .loading?: "The server is still loading its model; \(scene.thenAgain) in a moment."
        case .busy?: serverAdvice(scene)
        case .streamUsage?, nil: plainStatusAdvice(scene)
        }
    }

    /// A status inside a good answer comes as the error's code.
    private var meantStatus: Int? {
        let inner = code.flatMap(Int.init).flatMap { (400..<600).contains($0) ? $0 : nil }
        return status.map { $0 < 300 ? inner ?? $0 : $0 } ?? inner
    }

    /// Whether the server found something wrong with what the request says.
    private var isOfTheRequest: Bool { [400, 409, 422].contains(meantStatus) }

    private func plainStatusAdvice(_ scene: AdviceScene) -> String {
        switch meantStatus {
        case 401?: Self.keyAdvice(scene)
        case 402?: "Look at the account's balance, on the provider's own pages."
        case 403?: Self.accessAdvice(scene)
        case 404?:
            "Check the base URL\(scene.addressPlace) and the model's name; \(scene.modelList) lists "
                + "the models."
        case 405?: "Check the base URL\(scene.addressPlace) and its path."
        case 408?, 504?: slowAdvice(scene)
        case 413?: "Send less: the conversation is too long for the service. \(scene.shorter)."
        case 429?: rateAdvice(scene)
        case 400?, 409?, 422?: parameterAdvice(scene)
        case let status? where status >= 500: serverAdvice(scene)
        default: Self.responseAdvice(scene)
        }
    }

    private static func responseAdvice(_ scene: AdviceScene) -> String {
        switch scene.place {
        case .anywhere: "Look at the response in the traffic pane."
        case .commandLine: "Look at the response: --raw prints it as it came."
        case .workbench(let keys): "Look at the response in Traffic (\(keys.traffic))."
        }
    }

    private static func keyAdvice(_ scene: AdviceScene) -> String {
        guard let provider = scene.provider else {
            return "Check the key: the right variable, the right provider, nothing missing."
        }
        let isOwn = scene.baseURL.map(provider.owns) ?? true
        let variable = isOwn ? provider.keyVariable ?? "FADER_API_KEY" : "FADER_API_KEY"
        return "Check the key: it should be \(provider.id)’s own, whole, in \(variable); "
            + "`fader doctor` says which keys are found."
    }

    private static func accessAdvice(_ scene: AdviceScene) -> String {
        "The key may not do this: check its permissions and the model's access; "
            + "\(scene.modelList) lists the models."
    }

    private static func encryptionAdvice(_ scene: AdviceScene) -> String {
        "That port speaks TLS: make the base URL "
            + "\(scene.address(withScheme: "https"))\(scene.addressPlace)."
    }

    private static func systemAdvice(_ scene: AdviceScene) -> String {
        switch scene.place {
        case .anywhere: "Send it without a system prompt."
        case .commandLine: "Send it without --system; the prompt can say the same."
        case .workbench(let keys):
            "Empty the system prompt (\(keys.system)); the prompt can say the same."
        }
    }

    private func streamUsageAdvice(_ scene: AdviceScene) -> String {
        if scene.parameters["stream_options"] != nil { return scene.avoid("stream_options") }
        return "Write stream_usage = \"never\" \(scene.table): then stream_options is not sent."
    }

    private func contextAdvice(_ scene: AdviceScene) -> String {
        let name = scene.lengthName
        return switch scene.place {
        case .anywhere: "\(scene.shorter), or lower \(name)."
        case .commandLine: "\(scene.shorter), or lower the answer's length: -p \(name)=N."
        case .workbench(let keys):
            "\(scene.shorter). Or lower \(name) in Parameters (\(keys.parameters))."
        }
    }

    /// What the message names, when it names something that was sent.
    private func parameterAdvice(_ scene: AdviceScene) -> String {
        let names = ChatRequest.lengthNames.filter { message.names($0) }
        if names.count == 2, let wrong = message.first(of: names) {
            return scene.send(names[0] == wrong ? names[1] : names[0], inPlaceOf: wrong)
        }
        if let name = scene.parameter(namedIn: message) { return scene.avoid(name) }
        return switch scene.place {
        case .anywhere: "Look at the request's parameters; the message names the one."
        case .commandLine:
            "Look at the request, which --dry-run prints; the message names what is wrong with it."
        case .workbench(let keys):
            "Look at the request in Traffic (\(keys.traffic)) and at Parameters (\(keys.parameters)); "
                + "the message names what is wrong."
        }
    }

    private func slowAdvice(_ scene: AdviceScene) -> String {
        guard scene.parameters["stream"]?.bool == false || scene.provider == nil else {
            return "\(scene.again); a shorter answer is less likely to run out of time: "
                + "\(scene.change(scene.lengthName))."
        }
        return "\(scene.again); a streamed answer is less likely to run out of time. "
            + scene.switchStream(true)
    }

    // MARK: Waiting

    private func rateAdvice(_ scene: AdviceScene) -> String {
        if let waiting {
            return "Wait \(waiting), then \(scene.thenAgain)\(byItself(scene))."
        }
        let start = "Wait a little, then \(scene.thenAgain)"
        if case .commandLine = scene.place { return start + byItself(scene) + "." }
        return start + "; fewer lanes at once help too."
    }

    private func serverAdvice(_ scene: AdviceScene) -> String {
        let start = "The service has trouble; "
        let wait = waiting.map { "wait \($0), then \(scene.thenAgain)" }
        return start + (wait ?? "\(scene.thenAgain) in a while") + byItself(scene) + "."
    }

    private func byItself(_ scene: AdviceScene) -> String {
        mayPass ? scene.byItself(after: retryAfterMilliseconds ?? 0) : ""
    }

    /// Whether another try is offered: before anything of an answer had come.
    private var mayPass: Bool {
        guard kind != .stream, let status else { return false }
        return [408, 409, 429].contains(status) || status >= 500
    }

    /// `nil` where the server names no time, or none that there is to wait.
    private var waiting: String? {
        guard let time = retryAfterMilliseconds, time > 0 else { return nil }
        if time >= RetryAfter.most { return "a day or longer" }
        let seconds = time / 1000 + (time % 1000 > 0 ? 1 : 0)
        if seconds < 120 { return "\(seconds) s" }
        let minutes = (seconds - 1) / 60 + 1
        return minutes < 180 ? "\(minutes) min" : "\((minutes - 1) / 60 + 1) h"
    }

    // MARK: Without an answer

    private func transportAdvice(_ scene: AdviceScene) -> String {
        switch phase {
        case .key: "Keys go into the environment or a key file, never into Fader itself."
        case .header:
            "Write its value in one line: in headers \(scene.table), or in the variable named there."
        case .url: "Write the address as https://host/path\(scene.addressPlace)."
        case .nameLookup where isOfTheProxy: Self.proxyAdvice(scene)
        case .nameLookup:
            "Check the host's spelling in the base URL\(scene.addressPlace), and the network."
        case .connect: connectAdvice(scene)
        case .tls: tlsAdvice(scene)
        case .silence:
            "\(scene.again), or raise the time limit for slow models"
                + scene.networkPlace("first_event and silence") + "."
        case .firstByte where message.contains("within"):
            "\(scene.again)\(Self.doubt), or raise the time limit for slow models"
                + scene.networkPlace("headers") + "."
        case .firstByte where message.contains("status line"):
            "Look whether it was answered and billed, and who answers at the base URL"
                + "\(scene.addressPlace)."
        case .firstByte where scene.isPlain && !hasSpokenPlainly:
            "\(scene.again)\(Self.doubt); if that port speaks TLS, make the base URL "
                + "\(scene.address(withScheme: "https"))\(scene.addressPlace)."
        case .firstByte: "\(scene.again)\(Self.doubt)."
        case .send, .body, .limit, .empty, .record, nil: "\(scene.again)."
        }
    }

    /// The server had answered on that connection, or begun to.
    private var hasSpokenPlainly: Bool {
        message.contains("kept connection") || message.contains("answer's headers")
    }

    /// The request had gone out: an answer that did not come may have been made.
    private static let doubt = ", once you have looked whether it was answered and billed"

    private var isOfTheProxy: Bool { message.contains("the proxy ") }

    private static func proxyAdvice(_ scene: AdviceScene) -> String {
        "Check the proxy settings: proxy under [network] in config.toml, else https_proxy and its "
            + "like; an empty proxy means none."
    }

    private func connectAdvice(_ scene: AdviceScene) -> String {
        if isOfTheProxy { return Self.proxyAdvice(scene) }
        if message.contains("does not speak HTTP"), scene.isPlain {
            return "Check the port; if it speaks TLS, make the base URL "
                + "\(scene.address(withScheme: "https"))\(scene.addressPlace)."
        }
        if scene.isOwnMachine {
            return "Start the server, or check the port in the base URL\(scene.addressPlace)."
        }
        return "Check the network, the port in the base URL\(scene.addressPlace), and the proxy "
            + "settings\(scene.networkPlace("proxy"))."
    }

    /// What a server that speaks no TLS answers is no record of it: OpenSSL's words, GnuTLS's, and
    /// others'.
    private func tlsAdvice(_ scene: AdviceScene) -> String {
        let words = [
            "wrong version number", "unexpected tls packet", "record overflow", "unknown protocol",
        ]
        let text = message.lowercased()
        if words.contains(where: { text.contains($0) }) {
            return "That port speaks plain HTTP: make the base URL "
                + "\(scene.address(withScheme: "http"))\(scene.addressPlace)."
        }
        if text.contains("tls handshake") {
            return "That port may not speak TLS: if it speaks plain HTTP, make the base URL "
                + "\(scene.address(withScheme: "http"))\(scene.addressPlace)."
        }
        return "Check the clock and the certificates, or name your own CA file"
            + scene.networkPlace("certificates") + "."
    }
}

extension String {
    /// Which of some words comes first.
    fileprivate func first(of words: [String]) -> String? {
        let places = words.compactMap { word in firstRange(of: word).map { (word, $0.lowerBound) } }
        return places.min { $0.1 < $1.1 }?.0
    }
}
