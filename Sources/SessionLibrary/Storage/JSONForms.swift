import ChatCompletions

/// The JSON forms of the values that the library keeps in one column each.
///
/// Members without a value are left out. Durations are whole nanoseconds.
enum Form {
    /// An object of the members that have a value.
    static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(
            members.compactMap { name, value in
                value.map { JSONValue.Member(name, $0) }
            }
        )
    }

    static func headers(_ headers: [Header]) -> JSONValue {
        .array(headers.map { .array([.string($0.name), .string($0.value)]) })
    }

    static func headers(_ json: JSONValue?) -> [Header] {
        (json?.array ?? []).map { Header($0[0]?.string ?? "", $0[1]?.string ?? "") }
    }

    static func toolCalls(_ calls: [ToolCall]) -> JSONValue {
        .array(
            calls.map {
                object([
                    "id": .string($0.id), "name": .string($0.name),
                    "arguments": .string($0.arguments),
                ])
            }
        )
    }

    static func toolCalls(_ json: JSONValue?) -> [ToolCall] {
        (json?.array ?? []).map {
            ToolCall(
                id: $0["id"]?.string ?? "",
                name: $0["name"]?.string ?? "",
                arguments: $0["arguments"]?.string ?? ""
            )
        }
    }

    static func variables(_ values: [String: String]) -> JSONValue {
        .object(
            values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
    }

    static func variables(_ json: JSONValue) -> [String: String] {
        let values = (json.members ?? []).compactMap { member in
            member.value.string.map { (member.name, $0) }
        }
        return Dictionary(values) { $1 }
    }

    static func usage(_ usage: Usage) -> JSONValue {
        object([
            "prompt_tokens": usage.promptTokens.map(JSONValue.integer),
            "completion_tokens": usage.completionTokens.map(JSONValue.integer),
            "total_tokens": usage.totalTokens.map(JSONValue.integer),
            "reasoning_tokens": usage.reasoningTokens.map(JSONValue.integer),
            "cached_tokens": usage.cachedTokens.map(JSONValue.integer),
        ])
    }

    static func usage(_ json: JSONValue) -> Usage {
        Usage(
            promptTokens: json["prompt_tokens"]?.int,
            completionTokens: json["completion_tokens"]?.int,
            totalTokens: json["total_tokens"]?.int,
            reasoningTokens: json["reasoning_tokens"]?.int,
            cachedTokens: json["cached_tokens"]?.int
        ).plausible
    }

    static func duration(_ duration: Duration) -> JSONValue { .integer(duration.nanoseconds) }
    static func duration(_ json: JSONValue) -> Duration { .nanoseconds(json.int ?? 0) }
}

extension Duration {
    /// Whole nanoseconds, rounded towards zero; enough for 292 years.
    var nanoseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) &* 1_000_000_000 &+ Int(attoseconds / 1_000_000_000)
    }
}
