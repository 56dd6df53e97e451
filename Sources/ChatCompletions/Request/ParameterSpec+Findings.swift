/// What does a dialect say to a value?
extension ParameterSpec {
    func findings(for value: JSONValue, service: String) -> [Finding] {
        if value.isNull, takesNull || defaultValue == .value(.null) { return [] }
        switch kind {
        case .number, .integer: return numberFindings(value, service: service)
        case .boolean:
            return value.bool == nil ? [expected("true or false")] : []
        case .choice(let choices): return choiceFindings(value, choices)
        case .text: return value.string == nil ? [expected("a text")] : []
        case .strings(let most): return stopFindings(value, most: most, service: service)
        case .json: return memberFindings(value, service: service)
        }
    }

    private func choiceFindings(_ value: JSONValue, _ choices: [String]) -> [Finding] {
        // `response_format` may be the whole object: its type is the choice.
        let choice = value.members == nil ? value : value["type"] ?? .null
        let isNumber = takesOthers && choice.double != nil
        let isTaken = choice.string.map { takesOthers || choices.contains($0) } ?? isNumber
        return isTaken ? [] : [expected("one of \(choices.joined(separator: ", "))")]
    }

    private func expected(_ what: String) -> Finding {
        Finding(.warning, name, "\(name) should be \(what); it is sent as given.")
    }

    private func numberFindings(_ value: JSONValue, service: String) -> [Finding] {
        let wanted = kind == .integer ? "a whole number" : "a number"
        guard let number = value.double, kind == .number || value.isWhole else {
            return [expected(wanted)]
        }
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

    private func stopFindings(_ value: JSONValue, most: Int?, service: String) -> [Finding] {
        let texts = value.array ?? [value]
        guard texts.allSatisfy({ $0.string != nil }) else { return [expected("a text or texts")] }
        if texts.contains("") {
            return [
                refusesEmpty
                    ? Finding(.refusal, name, "\(name) must not be empty for \(service).")
                    : Finding(.warning, name, "An empty text in \(name) ends nothing.")
            ]
        }
        if let long = texts.first(where: { ($0.string?.utf8.count ?? 0) > longestText ?? .max }) {
            let sentence =
                "\(long.text) has more than the \(longestText ?? 0) bytes that \(service) takes "
                + "for \(name); it is sent as given."
            return [Finding(.warning, name, sentence)]
        }
        guard let most, texts.count > most else { return [] }
        let many = most == 1 ? "one text" : "at most \(most) texts"
        let sentence = "\(service) takes \(many) for \(name); \(texts.count) are set."
        return [Finding(most == 1 ? .refusal : .warning, name, sentence)]
    }

    /// For `logit_bias`: each value's range.
    private func memberFindings(_ value: JSONValue, service: String) -> [Finding] {
        guard let range else {
            let isMade = value.members != nil || value.array != nil
            return isMade ? [] : [expected("JSON, an object or a list")]
        }
        guard let members = value.members else { return [expected("an object")] }
        return members.compactMap { member in
            guard let number = member.value.double, !range.contains(number) else { return nil }
            let what = "\(name) of \(member.name):"
            return outside(member.value.text, of: range, what: what, service: service)
        }
    }
}
