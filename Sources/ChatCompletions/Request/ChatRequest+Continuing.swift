extension ChatRequest {
    /// The messages, with what the dialect wants of the last one when it is to be continued.
    func continuing(_ messages: [JSONValue]) -> [JSONValue.Member] {
        let name = provider.messagesName
        guard continuesAnswer, let way = provider.continuation, let last = messages.last else {
            return [.init(name, .array(messages))]
        }
        let before = Array(messages.dropLast())
        switch way {
        case .trailing: return [.init(name, .array(messages))]
        case .partial: return [.init(name, .array(before + [last.marked("partial")]))]
        case .prefix: return [.init(name, .array(before + [last.marked("prefix")]))]
        case .finalMessage:
            return [
                .init(name, .array(messages)), .init("continue_final_message", true),
                .init("add_generation_prompt", false),
            ]
        case .besideMessages:
            return [.init(name, .array(before)), .init("prefix", last["content"] ?? "")]
        }
    }
}

extension JSONValue {
    fileprivate func marked(_ name: String) -> JSONValue {
        .object((members ?? []) + [Member(name, true)])
    }
}
