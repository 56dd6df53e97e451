import ChatCompletions
import Words

/// A provider as `fader providers --json` prints it. The names are those of a configuration.
extension ProviderReport {
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
        let others: JSONValue = [
            "unchecked": .string(provider.uncheckedFacts.english),
            "headers": .object(
                provider.headers.map { JSONValue.Member($0.name, .string($0.written)) }),
            "paths": texts(provider.paths),
            "models_path": JSONValue(provider.modelsPath),
            "models": texts(provider.models),
            "model_form": JSONValue(provider.modelForm),
            "messages_name": .string(provider.messagesName),
            "streaming": .string(String(describing: provider.streaming)),
            "stream_usage": .string(provider.streamUsage.rawValue),
            "reasoning": provider.reasoning.map { ["on": .object($0.on), "off": .object($0.off)] }
                ?? .null,
            "reasoning_history": .string(provider.reasoningHistory.rawValue),
            "thinking_places": texts(provider.thinkingPlaces.map(\.rawValue)),
            "continuation": JSONValue(provider.continuation?.rawValue),
            "continuation_at": JSONValue(provider.continuationAddress),
            "schema_beside_type": .bool(provider.takesSchemaBesideType),
            "json_asked_for": .bool(provider.wantsJSONAskedFor),
            "rejects": texts(provider.rejects),
            "ignores": texts(provider.ignores),
            "prices": provider.prices.map(prices) ?? .null,
            "source": .string(provider.documentation),
            "parameters": .array(provider.parameters.map(parameter)),
        ]
        return .object((summary(provider).members ?? []) + (others.members ?? []))
    }

    private static func texts(_ texts: [String]) -> JSONValue {
        .array(texts.map(JSONValue.string))
    }

    private static func prices(_ prices: Provider.Prices) -> JSONValue {
        let models = prices.perMillion.map { price in
            JSONValue.Member(
                price.model,
                [
                    "input": JSONValue(price.input), "cached_input": JSONValue(price.cachedInput),
                    "output": JSONValue(price.output),
                ])
        }
        return ["currency": .string(prices.currency), "models": .object(models)]
    }

    private static func parameter(_ spec: ParameterSpec) -> JSONValue {
        [
            "name": .string(spec.name),
            "type": .string(spec.kind.rawValue),
            "choices": spec.kind.choices.map(texts) ?? .null,
            "max": JSONValue(spec.kind.most),
            "max_bytes": JSONValue(spec.longestText),
            "array_only": .bool(spec.isArrayOnly),
            "stays_in_answer": JSONValue(spec.staysInAnswer),
            "range": JSONValue(spec.range?.description),
            "accepted": JSONValue((spec.accepted ?? spec.range)?.description),
            "default": spec.defaultJSON,
            "sent_by_default": spec.sentByDefault ?? .null,
            "null": .bool(spec.takesNull),
            "documented": .bool(spec.isDocumented),
            "hint": .string(spec.hint.english),
        ]
    }
}

extension ParameterSpec {
    fileprivate var defaultJSON: JSONValue {
        switch defaultValue {
        case .unstated: .null
        case .infinite: "inf"
        case .value(let value): value
        }
    }
}

extension ParameterSpec.Kind {
    /// The word for it in a configuration.
    fileprivate var rawValue: String {
        switch self {
        case .number: "number"
        case .integer: "integer"
        case .boolean: "boolean"
        case .choice: "choice"
        case .text: "text"
        case .strings: "texts"
        case .json: "json"
        }
    }

    fileprivate var choices: [String]? {
        if case .choice(let choices) = self { choices } else { nil }
    }

    fileprivate var most: Int? {
        if case .strings(let most) = self { most } else { nil }
    }
}
