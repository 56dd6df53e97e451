internal import Words

/// How one does, where the advice is read, what it says. Each is a part of a sentence.
extension AdviceScene {
    /// "Send it again", with the key for it.
    var again: Phrase {
        if case .workbench(let keys) = place {
            Phrase(english: "Send it again with \(keys.again)", chinese: "按 \(keys.again) 重跑")
        } else {
            Phrase(english: "Send it again", chinese: "再发一次")
        }
    }

    /// The same within a sentence, after something else was done.
    var thenAgain: Phrase {
        if case .workbench(let keys) = place {
            Phrase(english: "send it again with \(keys.again)", chinese: "按 \(keys.again) 重跑")
        } else {
            Phrase(english: "send it again", chinese: "发一次")
        }
    }

    /// What sends it again without being asked, after a failure that may pass; nothing where that
    /// was tried or cannot be asked for, or would take longer than anybody is waited for.
    func byItself(after milliseconds: Int) -> Phrase {
        switch place {
        case .commandLine where offersRetries && milliseconds <= Self.patience:
            Phrase(english: "; --retries 3 does so by itself", chinese: "；或加 --retries 3 自动重试")
        case .workbench(let keys) where milliseconds < RetryAfter.most:
            Phrase(
                english: "; \(keys.waitOn) does so by itself", chinese: "；或按 \(keys.waitOn) 自动重试")
        case .anywhere, .commandLine, .workbench: .empty
        }
    }

    private static let patience = RetryPolicy.never.patience.components.seconds * 1000

    /// Where a member of the provider's table is written.
    var table: Phrase {
        let name = provider?.id ?? "NAME"
        return Phrase(
            english: "under [providers.\(name)] in config.toml",
            chinese: "config.toml 的 [providers.\(name)]")
    }

    /// Where the base URL is set, in brackets.
    var addressPlace: Phrase {
        switch place {
        case .anywhere: .empty
        case .commandLine:
            Phrase(
                english: " (--base-url, or base_url \(table))",
                chinese: "（--base-url，或 \(table) 里的 base_url）")
        case .workbench:
            Phrase(
                english: " (base_url \(table), or --base-url at the start)",
                chinese: "（\(table) 里的 base_url，或启动时的 --base-url）")
        }
    }

    /// Where a setting of the network is written, in brackets.
    func networkPlace(_ setting: String) -> Phrase { networkPlace([setting]) }

    /// Where settings of the network are written, in brackets.
    func networkPlace(_ settings: [String]) -> Phrase {
        let names = settings.map { Phrase(verbatim: $0) }.allOfThem
        return Phrase(
            english: " (\(names) under [network] in config.toml)",
            chinese: "（config.toml 的 [network] 里的 \(names)）")
    }

    /// The base URL with another scheme.
    func address(withScheme scheme: String) -> String {
        guard let start = baseURL?.firstRange(of: "://") else { return "\(scheme)://…" }
        let rest = String(baseURL?[start.upperBound...] ?? "")
        let path = provider?.paths.first ?? "/chat/completions"
        return "\(scheme)://" + (rest.hasSuffix(path) ? String(rest.dropLast(path.count)) : rest)
    }

    /// How the base URL gets another scheme: the end of a sentence.
    func makeAddress(withScheme scheme: String) -> Phrase {
        let address = address(withScheme: scheme)
        return Phrase(
            english: "make the base URL \(address)\(addressPlace).",
            chinese: "把接口地址改成 \(address)\(addressPlace)。")
    }

    var isPlain: Bool { baseURL?.lowercased().hasPrefix("http:") ?? false }

    // MARK: What was asked

    /// Where the service's models are listed.
    var modelList: Phrase {
        switch place {
        case .anywhere: Phrase(verbatim: "`fader models`")
        case .commandLine: Phrase(verbatim: "`fader models\(address)`")
        case .workbench(let keys): keys.model
        }
    }

    /// The options that lead to the same place.
    private var address: String {
        guard let provider else { return "" }
        guard let baseURL, !provider.owns(baseURL) else { return " --provider \(provider.id)" }
        return " --base-url \(baseURL)"
    }

    /// How a conversation becomes shorter.
    var shorter: Phrase {
        switch place {
        case .anywhere: Phrase(english: "Shorten the conversation", chinese: "缩短对话")
        case .commandLine: Phrase(english: "Shorten what is sent", chinese: "少发一些内容")
        case .workbench(let keys):
            Phrase(
                english: """
                    Shorten the conversation: \(keys.leaveOut) in Conversation \
                    (\(keys.conversation)) leaves the last prompt out, \(keys.newSession) begins anew
                    """,
                chinese: """
                    缩短对话：在「对话」（\(keys.conversation)）里按 \(keys.leaveOut) 不发送最后一轮，\
                    或按 \(keys.newSession) 开新会话
                    """)
        }
    }

    /// `max_tokens`, or what the provider calls it.
    var lengthName: String {
        let names = ChatRequest.lengthNames
        return names.first { parameters[$0] != nil }
            ?? names.first { provider?.parameter($0) != nil } ?? names[0]
    }

    /// Where a parameter gets another value.
    func change(_ name: String) -> Phrase {
        switch place {
        case .anywhere: Phrase(english: "change \(name)", chinese: "改一下 \(name)")
        case .commandLine:
            Phrase(english: "change it with -p \(name)=VALUE", chinese: "用 -p \(name)=VALUE 改")
        case .workbench(let keys):
            Phrase(
                english: "change \(name) in Parameters (\(keys.parameters))",
                chinese: "在「参数」（\(keys.parameters)）里改 \(name)")
        }
    }

    /// Gives a parameter up, or another value.
    func avoid(_ name: String) -> Phrase {
        let isSet = parameters[name] != nil
        switch place {
        case .anywhere:
            return Phrase(
                english: "Change \(name), or do not send it.", chinese: "改一下 \(name)，或不发送它。")
        case .commandLine where isSet:
            return Phrase(
                english: "Change -p \(name)=…, or leave it out.", chinese: "改一下 -p \(name)=…，或去掉它。")
        case .commandLine:
            return Phrase(
                english: "Give another value: -p \(name)=VALUE.", chinese: "换一个值：-p \(name)=VALUE。")
        case .workbench(let keys): return avoid(name, isSet: isSet, keys)
        }
    }

    private func avoid(_ name: String, isSet: Bool, _ keys: Keys) -> Phrase {
        let change = self.change(name).capitalized
        guard isSet else { return change.closed }
        return Phrase(
            english: "\(change), or press \(keys.clear) there: then it is not sent.",
            chinese: "\(change)，或在那里按 \(keys.clear)，就不再发送。")
    }

    /// Sends one of two names of the same.
    func send(_ right: String, inPlaceOf wrong: String) -> Phrase {
        switch place {
        case .anywhere:
            Phrase(
                english: "Send \(right) in place of \(wrong).", chinese: "改发 \(right)，不发 \(wrong)。")
        case .commandLine:
            Phrase(
                english: "Send -p \(right)=N in place of \(wrong).",
                chinese: "改用 -p \(right)=N，不用 \(wrong)。")
        case .workbench(let keys):
            Phrase(
                english: """
                    In Parameters (\(keys.parameters)) press \(keys.clear) on \(wrong) and set \
                    \(right).
                    """,
                chinese: """
                    在「参数」（\(keys.parameters)）里选中 \(wrong) 按 \(keys.clear)，再设 \(right)。
                    """)
        }
    }

    func switchStream(_ isOn: Bool) -> Phrase {
        switch place {
        case .anywhere:
            isOn
                ? Phrase(english: "Ask for a stream.", chinese: "改用流式。")
                : Phrase(english: "Ask for the answer in one piece.", chinese: "改用非流式。")
        case .commandLine:
            isOn
                ? Phrase(english: "Send it with --stream.", chinese: "加上 --stream 再发。")
                : Phrase(english: "Send it with --no-stream.", chinese: "加上 --no-stream 再发。")
        case .workbench(let keys):
            isOn
                ? Phrase(
                    english: "Switch stream on in Parameters (\(keys.parameters)).",
                    chinese: "在「参数」（\(keys.parameters)）里打开 stream。")
                : Phrase(
                    english: "Switch stream off in Parameters (\(keys.parameters)).",
                    chinese: "在「参数」（\(keys.parameters)）里关掉 stream。")
        }
    }
}
