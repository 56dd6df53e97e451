extension JSONValue {
    /// The value with every text in it changed, names of members too: value by value, so that what
    /// comes of it is JSON whatever stood in it. A number that would change becomes a text.
    package func mappingTexts(_ change: (String) -> String) -> JSONValue {
        switch self {
        case .null, .bool: return self
        case .integer, .number, .spelled:
            let written = change(text)
            return written == text ? self : .string(written)
        case .string(let text): return .string(change(text))
        case .array(let elements): return .array(elements.map { $0.mappingTexts(change) })
        case .object(let members): return .object(members.map { $0.mappingTexts(change) })
        }
    }
}

extension JSONValue.Member {
    package func mappingTexts(_ change: (String) -> String) -> JSONValue.Member {
        JSONValue.Member(change(name), value.mappingTexts(change))
    }
}
