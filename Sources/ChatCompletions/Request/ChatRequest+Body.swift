extension ChatRequest {
    /// Whether the answer is asked for as a stream: what `stream` says when it is set, else yes
    /// unless the dialect has none. A body that was given whole streams only when it says so.
    public var streams: Bool {
        let usual = givenBody == nil && provider.streaming != .refused
        return parameters["stream"]?.bool ?? usual
    }

    /// The body as it is sent: model, messages, the parameters in the dialect's order, the others
    /// in the order in which they were set, and the switches of the stream.
    ///
    /// What is not set is not in it, save what the dialect always sends. A body that was given
    /// whole is that one.
    public func body() -> JSONValue { body(beside: MessageTraits([])) }

    /// The same with these messages, which are some of a conversation: of the others, which are not
    /// gone through again, only their traits count.
    package func body(beside others: MessageTraits) -> JSONValue {
        if let givenBody, let whole = try? JSONValue(parsing: givenBody) { return whole }
        var members: [JSONValue.Member] = []
        if !model.isEmpty { members.append(.init("model", .string(model))) }
        let sendsThinking = sendsThinkingBack(beside: others)
        let messages = messages.map { $0.json(withThinking: sendsThinking) }
        members += continuing(messages)
        for spec in provider.parameters { members += wireMembers(of: spec) }
        for member in parameters.members where provider.parameter(member.name) == nil {
            members += wireMembers(member.name, member.value, nil)
        }
        return .object(members + streamMembers())
    }

    /// Whether the dialect wants the thinking of this conversation back.
    package func sendsThinkingBack(beside others: MessageTraits) -> Bool {
        switch provider.reasoningHistory {
        case .stripped: false
        case .sentBack: true
        case .withToolCalls: others.haveCalls || messages.contains(where: \.hasCalls)
        }
    }

    private func wireMembers(of spec: ParameterSpec) -> [JSONValue.Member] {
        if let value = parameters[spec.name] { return wireMembers(spec.name, value, spec) }
        guard let value = spec.sentByDefault, !isBoundedOtherwise(spec.name) else { return [] }
        return wireMembers(spec.name, value, spec)
    }

    /// One of `max_tokens` and `max_completion_tokens` is sent, never a default beside a choice.
    private func isBoundedOtherwise(_ name: String) -> Bool {
        Self.lengthNames.contains(name)
            && Self.lengthNames.contains { parameters[$0] != nil }
    }

    static let lengthNames = ["max_tokens", "max_completion_tokens"]

    private func wireMembers(
        _ name: String,
        _ value: JSONValue,
        _ spec: ParameterSpec?
    ) -> [JSONValue.Member] {
        switch (name, value) {
        case ("stream", _), ("stream_options", _): []
        case ("reasoning", .bool(let isOn)): reasoningMembers(isOn)
        case ("response_format", .string(let type)): [.init(name, ["type": .string(type)])]
        default: Self.encoded(value, spec).map { [.init(name, $0)] } ?? []
        }
    }

    private func reasoningMembers(_ isOn: Bool) -> [JSONValue.Member] {
        let members = (isOn ? provider.reasoning?.on : provider.reasoning?.off) ?? []
        // What is set by its own name counts more.
        return members.filter { $0.name == "reasoning" || parameters[$0.name] == nil }
    }

    /// The value as it goes into the body; `nil` when it is left out.
    private static func encoded(_ value: JSONValue, _ spec: ParameterSpec?) -> JSONValue? {
        if value.isInfinite { return nil }
        switch (spec?.kind, value) {
        case (.strings?, .array(let texts)) where texts.isEmpty: return nil
        case (.strings(max: 1)?, .array(let texts)) where texts.count == 1: return texts[0]
        case (.strings?, .string) where spec?.isArrayOnly == true: return [value]
        default: return value
        }
    }

    private func streamMembers() -> [JSONValue.Member] {
        let isSet = parameters["stream"] != nil
        guard streams else { return isSet ? [.init("stream", false)] : [] }
        var members: [JSONValue.Member] = [.init("stream", true)]
        if let options = parameters["stream_options"] {
            members.append(.init("stream_options", options))
        } else if provider.streamUsage == .onRequest {
            members.append(.init("stream_options", ["include_usage": true]))
        }
        return members
    }
}

extension JSONValue {
    /// "No bound", which documents print as `inf` and JSON cannot hold.
    var isInfinite: Bool {
        switch self {
        case .number(let number): !number.isFinite
        case .string(let text): ["inf", "infinity"].contains(text.lowercased())
        default: false
        }
    }
}
