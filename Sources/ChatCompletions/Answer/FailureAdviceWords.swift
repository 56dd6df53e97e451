public import Words

/// What to do after a failure: each sentence says something that can be done in Fader or beside it.
extension Failure {
    /// What to do next, in one sentence; empty when there is nothing to do.
    public var advice: Phrase { advice(in: AdviceScene()) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter url: where the request went; a server on the own machine needs other advice.
    public func advice(sentTo url: String?) -> Phrase { advice(in: AdviceScene(baseURL: url)) }

    /// What to do next, in one sentence; empty when there is nothing to do.
    ///
    /// - Parameter scene: where it is read, and what is known of the request.
    public func advice(in scene: AdviceScene) -> Phrase {
        switch kind {
        case .api, .http, .stream: statusAdvice(scene)
        case .truncated where phase == .empty: scene.again.closed
        case .truncated where phase == .record:
            Phrase(english: "Copy it before you leave.", chinese: "退出前先复制回答。")
        case .truncated:
            Phrase(
                english: "\(scene.again), or ask the model to go on from here.",
                chinese: "\(scene.again)，或发一条提示词让模型接着写。")
        case .malformed: malformedAdvice(scene)
        case .redirect:
            Phrase(
                english: """
                    If that address is right, make it the base URL\(scene.addressPlace), without \
                    /chat/completions; the key is not sent there.
                    """,
                chinese: """
                    地址没错的话，把它设成接口地址\(scene.addressPlace)，去掉 /chat/completions。\
                    密钥没有发到那里。
                    """)
        case .transport: transportAdvice(scene)
        case .cancelled: .empty
        }
    }

    private func malformedAdvice(_ scene: AdviceScene) -> Phrase {
        switch phase {
        case .limit?:
            Phrase(
                english: """
                    What had come is kept. This is no chat answer: check the address, or who sends it.
                    """,
                chinese: "已收到的部分保留。收到的不是对话补全：检查接口地址，看看应答的是什么服务。")
        case .empty?:
            Phrase(
                english: """
                    \(scene.again); if nothing comes again, check the base URL\(scene.addressPlace).
                    """,
                chinese: "\(scene.again)；还是什么都没有，就检查接口地址\(scene.addressPlace)。")
        default: Self.wrongAddressAdvice(scene, isWebPage: isWebPage)
        }
    }

    private static func wrongAddressAdvice(_ scene: AdviceScene, isWebPage: Bool) -> Phrase {
        let start = Phrase(
            english: "Check the base URL\(scene.addressPlace); it usually ends in /v1",
            chinese: "检查接口地址\(scene.addressPlace)；它多半以 /v1 结尾")
        guard isWebPage else { return start.closed }
        return Phrase(
            english: "\(start), and a web page is not an API.", chinese: "网页不是接口。\(start)。")
    }

    // MARK: What a server says

    /// By what the server's words are about, else by its status.
    private func statusAdvice(_ scene: AdviceScene) -> Phrase {
        switch FailureSubject(of: self) {
        case .streamUsage? where isOfTheRequest: streamUsageAdvice(scene)
        case .encryption?: Self.encryptionAdvice(scene)
        case .needsStream?: scene.switchStream(true)
        case .noStream?: scene.switchStream(false)
        case .system?: Self.systemAdvice(scene)
        case .key?: Self.keyAdvice(scene)
        case .money?: Self.moneyAdvice
        case .context?: contextAdvice(scene)
        case .model?:
            Phrase(
                english: "Check the model's name; \(scene.modelList) lists those of the service.",
                chinese: "检查模型名；\(scene.modelList) 列出这家的模型。")
        case .access?: Self.accessAdvice(scene)
        case .filter?:
            Phrase(
                english: "The service's filter refused it: word it otherwise.",
                chinese: "被服务商的内容过滤拦下；换个说法。")
        case .rate?: rateAdvice(scene)
        case .loading?:
            Phrase(
                english: "The server is still loading its model; \(scene.thenAgain) in a moment.",
                chinese: "服务器还在加载模型；过一会儿再\(scene.thenAgain)。")
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

    private func plainStatusAdvice(_ scene: AdviceScene) -> Phrase {
        switch meantStatus {
        case 401?: Self.keyAdvice(scene)
        case 402?: Self.moneyAdvice
        case 403?: Self.accessAdvice(scene)
        case 404?:
            Phrase(
                english: """
                    Check the base URL\(scene.addressPlace) and the model's name; \
                    \(scene.modelList) lists the models.
                    """,
                chinese: "检查接口地址\(scene.addressPlace)和模型名；\(scene.modelList) 列出模型。")
        case 405?:
            Phrase(
                english: "Check the base URL\(scene.addressPlace) and its path.",
                chinese: "检查接口地址\(scene.addressPlace)和它的路径。")
        case 408?, 504?: slowAdvice(scene)
        case 413?:
            Phrase(
                english: """
                    Send less: the conversation is too long for the service. \(scene.shorter).
                    """,
                chinese: "对话太长，超出服务商的限制。\(scene.shorter)。")
        case 429?: rateAdvice(scene)
        case 400?, 409?, 422?: parameterAdvice(scene)
        case let status? where status >= 500: serverAdvice(scene)
        default: Self.responseAdvice(scene)
        }
    }

    private static func responseAdvice(_ scene: AdviceScene) -> Phrase {
        switch scene.place {
        case .anywhere:
            Phrase(
                english: "Look at the response in the traffic pane.", chinese: "在「流量」里看响应。")
        case .commandLine:
            Phrase(
                english: "Look at the response: --raw prints it as it came.",
                chinese: "用 --raw 看原样的响应。")
        case .workbench(let keys):
            Phrase(
                english: "Look at the response in Traffic (\(keys.traffic)).",
                chinese: "在「流量」（\(keys.traffic)）里看响应。")
        }
    }

    private static let moneyAdvice = Phrase(
        english: "Look at the account's balance, on the provider's own pages.",
        chinese: "到服务商的控制台看账户余额。")

    private static func keyAdvice(_ scene: AdviceScene) -> Phrase {
        guard let provider = scene.provider else {
            return Phrase(
                english: "Check the key: the right variable, the right provider, nothing missing.",
                chinese: "检查密钥：变量对不对，是不是这家的，有没有复制完整。")
        }
        let isOwn = scene.baseURL.map(provider.owns) ?? true
        let variable = isOwn ? provider.keyVariable ?? "FADER_API_KEY" : "FADER_API_KEY"
        return Phrase(
            english: """
                Check the key: it should be \(provider.id)’s own, whole, in \(variable); `fader \
                doctor` says which keys are found.
                """,
            chinese: """
                检查密钥：\(variable) 里应是 \(provider.id) 的完整密钥；用 `fader doctor` \
                看密钥从哪里来。
                """)
    }

    private static func accessAdvice(_ scene: AdviceScene) -> Phrase {
        Phrase(
            english: """
                The key may not do this: check its permissions and the model's access; \
                \(scene.modelList) lists the models.
                """,
            chinese: "这个密钥不能这样用：检查它的权限，以及模型有没有开通；\(scene.modelList) 列出模型。")
    }

    private static func encryptionAdvice(_ scene: AdviceScene) -> Phrase {
        let change = scene.makeAddress(withScheme: "https")
        return Phrase(english: "That port speaks TLS: \(change)", chinese: "那个端口用的是 TLS：\(change)")
    }

    private static func systemAdvice(_ scene: AdviceScene) -> Phrase {
        switch scene.place {
        case .anywhere:
            Phrase(english: "Send it without a system prompt.", chinese: "去掉系统提示词再发。")
        case .commandLine:
            Phrase(
                english: "Send it without --system; the prompt can say the same.",
                chinese: "去掉 --system 再发；同样的话可以写进提示词。")
        case .workbench(let keys):
            Phrase(
                english: "Empty the system prompt (\(keys.system)); the prompt can say the same.",
                chinese: "清空系统提示词（\(keys.system)）；同样的话可以写进提示词。")
        }
    }

    private func streamUsageAdvice(_ scene: AdviceScene) -> Phrase {
        if scene.parameters["stream_options"] != nil { return scene.avoid("stream_options") }
        return Phrase(
            english: """
                Write stream_usage = "never" \(scene.table): then stream_options is not sent.
                """,
            chinese: """
                在 \(scene.table) 里写 stream_usage = "never"，就不再发送 stream_options。
                """)
    }

    private func contextAdvice(_ scene: AdviceScene) -> Phrase {
        let name = scene.lengthName
        return switch scene.place {
        case .anywhere:
            Phrase(
                english: "\(scene.shorter), or lower \(name).",
                chinese: "\(scene.shorter)，或调低 \(name)。")
        case .commandLine:
            Phrase(
                english: "\(scene.shorter), or lower the answer's length: -p \(name)=N.",
                chinese: "\(scene.shorter)，或让回答短一些：-p \(name)=N。")
        case .workbench(let keys):
            Phrase(
                english: "\(scene.shorter). Or lower \(name) in Parameters (\(keys.parameters)).",
                chinese: "\(scene.shorter)。也可以在「参数」（\(keys.parameters)）里调低 \(name)。")
        }
    }

    /// What the message names, when it names something that was sent.
    private func parameterAdvice(_ scene: AdviceScene) -> Phrase {
        let names = ChatRequest.lengthNames.filter { message.names($0) }
        if names.count == 2, let wrong = message.first(of: names) {
            return scene.send(names[0] == wrong ? names[1] : names[0], inPlaceOf: wrong)
        }
        if let name = scene.parameter(namedIn: message) { return scene.avoid(name) }
        return switch scene.place {
        case .anywhere:
            Phrase(
                english: "Look at the request's parameters; the message names the one.",
                chinese: "看看请求的参数；报错里说了是哪一个。")
        case .commandLine:
            Phrase(
                english: """
                    Look at the request, which --dry-run prints; the message names what is wrong \
                    with it.
                    """,
                chinese: "用 --dry-run 看请求；报错里说了哪里不对。")
        case .workbench(let keys):
            Phrase(
                english: """
                    Look at the request in Traffic (\(keys.traffic)) and at Parameters \
                    (\(keys.parameters)); the message names what is wrong.
                    """,
                chinese: """
                    在「流量」（\(keys.traffic)）里看请求，再看「参数」（\(keys.parameters)）；\
                    报错里说了哪里不对。
                    """)
        }
    }

    private func slowAdvice(_ scene: AdviceScene) -> Phrase {
        guard scene.parameters["stream"]?.bool == false || scene.provider == nil else {
            let change = scene.change(scene.lengthName)
            return Phrase(
                english: """
                    \(scene.again); a shorter answer is less likely to run out of time: \(change).
                    """,
                chinese: "\(scene.again)；回答短一些不容易超时：\(change)。")
        }
        let change = scene.switchStream(true)
        return Phrase(
            english: """
                \(scene.again); a streamed answer is less likely to run out of time. \(change)
                """,
            chinese: "\(scene.again)；流式回答不容易超时。\(change)")
    }

    // MARK: Waiting

    private func rateAdvice(_ scene: AdviceScene) -> Phrase {
        let byItself = byItself(scene)
        if let waiting {
            return Phrase(
                english: "Wait \(waiting), then \(scene.thenAgain)\(byItself).",
                chinese: "等\(waiting)，再\(scene.thenAgain)\(byItself)。")
        }
        let start = Phrase(
            english: "Wait a little, then \(scene.thenAgain)", chinese: "过一会儿再\(scene.thenAgain)")
        if case .commandLine = scene.place { return (start + byItself).closed }
        return Phrase(
            english: "\(start); fewer lanes at once help too.", chinese: "\(start)；同时少开几列也有用。")
    }

    private func serverAdvice(_ scene: AdviceScene) -> Phrase {
        let byItself = byItself(scene)
        guard let waiting else {
            return Phrase(
                english: "The service has trouble; \(scene.thenAgain) in a while\(byItself).",
                chinese: "服务商出了问题；过一会儿再\(scene.thenAgain)\(byItself)。")
        }
        return Phrase(
            english:
                "The service has trouble; wait \(waiting), then \(scene.thenAgain)\(byItself).",
            chinese: "服务商出了问题；等\(waiting)，再\(scene.thenAgain)\(byItself)。")
    }

    /// Whether another try is offered: before anything of an answer had come.
    private var mayPass: Bool {
        guard kind != .stream, let status else { return false }
        return [408, 409, 429].contains(status) || status >= 500
    }

    private func byItself(_ scene: AdviceScene) -> Phrase {
        mayPass ? scene.byItself(after: retryAfterMilliseconds ?? 0) : .empty
    }

    /// `nil` where the server names no time, or none that there is to wait.
    private var waiting: Phrase? {
        guard let time = retryAfterMilliseconds, time > 0 else { return nil }
        if time >= RetryAfter.most {
            return Phrase(english: "a day or longer", chinese: "一天或更久")
        }
        let seconds = time / 1000 + (time % 1000 > 0 ? 1 : 0)
        if seconds < 120 { return Phrase(english: "\(seconds) s", chinese: " \(seconds) 秒") }
        let minutes = (seconds - 1) / 60 + 1
        guard minutes >= 180 else {
            return Phrase(english: "\(minutes) min", chinese: " \(minutes) 分钟")
        }
        let hours = (minutes - 1) / 60 + 1
        return Phrase(english: "\(hours) h", chinese: " \(hours) 小时")
    }

    // MARK: Without an answer

    private func transportAdvice(_ scene: AdviceScene) -> Phrase {
        switch phase {
        case .key:
            Phrase(
                english: "Keys go into the environment or a key file, never into Fader itself.",
                chinese: "密钥放在环境变量或密钥文件里，不要写进 Fader 的配置或选项。")
        case .header:
            Phrase(
                english: """
                    Write its value in one line: in headers \(scene.table), or in the variable \
                    named there.
                    """,
                chinese: "把它的值改成一行：在 \(scene.table) 的 headers 里，或在那里引用的环境变量里。")
        case .url:
            Phrase(
                english: "Write the address as https://host/path\(scene.addressPlace).",
                chinese: "地址写成 https://host/path\(scene.addressPlace)。")
        case .nameLookup where isOfTheProxy: Self.proxyAdvice
        case .nameLookup:
            Phrase(
                english: """
                    Check the host's spelling in the base URL\(scene.addressPlace), and the network.
                    """,
                chinese: "检查接口地址\(scene.addressPlace)里的主机名有没有写错，再看网络通不通。")
        case .connect: connectAdvice(scene)
        case .tls: tlsAdvice(scene)
        case .silence:
            Self.slowModelAdvice(scene.again, scene.networkPlace(["first_event", "silence"]))
        case .firstByte: firstByteAdvice(scene)
        case .send, .body, .limit, .empty, .record, nil: scene.again.closed
        }
    }

    private static func slowModelAdvice(_ start: Phrase, _ place: Phrase) -> Phrase {
        Phrase(
            english: "\(start), or raise the time limit for slow models\(place).",
            chinese: "\(start)；模型慢就把超时调大\(place)。")
    }

    /// The request had gone out: an answer that did not come may have been made.
    private func firstByteAdvice(_ scene: AdviceScene) -> Phrase {
        if isOddStatusLine {
            return Phrase(
                english: """
                    Look whether it was answered and billed, and who answers at the base \
                    URL\(scene.addressPlace).
                    """,
                chinese: "看看是否已经回答并计费，以及接口地址\(scene.addressPlace)那里是谁在应答。")
        }
        let start = Phrase(
            english: "\(scene.again), once you have looked whether it was answered and billed",
            chinese: "先看看是否已经回答并计费，然后\(scene.again)")
        if isHeadTimeout { return Self.slowModelAdvice(start, scene.networkPlace("headers")) }
        guard scene.isPlain, !hasSpokenPlainly else { return start.closed }
        let change = scene.makeAddress(withScheme: "https")
        return Phrase(
            english: "\(start); if that port speaks TLS, \(change)",
            chinese: "\(start)；如果那个端口用的是 TLS，\(change)")
    }

    private static let proxyAdvice = Phrase(
        english: """
            Check the proxy settings: proxy under [network] in config.toml, else https_proxy and \
            its like; an empty proxy means none.
            """,
        chinese: """
            检查代理设置：config.toml 的 [network] 里的 proxy，否则看 https_proxy 这类变量；\
            proxy 设为空表示不用代理。
            """)

    private func connectAdvice(_ scene: AdviceScene) -> Phrase {
        if isOfTheProxy { return Self.proxyAdvice }
        if isNoHTTP, scene.isPlain {
            let change = scene.makeAddress(withScheme: "https")
            return Phrase(
                english: "Check the port; if it speaks TLS, \(change)",
                chinese: "检查端口；如果用的是 TLS，\(change)")
        }
        if scene.isOwnMachine {
            return Phrase(
                english: """
                    Start the server, or check the port in the base URL\(scene.addressPlace).
                    """,
                chinese: "启动服务器，或检查接口地址\(scene.addressPlace)里的端口。")
        }
        let place = scene.networkPlace("proxy")
        return Phrase(
            english: """
                Check the network, the port in the base URL\(scene.addressPlace), and the proxy \
                settings\(place).
                """,
            chinese: "检查网络、接口地址\(scene.addressPlace)里的端口和代理设置\(place)。")
    }

    private func tlsAdvice(_ scene: AdviceScene) -> Phrase {
        if answersPlainly {
            let change = scene.makeAddress(withScheme: "http")
            return Phrase(
                english: "That port speaks plain HTTP: \(change)",
                chinese: "那个端口用的是明文 HTTP：\(change)"
            )
        }
        if isHandshake {
            let change = scene.makeAddress(withScheme: "http")
            return Phrase(
                english: "That port may not speak TLS: if it speaks plain HTTP, \(change)",
                chinese: "那个端口可能不用 TLS：如果用的是明文 HTTP，\(change)")
        }
        let place = scene.networkPlace("certificates")
        return Phrase(
            english: """
                Check the clock and the certificates, or name your own CA file\(place).
                """,
            chinese: "检查系统时间和证书，或指定自己的 CA 文件\(place)。")
    }
}

extension String {
    /// Which of some words comes first.
    fileprivate func first(of words: [String]) -> String? {
        let places = words.compactMap { word in firstRange(of: word).map { (word, $0.lowerBound) } }
        return places.min { $0.1 < $1.1 }?.0
    }
}
