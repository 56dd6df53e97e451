internal import Words

/// What does a dialect say to a value?
extension ParameterSpec {
    func findings(for value: JSONValue, service: String) -> [Finding] {
        if value.isNull, takesNull || defaultValue == .value(.null) { return [] }
        switch kind {
        case .number, .integer: return numberFindings(value, service: service)
        case .boolean:
            return value.bool == nil ? [expected(.trueOrFalse)] : []
        case .choice(let choices): return choiceFindings(value, choices)
        case .text: return value.string == nil ? [expected(.aText)] : []
        case .strings(let most): return stopFindings(value, most: most, service: service)
        case .json: return memberFindings(value, service: service)
        }
    }

    private func choiceFindings(_ value: JSONValue, _ choices: [String]) -> [Finding] {
        // `response_format` may be the whole object: its type is the choice.
        let choice = value.members == nil ? value : value["type"] ?? .null
        let isNumber = takesOthers && choice.double != nil
        let isTaken = choice.string.map { takesOthers || choices.contains($0) } ?? isNumber
        return isTaken ? [] : [expected(.oneOf(choices))]
    }

    private func expected(_ what: Phrase) -> Finding {
        Finding(.warning, name, .expected(what, of: name))
    }

    private func numberFindings(_ value: JSONValue, service: String) -> [Finding] {
        let wanted = kind == .integer ? Phrase.aWholeNumber : .aNumber
        guard let number = value.double, kind == .number || value.isWhole else {
            return [expected(wanted)]
        }
        guard let interval = accepted ?? range, !interval.contains(number) else { return [] }
        return [
            outside(value.text, of: interval, what: Phrase(verbatim: name), service: service)
        ]
    }

    private func outside(
        _ value: String,
        of interval: Interval,
        what: Phrase,
        service: String
    ) -> Finding {
        let sentence: Phrase = outside(value, of: range ?? interval, what: what, service: service)
        return Finding(.warning, name, sentence)
    }

    private func stopFindings(_ value: JSONValue, most: Int?, service: String) -> [Finding] {
        let texts = value.array ?? [value]
        guard texts.allSatisfy({ $0.string != nil }) else { return [expected(.aTextOrTexts)] }
        if texts.contains("") {
            return [
                refusesEmpty
                    ? Finding(.refusal, name, mustNotBeEmpty(for: service))
                    : Finding(.warning, name, .emptyText(in: name))
            ]
        }
        if let long = texts.first(where: { ($0.string?.utf8.count ?? 0) > longestText ?? .max }) {
            return [Finding(.warning, name, tooLong(long.text, for: service))]
        }
        guard let most, texts.count > most else { return [] }
        let sentence = tooMany(texts.count, most: most, for: service)
        return [Finding(most == 1 ? .refusal : .warning, name, sentence)]
    }

    /// For `logit_bias`: each value's range.
    private func memberFindings(_ value: JSONValue, service: String) -> [Finding] {
        guard let range else {
            let isMade = value.members != nil || value.array != nil
            return isMade ? [] : [expected(.anObjectOrList)]
        }
        guard let members = value.members else { return [expected(.anObject)] }
        return members.compactMap { member in
            guard let number = member.value.double, !range.contains(number) else { return nil }
            let what = self.member(member.name)
            return outside(member.value.text, of: range, what: what, service: service)
        }
    }
}
