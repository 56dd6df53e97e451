import Words

/// What to do about what a server says.
extension Failure {
    /// By what the server's words are about, else by its status.
    func statusAdvice(_ scene: AdviceScene) -> Phrase {
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
}

extension String {
    /// Which of some words comes first.
    fileprivate func first(of words: [String]) -> String? {
        let places = words.compactMap { word in firstRange(of: word).map { (word, $0.lowerBound) } }
        return places.min { $0.1 < $1.1 }?.0
    }
}
