import Words

/// What to do where no answer came.
extension Failure {
    func transportAdvice(_ scene: AdviceScene) -> Phrase {
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
