/// A message as a request carries it: its JSON object, member for member, and the values that can be
/// read out of it.
///
/// It keeps everything that it was given: parts, a name, calls and their results, members that Fader
/// does not know, their order and the spelling of numbers. Reading a value changes nothing, and
/// setting one changes its own member only.
///
/// ```swift
/// Message(.user, "Hi").json                      // {"role":"user","content":"Hi"}
/// var seen = try Message(given: [
///     "role": "user", "name": "Ann", "content": [["type": "text", "text": "What is it?"], picture],
/// ])
/// seen.content                                   // "What is it?"
/// seen.content = "What is this?"                 // name and picture stay
/// ```
///
/// An answer's thinking stands beside the object, since only some dialects want it back. So ``json``
/// and ``reasoning`` together are the whole message, and what a record has to keep of it:
///
/// ```swift
/// try Message(given: message.json, reasoning: message.reasoning) == message
/// ```
public struct Message: Sendable, Hashable {
    /// The object as it is sent, without an answer's thinking.
    public private(set) var json: JSONValue
    /// Thinking that is no member of the object.
    private var thinking = ""

    /// A message of a role with its text.
    public init(
        _ role: Role,
        _ content: String,
        reasoning: String = "",
        toolCalls: [ToolCall] = [],
        toolCallID: String? = nil
    ) {
        json = ["role": .string(role.rawValue), "content": .string(content)]
        thinking = reasoning
        self.toolCalls = toolCalls
        self.toolCallID = toolCallID
    }

    /// A message as somebody wrote it, or as a record has it.
    ///
    /// - Parameter reasoning: an answer's thinking; what the object says of it goes before.
    /// - Throws: `MessageProblem` when no server could take it.
    public init(given value: JSONValue, reasoning: String = "") throws(MessageProblem) {
        if let problem = MessageProblem(value) { throw problem }
        json = value
        thinking = value[Self.thinkingName] == nil ? reasoning : ""
    }

    /// Who it is from.
    public var role: Role {
        get { Role(rawValue: json["role"]?.string ?? "") }
        set { json["role"] = .string(newValue.rawValue) }
    }

    /// The text, that of all its parts in a row; empty when an assistant's message only calls
    /// functions. Setting it leaves parts that are no text where they are.
    public var content: String {
        get { json["content"]?.saidText ?? "" }
        set {
            if newValue == content { return }
            json["content"] = json["content"].saying(newValue)
            settleContent()
        }
    }

    /// The thinking that came with an assistant's message, sent back only where the dialect says; or
    /// that somebody wrote into it, which is sent as written.
    public var reasoning: String {
        get { json[Self.thinkingName]?.string ?? thinking }
        set {
            if json[Self.thinkingName] == nil {
                thinking = newValue
            } else {
                json[Self.thinkingName] = .string(newValue)
            }
        }
    }

    /// The calls that an assistant's message asks for. Setting it keeps the members of those that
    /// were there before.
    public var toolCalls: [ToolCall] {
        get { (json["tool_calls"]?.array ?? []).map(ToolCall.init(json:)) }
        set {
            if newValue == toolCalls { return }
            let known = json["tool_calls"]?.array ?? []
            let calls = newValue.map { call in
                known.first { ToolCall(json: $0) == call } ?? call.json
            }
            json["tool_calls"] = calls.isEmpty ? nil : .some(.array(calls))
            settleContent()
        }
    }

    /// For `tool` messages: the call that this answers.
    public var toolCallID: String? {
        get { json["tool_call_id"]?.string }
        set {
            if newValue != toolCallID { json["tool_call_id"] = newValue.map(JSONValue.string) }
        }
    }

    /// Whether role, text, thinking, calls and the call's id say all of it, as of every message that
    /// Fader makes: a record needs its JSON only when they do not.
    public var isPlain: Bool {
        self
            == Message(
                role, content, reasoning: reasoning, toolCalls: toolCalls, toolCallID: toolCallID)
    }

    /// The object as it is sent to a dialect that wants thinking back, or does not.
    func json(withThinking isWanted: Bool) -> JSONValue {
        guard isWanted, !thinking.isEmpty, var members = json.members else { return json }
        let place = members.lastIndex { $0.name == "content" }.map { $0 + 1 }
        members.insert(
            JSONValue.Member(Self.thinkingName, .string(thinking)), at: place ?? members.endIndex)
        return .object(members)
    }

    /// The message with every text and every name in it changed.
    package func mappingTexts(_ change: (String) -> String) -> Message {
        var message = self
        message.json = json.mappingTexts(change)
        message.thinking = change(thinking)
        return message
    }

    private static let thinkingName = "reasoning_content"

    /// A message that only calls has no content, by the API's own examples.
    private mutating func settleContent() {
        let calls = json["tool_calls"] != nil
        switch json["content"] {
        case .string("")? where calls: json["content"] = .some(.null)
        case .null? where !calls: json["content"] = ""
        default: break
        }
    }
}

extension JSONValue {
    /// The text of a content: a string, or the text parts of a list.
    fileprivate var saidText: String? {
        switch self {
        case .string(let text): text
        case .array(let parts): parts.compactMap { $0["text"]?.string }.joined()
        default: nil
        }
    }
}

extension JSONValue? {
    /// A content with another text: of a list the first text part has it, the others of text go.
    fileprivate func saying(_ text: String) -> JSONValue {
        guard case .array(let parts)? = self else { return .string(text) }
        let first = parts.firstIndex { $0["text"]?.string != nil }
        var changed: [JSONValue] = []
        for (place, var part) in parts.enumerated() {
            if place == first { part["text"] = .string(text) }
            if place == first || part["text"]?.string == nil { changed.append(part) }
        }
        if first == nil { changed.append(["type": "text", "text": .string(text)]) }
        return .array(changed)
    }
}
