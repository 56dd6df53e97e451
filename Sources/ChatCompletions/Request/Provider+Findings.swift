extension Provider {
    /// What the dialect says to one parameter's value.
    public func findings(for name: String, _ value: JSONValue) -> [Finding] {
        if value.isInfinite {
            return [Finding(.note, name, "\(name) is not sent: JSON has no infinity.")]
        }
        let unwanted = unwantedFindings(name)
        if isOwnSwitch(name, value) { return unwanted }
        guard let spec = parameter(name) else {
            return unwanted.isEmpty ? unknown(name, value) : unwanted
        }
        let undocumented =
            spec.isDocumented
            ? [] : [Finding(.note, name, "\(name) is not in \(title)'s document.")]
        let findings = unwanted + undocumented + spec.findings(for: value, service: title)
        return name == "response_format" ? findings + schemaFindings(value) : findings
    }

    /// What the service refuses or does nothing with.
    private func unwantedFindings(_ name: String) -> [Finding] {
        if rejects.contains(name) {
            return [Finding(.warning, name, "\(title) answers \(name) with an error.")]
        }
        if ignores.contains(name) {
            return [Finding(.note, name, "\(title) takes no notice of \(name).")]
        }
        return []
    }

    /// A member that the switch for thinking sets, given by itself with more in it:
    /// `reasoning={"effort": "high"}`, `thinking={"type": "auto"}`.
    private func isOwnSwitch(_ name: String, _ value: JSONValue) -> Bool {
        guard let reasoning, parameter(name) == nil || value.members != nil else { return false }
        return (reasoning.on + reasoning.off).contains { member in
            member.name == name && (member.value.members == nil) == (value.members == nil)
        }
    }

    /// A schema has one place in each dialect, and a format without its schema is refused.
    private func schemaFindings(_ format: JSONValue) -> [Finding] {
        let type = format.string ?? format["type"]?.string
        if type == "json_schema", format["json_schema"] == nil {
            let shape = #"{"type": "json_schema", "json_schema": {…}}"#
            let sentence = "json_schema needs its schema: write \(shape)."
            return [Finding(.warning, "response_format", sentence)]
        }
        if format["schema"] != nil, !takesSchemaBesideType {
            let sentence = "\(title)'s document has no schema beside the type; it is sent as given."
            return [Finding(.warning, "response_format", sentence)]
        }
        return []
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
        case _ where otherLength(than: name) != nil:
            let sentence =
                "\(title) calls it \(otherLength(than: name) ?? ""); \(name) is sent as given."
            return [Finding(.note, name, sentence)]
        default:
            let sentence = "\(name) is unknown to \(title)'s dialect and is sent as given."
            return [Finding(.note, name, sentence)]
        }
    }
    /// The name that bounds an answer here, for the one that does so elsewhere.
    private func otherLength(than name: String) -> String? {
        guard ChatRequest.lengthNames.contains(name) else { return nil }
        return ChatRequest.lengthNames.first { $0 != name && parameter($0) != nil }
    }
}
