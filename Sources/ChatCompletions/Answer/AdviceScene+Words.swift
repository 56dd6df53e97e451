/// How one does, where the advice is read, what it says. Each is a part of a sentence.
extension AdviceScene {
    /// "Send it again", with the key for it.
    var again: String {
        if case .workbench(let keys) = place {
            "Send it again with \(keys.again)"
        } else {
            "Send it again"
        }
    }

    /// The same within a sentence.
    var thenAgain: String { "s" + again.dropFirst() }

    /// What sends it again without being asked, after a failure that may pass; nothing where that
    /// was tried, or would take longer than anybody is waited for.
    func byItself(after milliseconds: Int) -> String {
        switch place {
        case .commandLine where !hasRetried && milliseconds <= Self.patience:
            "; --retries 3 does so by itself"
        case .workbench(let keys) where milliseconds < RetryAfter.most:
            "; \(keys.waitOn) does so by itself"
        case .anywhere, .commandLine, .workbench: ""
        }
    }

    private static let patience = RetryPolicy.never.patience.components.seconds * 1000

    /// Where a member of the provider's table is written.
    var table: String { "under [providers.\(provider?.id ?? "NAME")] in config.toml" }

    /// Where the base URL is set, in brackets.
    var addressPlace: String {
        switch place {
        case .anywhere: ""
        case .commandLine: " (--base-url, or base_url \(table))"
        case .workbench: " (base_url \(table), or --base-url at the start)"
        }
    }

    /// Where a setting of the network is written, in brackets.
    func networkPlace(_ setting: String) -> String {
        " (\(setting) under [network] in config.toml)"
    }

    /// The base URL with another scheme.
    func address(withScheme scheme: String) -> String {
        guard let start = baseURL?.firstRange(of: "://") else { return "\(scheme)://…" }
        let rest = String(baseURL?[start.upperBound...] ?? "")
        let path = provider?.paths.first ?? "/chat/completions"
        return "\(scheme)://" + (rest.hasSuffix(path) ? String(rest.dropLast(path.count)) : rest)
    }

    var isEncrypted: Bool { baseURL?.lowercased().hasPrefix("https:") ?? false }
    var isPlain: Bool { baseURL?.lowercased().hasPrefix("http:") ?? false }

    // MARK: What was asked

    /// Where the service's models are listed.
    var modelList: String {
        switch place {
        case .anywhere: "`fader models`"
        case .commandLine: "`fader models\(address)`"
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
    var shorter: String {
        switch place {
        case .anywhere: "Shorten the conversation"
        case .commandLine: "Shorten what is sent"
        case .workbench(let keys):
            "Shorten the conversation: \(keys.leaveOut) in Conversation (\(keys.conversation)) leaves "
                + "the last prompt out, \(keys.newSession) begins anew"
        }
    }

    /// `max_tokens`, or what the provider calls it.
    var lengthName: String {
        let names = ChatRequest.lengthNames
        return names.first { parameters[$0] != nil }
            ?? names.first { provider?.parameter($0) != nil } ?? names[0]
    }

    /// Where a parameter gets another value.
    func change(_ name: String) -> String {
        switch place {
        case .anywhere: "change \(name)"
        case .commandLine: "change it with -p \(name)=VALUE"
        case .workbench(let keys): "change \(name) in Parameters (\(keys.parameters))"
        }
    }

    /// Gives a parameter up, or another value.
    func avoid(_ name: String) -> String {
        let isSet = parameters[name] != nil
        switch place {
        case .anywhere: return "Change \(name), or do not send it."
        case .commandLine where isSet: return "Change -p \(name)=…, or leave it out."
        case .commandLine: return "Give another value: -p \(name)=VALUE."
        case .workbench(let keys):
            let change = "Change \(name) in Parameters (\(keys.parameters))"
            return isSet
                ? "\(change), or press \(keys.clear) there: then it is not sent." : change + "."
        }
    }

    /// Sends one of two names of the same.
    func send(_ right: String, inPlaceOf wrong: String) -> String {
        switch place {
        case .anywhere: "Send \(right) in place of \(wrong)."
        case .commandLine: "Send -p \(right)=N in place of \(wrong)."
        case .workbench(let keys):
            "In Parameters (\(keys.parameters)) press \(keys.clear) on \(wrong) and set \(right)."
        }
    }

    func switchStream(_ isOn: Bool) -> String {
        switch place {
        case .anywhere: isOn ? "Ask for a stream." : "Ask for the answer in one piece."
        case .commandLine: isOn ? "Send it with --stream." : "Send it with --no-stream."
        case .workbench(let keys):
            "Switch stream \(isOn ? "on" : "off") in Parameters (\(keys.parameters))."
        }
    }

    /// The parameter that a message names: one that was set, or that the dialect sends by itself.
    func parameter(namedIn message: String) -> String? {
        let own = provider?.parameters.filter { $0.sentByDefault != nil }.map(\.name) ?? []
        let names = parameters.members.map(\.name) + own
        return names.filter { !["stream", "stream_options"].contains($0) }
            .filter { message.names($0) }.max { $0.utf8.count < $1.utf8.count }
    }
}

extension String {
    /// Whether a name stands in the text by itself; a short one is only meant where it is quoted,
    /// or a place in the body.
    func names(_ name: String) -> Bool {
        ranges(of: name).contains { range in
            let before =
                range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
            let after = range.upperBound == endIndex ? nil : self[range.upperBound]
            guard !(before?.isPartOfName ?? false), !(after?.isPartOfName ?? false) else {
                return false
            }
            return name.utf8.count > 3 || before.map { "'\"`.".contains($0) } ?? false
        }
    }
}

extension Character {
    fileprivate var isPartOfName: Bool { self == "_" || isASCII && (isLetter || isNumber) }
}
