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
            findings.append(Finding(.refusal, nil, "There is no message to send."))
        }
        if model.isEmpty {
            findings.append(Finding(.warning, "model", "No model is named."))
        } else if let form = provider.modelForm, !model.contains("/") {
            let sentence = "\(provider.title) names its models \(form)."
            findings.append(Finding(.note, "model", sentence))
        }
        if let baseURL, !provider.headers.isEmpty, !provider.owns(baseURL) {
            let names = provider.headers.map(\.name).joined(separator: ", ")
            let sentence =
                "\(names) goes to the addresses of \(provider.title) only, not to this one."
            findings.append(Finding(.note, nil, sentence))
        }
        if streams, provider.streaming == .refused {
            let sentence = "\(provider.title) does not stream."
            findings.append(Finding(.warning, "stream", sentence))
        }
        if provider.reasoningHistory == .stripped, messages.contains(where: \.givesThinking) {
            let sentence = "\(provider.title) is not sent thinking as a rule; it goes out as given."
            findings.append(Finding(.note, nil, sentence))
        }
        return findings
    }

    /// Rules about two things at once.
    private func combinationFindings() -> [Finding] {
        var findings: [Finding] = []
        if parameters["top_logprobs"] != nil, parameters["logprobs"]?.bool != true {
            let sentence = "top_logprobs needs logprobs to be on."
            findings.append(Finding(.warning, "top_logprobs", sentence))
        }
        if Self.lengthNames.allSatisfy({ parameters[$0] != nil }) {
            let sentence = "max_tokens and max_completion_tokens are both set; set one of them."
            findings.append(Finding(.warning, "max_tokens", sentence))
        }
        if provider.wantsJSONAskedFor, asksForJSONObject, !messagesMentionJSON {
            let sentence = "\(provider.title) wants JSON to be asked for in a message too."
            findings.append(Finding(.warning, "response_format", sentence))
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
