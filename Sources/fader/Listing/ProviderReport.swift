import ChatCompletions

/// A provider as `fader providers` prints it.
enum ProviderReport {
    static func table(_ providers: [Provider]) -> String {
        let rows = providers.map { provider in
            [
                provider.id, provider.title, provider.keyVariable ?? "no key",
                provider.endpoints.first?.baseURL ?? "",
            ]
        }
        return Columns.text(rows)
    }

    static func text(_ provider: Provider) -> String {
        let endpoints = provider.endpoints.map { endpoint in
            let note = endpoint.note.isEmpty ? "" : "  (\(endpoint.note))"
            return ["base URL", endpoint.baseURL + note]
        }
        let facts =
            [["name", "\(provider.id), \(provider.title)"]] + endpoints + [
                ["paths", provider.paths.joined(separator: ", ")],
                ["models list", provider.modelsPath ?? "not documented"],
                ["models", provider.models.joined(separator: ", ")],
                ["key", keyPlace(provider)],
                ["streaming", String(describing: provider.streaming)],
                ["source", provider.documentation],
                ["checked", provider.isChecked ? "yes" : "no: its facts were not looked up"],
            ]
        let filled = facts.filter { !$0[1].isEmpty }
        return Columns.text(filled) + "\n" + parameterTable(provider)
    }

    static func summary(_ provider: Provider) -> JSONValue {
        [
            "id": .string(provider.id),
            "title": .string(provider.title),
            "base_urls": .array(provider.endpoints.map { .string($0.baseURL) }),
            "key_env": JSONValue(provider.keyVariable),
            "needs_key": .bool(provider.needsKey),
            "checked": .bool(provider.isChecked),
        ]
    }

    static func whole(_ provider: Provider) -> JSONValue {
        var object = summary(provider)
        object["paths"] = .array(provider.paths.map(JSONValue.string))
        object["models_path"] = JSONValue(provider.modelsPath)
        object["models"] = .array(provider.models.map(JSONValue.string))
        object["streaming"] = .string(String(describing: provider.streaming))
        object["source"] = .string(provider.documentation)
        object["parameters"] = .array(provider.parameters.map(parameter))
        return object
    }

    private static func keyPlace(_ provider: Provider) -> String {
        guard let variable = provider.keyVariable else { return "none" }
        return provider.needsKey ? variable : "\(variable), if the server wants one"
    }

    private static func parameterTable(_ provider: Provider) -> String {
        let rows = provider.parameters.map { spec in
            [
                spec.name, spec.kind.word, spec.range?.description ?? "", spec.defaultText,
                spec.isDocumented ? spec.hint : "(not documented) \(spec.hint)",
            ]
        }
        return Columns.text([["PARAMETER", "TYPE", "RANGE", "DEFAULT", ""]] + rows)
    }

    private static func parameter(_ spec: ParameterSpec) -> JSONValue {
        [
            "name": .string(spec.name),
            "type": .string(spec.kind.word),
            "range": JSONValue(spec.range?.description),
            "accepted": JSONValue((spec.accepted ?? spec.range)?.description),
            "default": spec.defaultJSON,
            "sent_by_default": spec.sentByDefault ?? .null,
            "documented": .bool(spec.isDocumented),
            "hint": .string(spec.hint),
        ]
    }
}

extension ParameterSpec {
    fileprivate var defaultText: String {
        if let sentByDefault { return "sends \(sentByDefault.text)" }
        switch defaultValue {
        case .unstated: return ""
        case .infinite: return "inf"
        case .value(let value): return value.text
        }
    }

    fileprivate var defaultJSON: JSONValue {
        switch defaultValue {
        case .unstated: .null
        case .infinite: "inf"
        case .value(let value): value
        }
    }
}

extension ParameterSpec.Kind {
    fileprivate var word: String {
        switch self {
        case .number: "number"
        case .integer: "integer"
        case .boolean: "boolean"
        case .choice(let words): words.joined(separator: "|")
        case .text: "text"
        case .strings(max: 1): "text"
        case .strings(let most): "text or up to \(most)"
        case .json: "json"
        }
    }
}
