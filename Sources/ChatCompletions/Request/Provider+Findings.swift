extension Provider {
    /// What the dialect says to one parameter's value.
    public func findings(for name: String, _ value: JSONValue) -> [Finding] {
        if value.isInfinite {
            return [Finding(.note, name, "\(name) is not sent: JSON has no infinity.")]
        }
        guard let spec = parameter(name) else { return unknown(name, value) }
        let undocumented =
            spec.isDocumented
            ? [] : [Finding(.note, name, "\(name) is not in \(title)'s document.")]
        return undocumented + spec.findings(for: value, service: title)
    }

    private func unknown(_ name: String, _ value: JSONValue) -> [Finding] {
        switch name {
        case "stream":
            let isNoted = streaming == .undocumented
            return isNoted ? [Finding(.note, name, "stream is not in \(title)'s document.")] : []
        case "stream_options": return []
        case "reasoning" where value.bool != nil:
            guard reasoning == nil else { return [] }
            let sentence = "\(title) has no switch for thinking; nothing is sent for it."
            return [Finding(.note, name, sentence)]
        default:
            let sentence = "\(name) is unknown to \(title)'s dialect and is sent as given."
            return [Finding(.note, name, sentence)]
        }
    }
}

extension ParameterSpec {
    func findings(for value: JSONValue, service: String) -> [Finding] {
        if value.isNull, defaultValue == .value(.null) { return [] }
        switch kind {
        case .number, .integer: return numberFindings(value, service: service)
        case .boolean:
            return value.bool == nil ? [expected("true or false")] : []
        case .choice(let choices):
            guard let text = value.string, !choices.contains(text) else { return [] }
            return [expected("one of \(choices.joined(separator: ", "))")]
        case .text: return value.string == nil ? [expected("a text")] : []
        case .strings(let most): return stopFindings(value, most: most, service: service)
        case .json: return memberFindings(value, service: service)
        }
    }

    private func expected(_ what: String) -> Finding {
        Finding(.warning, name, "\(name) should be \(what); it is sent as given.")
    }

    private func numberFindings(_ value: JSONValue, service: String) -> [Finding] {
        if kind == .integer, value.int == nil { return [expected("a whole number")] }
        guard let number = value.double else { return [expected("a number")] }
        guard let interval = accepted ?? range, !interval.contains(number) else { return [] }
        return [outside(value.text, of: interval, what: name, service: service)]
    }

    private func outside(
        _ value: String,
        of interval: Interval,
        what: String,
        service: String
    ) -> Finding {
        let sentence =
            "\(what) \(value) is outside the range that \(service) documents, "
            + "\((range ?? interval).description); it is sent as given."
        return Finding(.warning, name, sentence)
    }

    private func stopFindings(_ value: JSONValue, most: Int, service: String) -> [Finding] {
        let texts = value.array ?? [value]
        guard texts.allSatisfy({ $0.string != nil }) else { return [expected("a text or texts")] }
        if texts.contains("") {
            let sentence = "\(name) must not be empty for \(service)."
            return [Finding(refusesEmpty ? .refusal : .warning, name, sentence)]
        }
        guard texts.count > most else { return [] }
        let many = most == 1 ? "one text" : "at most \(most) texts"
        let sentence = "\(service) takes \(many) for \(name); \(texts.count) are set."
        return [Finding(most == 1 ? .refusal : .warning, name, sentence)]
    }

    /// For `logit_bias`: each value's range.
    private func memberFindings(_ value: JSONValue, service: String) -> [Finding] {
        guard let range else { return [] }
        guard let members = value.members else { return [expected("an object")] }
        return members.compactMap { member in
            guard let number = member.value.double, !range.contains(number) else { return nil }
            let what = "\(name) of \(member.name):"
            return outside(member.value.text, of: range, what: what, service: service)
        }
    }
}

extension ParameterSpec.Interval: CustomStringConvertible {
    /// An end that the document does not call open or closed counts as closed.
    public func contains(_ value: Double) -> Bool {
        let isAbove = lower.map { $0.isClosed == false ? value > $0.value : value >= $0.value }
        let isBelow = upper.map { $0.isClosed == false ? value < $0.value : value <= $0.value }
        return isAbove ?? true && isBelow ?? true
    }

    /// `[0, 2]`, `(0, 1]`, `≥ 1`, `≤ 4096`; ends that the document leaves open are `0 to 1`.
    public var description: String {
        switch (lower, upper) {
        case (let lower?, let upper?):
            if lower.isClosed == nil, upper.isClosed == nil {
                return "\(lower.text) to \(upper.text)"
            }
            let opening = lower.isClosed == false ? "(" : "["
            let closing = upper.isClosed == false ? ")" : "]"
            return "\(opening)\(lower.text), \(upper.text)\(closing)"
        case (let lower?, nil): return (lower.isClosed == false ? "> " : "≥ ") + lower.text
        case (nil, let upper?): return (upper.isClosed == false ? "< " : "≤ ") + upper.text
        case (nil, nil): return "any number"
        }
    }
}

extension ParameterSpec.Bound {
    /// `2`, `-2`, `0.01`.
    fileprivate var text: String { Int(whole: value).map { String($0) } ?? value.description }
}
