import ChatCompletions

/// The words of a dialect's facts.
extension ParameterSpec {
    /// Range, default, limits: what a document says, one phrase each.
    var facts: [String] {
        let printed = range.map { isObject ? "each \($0)" : "\($0)" }
        let limits = longestText.map { "each at most \($0) bytes" }
        return [
            printed, accepted.map { "\($0) accepted" }, defaultText,
            sentByDefault.map { "sends \($0.text) unless set" }, limits,
            staysInAnswer.map { $0 ? "stays in the answer" : "not in the answer" },
            isArrayOnly ? "sent as a list" : nil, refusesEmpty ? "never empty" : nil,
            isDocumented ? nil : "not documented",
        ].compactMap(\.self)
    }

    private var isObject: Bool { kind == .json }

    private var defaultText: String? {
        switch defaultValue {
        case .unstated: nil
        case .infinite: "default inf"
        case .value(let value): "default \(value.text)"
        }
    }
}

extension ParameterSpec.Kind {
    var words: String {
        switch self {
        case .number: "number"
        case .integer: "integer"
        case .boolean: "true or false"
        case .choice(let choices): choices.joined(separator: "|")
        case .text, .strings(max: 1): "text"
        case .strings(max: let most?): "text, or up to \(most)"
        case .strings(max: nil): "text, or several"
        case .json: "JSON"
        }
    }
}

extension Provider {
    /// How a request for a certain JSON schema looks, as far as the dialect has one.
    var schemaShapes: [String] {
        guard case .choice(let types)? = parameter("response_format")?.kind else { return [] }
        let beside = takesSchemaBesideType ? [#"{"type": "json_object", "schema": …}"#] : []
        let inside =
            types.contains("json_schema")
            ? [#"{"type": "json_schema", "json_schema": …}"#] : []
        return beside + inside
    }
}

extension Provider.Offer {
    var words: String {
        switch self {
        case .documented: "documented"
        case .undocumented: "offered, not documented"
        case .refused: "refused"
        }
    }
}

extension Provider.StreamUsage {
    var words: String {
        switch self {
        case .onRequest: "asked for with stream_options"
        case .always: "always"
        case .never: "not documented, not asked for"
        }
    }
}

extension Provider.ReasoningHistory {
    var words: String {
        switch self {
        case .stripped: "never sent back"
        case .withToolCalls: "sent back once there are tool calls"
        case .sentBack: "sent back"
        }
    }
}

extension Provider.ThinkingPlace {
    var words: String {
        switch self {
        case .reasoningContent, .reasoning, .reasoningDetails: "in \(rawValue)"
        case .parts: "in parts of the content"
        case .thinkTags: "in <think> tags"
        }
    }
}

extension Provider.Prices.PerMillion {
    /// `tiny: 1.0 in, 0.1 cached, 4.0 out (CNY for a million tokens)`.
    func text(in currency: String) -> String {
        let parts = [
            input.map { "\($0) in" },
            cachedInput.map { "\($0) cached" },
            output.map { "\($0) out" },
        ]
        let prices = parts.compactMap(\.self).joined(separator: ", ")
        return "\(model): \(prices) (\(currency) for a million tokens)"
    }
}
