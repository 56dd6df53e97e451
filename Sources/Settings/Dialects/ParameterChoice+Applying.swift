import ChatCompletions
import TOML
import Words

/// What does a choice make of a parameter?
extension ParameterChoice {
    /// - Parameter known: what the extended dialect, or else custom, has under the name.
    /// - Throws: when the parameter is new and nothing says what kind of value it takes.
    func applied(to known: ParameterSpec?) throws(Complaint) -> ParameterSpec {
        guard
            var spec = try kind(after: known?.kind).map({ new in
                var spec = known ?? ParameterSpec(name, new)
                spec.kind = new
                return spec
            })
        else {
            throw Complaint(.typeNeeded(name), at: position)
        }
        if let newName { spec.name = newName }
        setLimits(of: &spec)
        setWords(of: &spec)
        try setDefaults(of: &spec)
        setSlider(of: &spec)
        return spec
    }

    /// What is written, else what the other settings mean, else what it was.
    private func kind(after old: ParameterSpec.Kind?) throws(Complaint) -> ParameterSpec.Kind? {
        switch type {
        case .number: return .number
        case .integer: return .integer
        case .boolean: return .boolean
        case .text: return .text
        case .json: return .json
        case .texts: return .strings(max: most)
        case .choice, nil:
            if let choices { return .choice(choices) }
            if let most { return .strings(max: most) }
            if type == nil { return old }
            if case .choice? = old { return old }
            throw Complaint(.choicesNeeded, at: position)
        }
    }

    private func setLimits(of spec: inout ParameterSpec) {
        if let range {
            spec.range = range.lower == nil && range.upper == nil ? nil : range
            // What was accepted beside another range is not accepted beside this one.
            spec.accepted = nil
        }
        if let accepted { spec.accepted = accepted }
        if let takesOthers { spec.takesOthers = takesOthers }
        if let longestText { spec.longestText = longestText }
        if let isArrayOnly { spec.isArrayOnly = isArrayOnly }
        if let refusesEmpty { spec.refusesEmpty = refusesEmpty }
        if let staysInAnswer { spec.staysInAnswer = staysInAnswer }
        if let takesNull { spec.takesNull = takesNull }
    }

    private func setWords(of spec: inout ParameterSpec) {
        if let isDocumented { spec.isDocumented = isDocumented }
        if let hint { spec.hint = Phrase(verbatim: hint) }
    }

    private func setDefaults(of spec: inout ParameterSpec) throws(Complaint) {
        if let defaultValue { spec.defaultValue = defaultValue }
        if let sentByDefault { spec.sentByDefault = sentByDefault }
        if case .value(let value)? = defaultValue, !value.isNull, !spec.kind.takes(value) {
            throw Complaint(.badDefault(name), at: position)
        }
        if case .some(.some(let value)) = sentByDefault, !spec.kind.takes(value) {
            throw Complaint(.badValueToSend(name), at: position)
        }
    }

    private func setSlider(of spec: inout ParameterSpec) {
        guard spec.kind == .number || spec.kind == .integer else { return spec.slider = nil }
        if let slider { return spec.slider = slider }
        let interval: ParameterSpec.Interval? = spec.accepted ?? spec.range
        guard range != nil || accepted != nil, let interval else { return }
        spec.slider = SliderFitting.fitted(
            spec.slider, to: interval, isWhole: spec.kind == .integer)
    }
}

extension ParameterSpec.Kind {
    /// Whether a default can be of this kind.
    fileprivate func takes(_ value: JSONValue) -> Bool {
        switch self {
        case .number: value.double != nil
        case .integer: value.isWhole
        case .boolean: value.bool != nil
        case .choice, .text: value.string != nil || value.members != nil
        case .strings: value.string != nil || value.array?.allSatisfy { $0.string != nil } == true
        case .json: true
        }
    }
}
