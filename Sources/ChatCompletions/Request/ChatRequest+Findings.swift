extension ChatRequest {
    /// What a person should know before this is sent: values outside documented ranges, unknown
    /// names, rules of the dialect. Nothing is ever changed silently.
    ///
    /// A body that was given whole is sent whatever is found in it.
    public func findings() -> [Finding] { findings(beside: MessageTraits([])) }

    /// The same where these messages are some of a conversation: of the others, which are not gone
    /// through again, only their traits count.
    package func findings(beside others: MessageTraits) -> [Finding] {
        let findings =
            requestFindings(others)
            + parameters.members.flatMap { provider.findings(for: $0.name, $0.value) }
            + combinationFindings(others)
        guard givenBody != nil else { return findings }
        return findings.map { finding in
            Finding(min(finding.severity, .warning), finding.parameter, finding.sentence)
        }
    }

    private func requestFindings(_ others: MessageTraits) -> [Finding] {
        var findings: [Finding] = []
        if messages.isEmpty, others.areNone {
            findings.append(Finding(.refusal, nil, .noMessage))
        }
        if model.isEmpty {
            findings.append(Finding(.warning, "model", .noModel))
        } else if let form = provider.modelForm, !model.contains("/") {
            findings.append(Finding(.note, "model", provider.namesModels(form)))
        }
        if let baseURL, !provider.headers.isEmpty, !provider.owns(baseURL) {
            let names = provider.headers.map(\.name).joined(separator: ", ")
            findings.append(Finding(.note, nil, provider.keepsHeaders(names)))
        }
        if streams, provider.streaming == .refused {
            findings.append(Finding(.warning, "stream", provider.doesNotStream))
        }
        if provider.reasoningHistory == .stripped,
            others.giveThinking || messages.contains(where: \.givesThinking)
        {
            findings.append(Finding(.note, nil, provider.getsThinking))
        }
        return findings
    }

    /// Rules about two things at once.
    private func combinationFindings(_ others: MessageTraits) -> [Finding] {
        var findings: [Finding] = []
        if parameters["top_logprobs"] != nil, parameters["logprobs"]?.bool != true {
            findings.append(Finding(.warning, "top_logprobs", .logprobsNeeded))
        }
        if Self.lengthNames.allSatisfy({ parameters[$0] != nil }) {
            findings.append(Finding(.warning, "max_tokens", .twoLengths))
        }
        if provider.wantsJSONAskedFor, asksForJSONObject, !others.mentionJSON,
            !messages.contains(where: \.mentionsJSON)
        {
            findings.append(Finding(.warning, "response_format", provider.wantsJSONNamed))
        }
        return findings
    }

    private var asksForJSONObject: Bool {
        let format = parameters["response_format"]
        return (format?.string ?? format?["type"]?.string) == "json_object"
    }
}
