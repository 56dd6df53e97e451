import ChatCompletions
import TOML
import Testing
import Words

@testable import Settings

/// What a built-in dialect says can be said in TOML: each one is written down, from nothing but
/// the generic one, and read back.
struct DialectRoundTripTests {
    @Test(arguments: Provider.all.map(\.id))
    func everyBuiltInDialectCanBeWrittenDown(id: String) throws {
        var provider = try #require(Provider.named(id))
        if !provider.endpoints.isEmpty {
            provider.headers = [
                try HeaderTemplate("X-Org", "a \"${ORG}\""), try HeaderTemplate("X-Plain", ""),
            ]
        }
        // A file says it in one language.
        provider.parameters = provider.parameters.map(\.inEnglish)
        provider.endpoints = provider.endpoints.map(\.inEnglish)
        let text = DialectText(provider: provider).text
        let read = ConfigurationFile.read(text)
        #expect(read.complaints == [], "\(text)")
        var own = try #require(read.configuration.provider(named: "own"))
        own.id = provider.id
        // Not a thing to say of one's own.
        own.uncheckedFacts = provider.uncheckedFacts
        for (spec, original) in zip(own.parameters, provider.parameters) {
            #expect(spec == original)
        }
        #expect(own == provider, "\(text)")
    }
}

extension ParameterSpec {
    fileprivate var inEnglish: ParameterSpec {
        var spec = self
        spec.hint = Phrase(verbatim: hint.english)
        return spec
    }
}

extension Provider.Endpoint {
    fileprivate var inEnglish: Provider.Endpoint {
        Provider.Endpoint(baseURL, note: Phrase(verbatim: note.english))
    }
}

/// A dialect as TOML.
private struct DialectText {
    let provider: Provider

    var text: String {
        let names = Provider.generic.parameters.map { JSONValue.string($0.name) }
        var lines = ["[providers.own]", "title = \(toml(.string(provider.title)))"]
        lines.append("remove = \(toml(.array(names)))")
        lines += addresses + manners
        lines += provider.parameters.flatMap(parameter)
        return lines.joined(separator: "\n")
    }

    private var addresses: [String] {
        let urls = provider.endpoints.map { endpoint -> JSONValue in
            ["url": .string(endpoint.baseURL), "note": .string(endpoint.note.english)]
        }
        let header = provider.keyHeader.map { JSONValue.string("\($0.name): \($0.value)") }
        return [
            urls.isEmpty ? nil : "base_urls = \(toml(.array(urls)))",
            "paths = \(texts(provider.paths))",
            "models_path = \(orFalse(provider.modelsPath))",
            "documentation = \(toml(.string(provider.documentation)))",
            "models = \(texts(provider.models))",
            "model_form = \(orFalse(provider.modelForm))",
            "key_env = \(orFalse(provider.keyVariable))",
            "key_header = \(header.map(toml) ?? "false")",
            "needs_key = \(provider.needsKey)",
            "headers = \(toml(.object(provider.headers.map { .init($0.name, .string($0.written)) })))",
        ].compactMap(\.self)
    }

    private var manners: [String] {
        let switches = provider.reasoning.map { control in
            "reasoning.on = \(toml(.object(control.on)))\nreasoning.off = \(toml(.object(control.off)))"
        }
        return [
            "messages_name = \(toml(.string(provider.messagesName)))",
            "streaming = \"\(provider.streaming.rawValue)\"",
            "stream_usage = \"\(provider.streamUsage.rawValue)\"",
            switches,
            "reasoning.history = \"\(provider.reasoningHistory.rawValue)\"",
            "reasoning.comes_in = \(texts(provider.thinkingPlaces.map(\.rawValue)))",
            provider.continuation.map { "continuation = \"\($0.rawValue)\"" },
            provider.continuationAddress.map { "continuation_at = \"\($0)\"" },
            "schema_beside_type = \(provider.takesSchemaBesideType)",
            "json_asked_for = \(provider.wantsJSONAskedFor)",
            "rejects = \(texts(provider.rejects))",
            "ignores = \(texts(provider.ignores))",
        ].compactMap(\.self)
    }

    private func parameter(_ spec: ParameterSpec) -> [String] {
        [
            "[providers.own.parameters.\(spec.name)]", kind(spec.kind),
            spec.range.map { "range = \"\($0)\"" }, spec.accepted.map { "accepted = \"\($0)\"" },
            standard(spec.defaultValue), spec.sentByDefault.map { "send = \(toml($0))" },
            slider(spec.slider), "hint = \(toml(.string(spec.hint.english)))",
            "documented = \(spec.isDocumented)", "null = \(spec.takesNull)",
            "takes_others = \(spec.takesOthers)", "array_only = \(spec.isArrayOnly)",
            "never_empty = \(spec.refusesEmpty)",
            spec.staysInAnswer.map { "stays_in_answer = \($0)" },
            spec.longestText.map { "max_bytes = \($0)" },
        ].compactMap(\.self)
    }

    private func kind(_ kind: ParameterSpec.Kind) -> String {
        switch kind {
        case .number: "type = \"number\""
        case .integer: "type = \"integer\""
        case .boolean: "type = \"boolean\""
        case .text: "type = \"text\""
        case .json: "type = \"json\""
        case .choice(let choices): "type = \"choice\"\nchoices = \(texts(choices))"
        case .strings(let most): "type = \"texts\"" + (most.map { "\nmax = \($0)" } ?? "")
        }
    }

    private func standard(_ value: ParameterSpec.Default) -> String? {
        switch value {
        case .unstated: nil
        case .infinite: "default = inf"
        case .value(.null): "default = \"null\""
        case .value(let value): "default = \(toml(value))"
        }
    }

    private func slider(_ slider: ParameterSpec.Slider?) -> String {
        guard let slider else { return "slider = false" }
        let (from, to) = (slider.bounds.lowerBound, slider.bounds.upperBound)
        return "slider = { from = \(from), to = \(to), step = \(slider.step), "
            + "large_step = \(slider.largeStep) }"
    }

    private func orFalse(_ text: String?) -> String {
        text.map { toml(.string($0)) } ?? "false"
    }

    private func texts(_ texts: [String]) -> String {
        toml(.array(texts.map(JSONValue.string)))
    }

    /// JSON's texts, numbers and flags are TOML's too.
    private func toml(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): "[" + elements.map(toml).joined(separator: ", ") + "]"
        case .object(let members):
            "{ " + members.map { "\($0.name) = \(toml($0.value))" }.joined(separator: ", ") + " }"
        default: value.text
        }
    }
}
