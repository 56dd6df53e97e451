extension Provider {
    /// What the dialect says to one parameter's value.
    public func findings(for name: String, _ value: JSONValue) -> [Finding] {
        if value.isInfinite {
            return [Finding(.note, name, .infinite(name))]
        }
        let unwanted = unwantedFindings(name)
        if isOwnSwitch(name, value) { return unwanted }
        guard let spec = parameter(name) else {
            return unwanted.isEmpty ? unknown(name, value) : unwanted
        }
        let undocumented =
            spec.isDocumented
            ? [] : [Finding(.note, name, doesNotDocument(name))]
        let findings = unwanted + undocumented + spec.findings(for: value, service: title)
        return name == "response_format" ? findings + schemaFindings(value) : findings
    }

    /// What the service refuses or does nothing with.
    private func unwantedFindings(_ name: String) -> [Finding] {
        if rejects.contains(name) {
            return [Finding(.warning, name, answersWithError(name))]
        }
        if ignores.contains(name) {
            return [Finding(.note, name, takesNoNotice(of: name))]
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
            return [Finding(.warning, "response_format", .schemaNeeded(shape))]
        }
        if format["schema"] != nil, !takesSchemaBesideType {
            return [Finding(.warning, "response_format", hasNoSchemaThere)]
        }
        return []
    }

    private func unknown(_ name: String, _ value: JSONValue) -> [Finding] {
        switch name {
        case "stream":
            let isNoted = streaming == .undocumented
            return isNoted ? [Finding(.note, name, doesNotDocument(name))] : []
        case "stream_options": return []
        case "reasoning" where value.bool != nil:
            guard reasoning == nil else { return [] }
            return [Finding(.note, name, hasNoThinkingSwitch)]
        case _ where otherLength(than: name) != nil:
            return [Finding(.note, name, calls(name, otherLength(than: name) ?? ""))]
        default:
            return [Finding(.note, name, doesNotKnow(name))]
        }
    }
    /// The name that bounds an answer here, for the one that does so elsewhere.
    private func otherLength(than name: String) -> String? {
        guard ChatRequest.lengthNames.contains(name) else { return nil }
        return ChatRequest.lengthNames.first { $0 != name && parameter($0) != nil }
    }
}
