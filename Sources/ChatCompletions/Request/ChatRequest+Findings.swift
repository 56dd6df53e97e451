extension ChatRequest {
    /// What a person should know before this is sent: values outside documented ranges, unknown
    /// names, rules of the dialect. Nothing is ever changed silently.
    ///
    /// A body that was given whole is sent whatever is found in it.
    public func findings() -> [Finding] {
        let findings =
            requestFindings()
            + parameters.members.flatMap { provider.findings(for: $0.name, $0.value) }
            + combinationFindings()
        guard givenBody != nil else { return findings }
        return findings.map { finding in
            Finding(min(finding.severity, .warning), finding.parameter, finding.sentence)
        }
    }

    private func requestFindings() -> [Finding] {
        var findings: [Finding] = []
        if messages.isEmpty {
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
        if provider.reasoningHistory == .stripped, messages.contains(where: \.givesThinking) {
            findings.append(Finding(.note, nil, provider.getsThinking))
        }
        return findings
    }

    /// Rules about two things at once.
    private func combinationFindings() -> [Finding] {
        var findings: [Finding] = []
        if parameters["top_logprobs"] != nil, parameters["logprobs"]?.bool != true {
            findings.append(Finding(.warning, "top_logprobs", .logprobsNeeded))
        }
        if Self.lengthNames.allSatisfy({ parameters[$0] != nil }) {
            findings.append(Finding(.warning, "max_tokens", .twoLengths))
        }
        if provider.wantsJSONAskedFor, asksForJSONObject, !messagesMentionJSON {
            findings.append(Finding(.warning, "response_format", provider.wantsJSONNamed))
        }
        return findings
    }

    private var asksForJSONObject: Bool {
        let format = parameters["response_format"]
        return (format?.string ?? format?["type"]?.string) == "json_object"
    }

    private var messagesMentionJSON: Bool {
        messages.contains { $0.content.lowercased().contains("json") }
    }
}

extension Message {
    /// Whether somebody wrote thinking into it.
    fileprivate var givesThinking: Bool { json["reasoning_content"]?.string?.isEmpty == false }
}
