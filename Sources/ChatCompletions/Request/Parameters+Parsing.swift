/// A parameter as it was written on a command line, read.
public struct ParsedParameter: Sendable, Hashable {
    /// The wire name.
    public var name: String
    /// The value, read as the dialect's kind for the name wants it.
    public var value: JSONValue
    /// What the dialect says to it.
    public var findings: [Finding]
}

/// Why a text is no parameter.
public enum ParameterProblem: Error, Sendable, Hashable {
    case noName(String)
    case noValue(String)
}

extension Parameters {
    /// Reads `temperature=0.2`, `stop=["\n"]`, `response_format=json_object`.
    ///
    /// The dialect's kind for the name decides how the value is read: `seed=7` is a number,
    /// `user=7` a text. What the kind does not fit, and what the dialect does not know, is JSON
    /// when it parses as JSON, else a text.
    public static func parse(
        _ text: String,
        for provider: Provider
    ) throws(ParameterProblem) -> ParsedParameter {
        guard let equals = text.firstIndex(of: "=") else { throw .noValue(text) }
        let name = String(text[..<equals])
        if name.isEmpty { throw .noName(text) }
        let isSwitch = name == "stream" || name == "reasoning"
        let kind = isSwitch ? .boolean : provider.parameter(name)?.kind
        let value = value(String(text[text.index(after: equals)...]), kind: kind)
        let findings = provider.findings(for: name, value)
        return ParsedParameter(name: name, value: value, findings: findings)
    }

    private static func value(_ text: String, kind: ParameterSpec.Kind?) -> JSONValue {
        let json = try? JSONValue(written: text)
        switch kind {
        case .text?, .strings?, .choice?:
            guard let json, json.string != nil || json.array != nil || json.members != nil else {
                return .string(text)
            }
            return json
        case .boolean?:
            if let flag = flags[text.lowercased()] { return .bool(flag) }
        case .number?, .integer?:
            if JSONValue.string(text).isInfinite { return .number(.infinity) }
        case .json?, nil: break
        }
        return json ?? .string(text)
    }

    private static let flags = [
        "true": true, "on": true, "yes": true, "false": false, "off": false, "no": false,
    ]
}
