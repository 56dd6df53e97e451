import ChatClient
import ChatCompletions

// What each thing comes to.
extension CheckReport {
    mutating func addAddress() {
        guard let plain = check.plain else { return add(.good, "address", check.baseURL) }
        if plain.head == nil, let failure = plain.failure { return add(failure, "address") }
        let times = plain.end.timings
        let steps = [
            ("name", times.nameLookup), ("connected", times.connected), ("TLS", times.tls),
        ].compactMap { name, time in time.map { "\(name) \($0.inMilliseconds)" } }
        let place = plain.head?.remoteAddress.map { " at \($0)" } ?? ""
        let secrecy = check.baseURL.lowercased().hasPrefix("https:") ? "" : ", not encrypted"
        let words = "\(check.baseURL)\(place): \(steps.joined(separator: ", "))\(secrecy)"
        add(.good, "address", words)
    }

    mutating func addKey() {
        switch check.key {
        case .found(_, where: let place): add(.good, "key", "in \(place)")
        case .notNeeded: add(.good, "key", "none, and none is needed")
        case .missing(let advice): add(.failed, "key", advice)
        }
    }

    mutating func addModels() {
        if case .missing = check.key { return }
        switch check.models {
        case nil: add(.good, "models", "\(check.provider.title) documents no list")
        case .success(let names)?:
            let isListed = names.contains(check.model)
            let words =
                isListed ? "\(check.model) is among them" : "\(check.model) is not among them"
            add(isListed ? .good : .note, "models", "\(names.count.of("model")); \(words)")
        case .failure(let failure)?:
            if failure.status == nil, check.plain?.head == nil { return }
            // Many servers have no list, and work.
            let isMissing = [404, 405, 501].contains(failure.status)
            add(failure, "models", as: isMissing ? .note : .failed)
        }
    }

    mutating func addAnswers() {
        guard let plain = check.plain, plain.head != nil else { return }
        if let failure = plain.failure {
            add(failure, "answer")
        } else {
            let reason = plain.answer.choices.first?.finishReason ?? "no reason"
            let time = plain.end.timings.completed?.inMilliseconds ?? "no time"
            add(.good, "answer", "\(check.model) answered in \(time), finish \(reason)")
        }
        addStream()
        addUsage()
    }

    private mutating func addStream() {
        guard let streamed = check.streamed else {
            let words = "\(check.provider.title) does not stream"
            if check.provider.streaming == .refused { add(.note, "stream", words) }
            return
        }
        if let failure = streamed.failure { return add(failure, "stream") }
        let times = streamed.end.timings
        let first = (times.firstToken ?? times.firstByte)?.inMilliseconds ?? "no time"
        let what = times.firstToken == nil ? "byte" : "token"
        let words = "first \(what) after \(first), \(streamed.events.of("event"))"
        switch streamed.end.done {
        case true?: add(.good, "stream", words + ", [DONE]")
        case false?: add(.note, "stream", words + ", no [DONE] at its end")
        case nil: add(.note, "stream", "a plain answer came where a stream was asked for")
        }
    }

    private mutating func addUsage() {
        let kinds = [("plain", check.plain), ("streamed", check.streamed)]
        let good = kinds.filter { $0.1?.failure == nil && $0.1 != nil }
        if good.isEmpty { return }
        let telling = good.filter { $0.1?.answer.usage != nil }.map(\.0)
        let words =
            telling.isEmpty
            ? "no answer tells its tokens" : "with \(telling.joined(separator: " and ")) answers"
        add(telling.count == good.count ? .good : .note, "usage", words)
    }

    mutating func addConnection() {
        guard let head = check.plain?.head else { return }
        guard let second = check.streamed?.head else { return add(.good, "http", head.version) }
        let words =
            second.reusedConnection
            ? "the connection was kept for the second request"
            : "the second request needed a new connection"
        let state: State = second.reusedConnection ? .good : .note
        add(state, "http", "\(second.version); \(words)")
    }

    mutating func addCost() {
        let count = [check.plain, check.streamed].compactMap { $0?.head }.count
        guard count > 0 else { return }
        let tokens = check.tokens.map { "\($0.of("token")) in all" } ?? "tokens not told"
        add(.good, "cost", "\(count.of("request")), \(tokens)")
    }
}

extension Duration {
    fileprivate var inMilliseconds: String { "\((seconds * 1000).fixed(decimals: 0)) ms" }
}
