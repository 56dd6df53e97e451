/// What messages mean for all of their request: how the others are written, and what is found in it.
package struct MessageTraits: Sendable, Hashable {
    package let areNone: Bool
    let haveCalls: Bool
    let giveThinking: Bool
    let mentionJSON: Bool

    package init(_ messages: [Message]) {
        areNone = messages.isEmpty
        haveCalls = messages.contains(where: \.hasCalls)
        giveThinking = messages.contains(where: \.givesThinking)
        mentionJSON = messages.contains(where: \.mentionsJSON)
    }
}

extension Message {
    var hasCalls: Bool { json["tool_calls"]?.array?.isEmpty == false }

    /// Whether somebody wrote thinking into it.
    var givesThinking: Bool { json["reasoning_content"]?.string?.isEmpty == false }

    var mentionsJSON: Bool { content.lowercased().contains("json") }
}
