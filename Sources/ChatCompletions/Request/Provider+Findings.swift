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
        let findings = undocumented + spec.findings(for: value, service: title)
        return name == "response_format" ? findings + schemaFindings(value) : findings
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
        case _ where rejects.contains(name):
            return [Finding(.warning, name, "\(title) answers \(name) with an error.")]
        case _ where ignores.contains(name):
            return [Finding(.note, name, "\(title) takes no notice of \(name).")]
        default:
            let sentence = "\(name) is unknown to \(title)'s dialect and is sent as given."
            return [Finding(.note, name, sentence)]
        }
    }
}
