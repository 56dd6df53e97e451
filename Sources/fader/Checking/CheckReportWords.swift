import ChatClient
import ChatCompletions
import Words

extension CheckReport.State {
    /// The word at the beginning of its line.
    var word: Phrase {
        switch self {
        case .good: Phrase(english: "ok", chinese: "正常")
        case .note: Phrase(english: "note", chinese: "注意")
        case .failed: Phrase(english: "FAILED", chinese: "失败")
        }
    }
}

extension CheckReport.Subject {
    /// What the line is about.
    var word: Phrase {
        switch self {
        case .address: Phrase(english: "address", chinese: "地址")
        case .key: Phrase(english: "key", chinese: "密钥")
        case .models: Phrase(english: "models", chinese: "模型")
        case .answer: Phrase(english: "answer", chinese: "回答")
        case .stream: Phrase(english: "stream", chinese: "流式")
        case .usage: Phrase(english: "usage", chinese: "用量")
        case .http: Phrase(english: "http", chinese: "HTTP")
        case .cost: Phrase(english: "cost", chinese: "费用")
        }
    }
}

// What each thing comes to.
extension CheckReport {
    mutating func addAddress() {
        guard let plain = check.plain else {
            return add(.good, .address, Phrase(verbatim: check.baseURL))
        }
        if plain.head == nil, let failure = plain.failure { return add(failure, .address) }
        add(.good, .address, addressWords(plain))
    }

    private func addressWords(_ plain: CheckedExchange) -> Phrase {
        let times = plain.end.timings
        let steps = [
            (Phrase(english: "name", chinese: "解析"), times.nameLookup),
            (Phrase(english: "connected", chinese: "连接"), times.connected),
            (Phrase(verbatim: "TLS"), times.tls),
        ].compactMap { name, time in
            time.map {
                Phrase(
                    english: "\(name) \($0.inMilliseconds)", chinese: "\(name) \($0.inMilliseconds)"
                )
            }
        }.joined(separator: Phrase(english: ", ", chinese: "，"))
        let place =
            plain.head?.remoteAddress.map { Phrase(english: " at \($0)", chinese: "（\($0)）") }
            ?? .empty
        let secrecy =
            check.baseURL.lowercased().hasPrefix("https:")
            ? .empty : Phrase(english: ", not encrypted", chinese: "，不加密")
        let url = check.baseURL
        return Phrase(
            english: "\(url)\(place): \(steps)\(secrecy)",
            chinese: "\(url)\(place)：\(steps)\(secrecy)")
    }

    mutating func addKey() {
        switch check.key {
        case .found(_, where: let place): add(.good, .key, .inPlace(place))
        case .notNeeded: add(.good, .key, .noneNeeded)
        case .missing(let advice): add(.failed, .key, advice)
        }
    }

    mutating func addModels() {
        if case .missing = check.key { return }
        switch check.models {
        case nil:
            let title = check.provider.title
            add(
                .good, .models,
                Phrase(english: "\(title) documents no list", chinese: "\(title) 的文档里没有模型列表"))
        case .success(let names)?:
            let isListed = names.contains(check.model)
            add(isListed ? .good : .note, .models, modelWords(names.count, isListed))
        case .failure(let failure)?:
            if failure.status == nil, check.plain?.head == nil { return }
            // Many servers have no list, and work.
            let isMissing = [404, 405, 501].contains(failure.status)
            add(failure, .models, as: isMissing ? .note : .failed)
        }
    }

    private func modelWords(_ count: Int, _ isListed: Bool) -> Phrase {
        let model = check.model
        let words =
            isListed
            ? Phrase(english: "\(model) is among them", chinese: "其中有 \(model)")
            : Phrase(english: "\(model) is not among them", chinese: "其中没有 \(model)")
        return Phrase(
            english: "\(count, "model", "models"); \(words)", chinese: "\(count) 个模型；\(words)")
    }

    mutating func addAnswers() {
        guard let plain = check.plain, plain.head != nil else { return }
        if let failure = plain.failure {
            add(failure, .answer)
        } else {
            add(.good, .answer, answerWords(plain))
        }
        addStream()
        addUsage()
    }

    private func answerWords(_ plain: CheckedExchange) -> Phrase {
        let model = check.model
        let reason =
            plain.answer.choices.first?.finishReason.map { Phrase(verbatim: $0) }
            ?? Phrase(english: "no reason", chinese: "无")
        let time = plain.end.timings.completed.time
        return Phrase(
            english: "\(model) answered in \(time), finish \(reason)",
            chinese: "\(model) 已回答，用时 \(time)，结束原因 \(reason)")
    }

    private mutating func addStream() {
        guard let streamed = check.streamed else {
            if check.provider.streaming == .refused { add(.note, .stream, doesNotStream) }
            return
        }
        if let failure = streamed.failure { return add(failure, .stream) }
        let words = streamWords(streamed)
        switch streamed.end.done {
        case true?:
            add(.good, .stream, Phrase(english: "\(words), [DONE]", chinese: "\(words)，[DONE]"))
        case false?:
            add(
                .note, .stream,
                Phrase(english: "\(words), no [DONE] at its end", chinese: "\(words)，结尾没有 [DONE]"))
        case nil:
            add(
                .note, .stream,
                Phrase(
                    english: "a plain answer came where a stream was asked for",
                    chinese: "要了流式，却收到整个回答"))
        }
    }

    private var doesNotStream: Phrase {
        let title = check.provider.title
        return Phrase(english: "\(title) does not stream", chinese: "\(title) 不支持流式")
    }

    private func streamWords(_ streamed: CheckedExchange) -> Phrase {
        let times = streamed.end.timings
        let time = (times.firstToken ?? times.firstByte).time
        let events = streamed.events
        let first =
            times.firstToken == nil
            ? Phrase(english: "first byte", chinese: "首字节")
            : Phrase(english: "first token", chinese: "首 token")
        return Phrase(
            english: "\(first) after \(time), \(events, "event", "events")",
            chinese: "\(first) \(time)，\(events) 个事件")
    }

    private mutating func addUsage() {
        let kinds = [
            (Phrase(english: "plain", chinese: "非流式"), check.plain),
            (Phrase(english: "streamed", chinese: "流式"), check.streamed),
        ]
        let good = kinds.filter { $0.1?.failure == nil && $0.1 != nil }
        if good.isEmpty { return }
        let telling = good.filter { $0.1?.answer.usage != nil }.map(\.0).allOfThem
        let words =
            telling.isEmpty
            ? Phrase(english: "no answer tells its tokens", chinese: "回答里没有用量")
            : Phrase(english: "with \(telling) answers", chinese: "\(telling)回答里有")
        let isTold = good.allSatisfy { $0.1?.answer.usage != nil }
        add(isTold ? .good : .note, .usage, words)
    }

    mutating func addConnection() {
        guard let head = check.plain?.head else { return }
        guard let second = check.streamed?.head else {
            return add(.good, .http, Phrase(verbatim: head.version))
        }
        let version = second.version
        add(
            second.reusedConnection ? .good : .note, .http,
            second.reusedConnection
                ? Phrase(
                    english: "\(version); the connection was kept for the second request",
                    chinese: "\(version)；第二次请求复用了连接")
                : Phrase(
                    english: "\(version); the second request needed a new connection",
                    chinese: "\(version)；第二次请求要新建连接"))
    }

    mutating func addCost() {
        let count = [check.plain, check.streamed].compactMap { $0?.head }.count
        guard count > 0 else { return }
        let tokens =
            check.tokens.map {
                Phrase(english: "\($0, "token", "tokens") in all", chinese: "共 \($0) 个 token")
            } ?? Phrase(english: "tokens not told", chinese: "没有给出 token 数")
        add(
            .good, .cost,
            Phrase(
                english: "\(count, "request", "requests"), \(tokens)",
                chinese: "\(count) 次请求，\(tokens)"))
    }
}

extension Duration {
    fileprivate var inMilliseconds: String { "\((seconds * 1000).fixed(decimals: 0)) ms" }
}

extension Duration? {
    fileprivate var time: Phrase {
        map { Phrase(verbatim: $0.inMilliseconds) } ?? Phrase(english: "no time", chinese: "未知")
    }
}
