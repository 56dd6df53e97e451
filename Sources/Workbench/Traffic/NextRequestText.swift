import ChatCompletions
import ScreenKit
import Words

/// The messages that are sent whatever is asked next, and what they mean for the rest.
struct SettledMessages: Sendable {
    let messages: [Message]
    let traits: MessageTraits

    init(_ messages: [Message]) { (self.messages, traits) = (messages, MessageTraits(messages)) }
}

/// The next request as JSON set out in lines, in parts one below the other, so that the settled
/// messages need not be set again for what stands around them.
struct NextRequestText {
    enum Part: Sendable {
        case whole
        /// Up to the settled messages, and from their last line on.
        case beginning, end
    }

    let settled: SettledMessages
    let open: ChatRequest
    let language: Language

    subscript(part: Part) -> StyledText {
        let members = members(of: open, beside: settled.traits)
        var text = StyledText()
        switch part {
        case .whole:
            addFindings(to: &text)
            text.add(jsonLines: lines(open.body()))
        case .beginning:
            addFindings(to: &text)
            let lines = lines(.object(members.before + [.init(messagesName, [])])).dropLast()
            text.add(jsonLines: lines.dropLast() + lines.suffix(1).map { $0.dropLast() })
        case .end:
            // What follows decides whether the last settled message has a comma.
            text.add(json: open.messages.isEmpty ? "    }" : "    },")
            text.add(jsonLines: lines(within: .array(members.messages), level: 1))
            text.add(json: members.after.isEmpty ? "  ]" : "  ],")
            text.add(jsonLines: lines(within: .object(members.after), level: 0) + ["}"])
        }
        return text
    }

    /// Without the last line, which belongs to what follows.
    var settledMessages: StyledText {
        var request = open
        request.messages = settled.messages
        let messages = members(of: request, beside: MessageTraits(open.messages)).messages
        var text = StyledText()
        text.add(jsonLines: lines(within: .array(messages), level: 1).dropLast())
        return text
    }

    private func addFindings(to text: inout StyledText) {
        for finding in open.findings(beside: settled.traits) {
            let sentence = "! " + finding.sentence.text(in: language)
            text.fact(sentence, finding.severity == .refusal ? .error : .warning)
        }
    }

    private var messagesName: String { open.provider.messagesName }

    /// The body's members, those around the messages apart.
    private func members(
        of request: ChatRequest, beside others: MessageTraits
    ) -> (before: [JSONValue.Member], messages: [JSONValue], after: [JSONValue.Member]) {
        let members = request.body(beside: others).members ?? []
        let place = members.firstIndex { $0.name == messagesName } ?? members.endIndex
        return (
            Array(members[..<place]), members[place...].first?.value.array ?? [],
            Array(members.dropFirst(place + 1))
        )
    }

    private func lines(_ value: JSONValue, level: Int = 0) -> [Substring] {
        value.pretty(within: level).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// What stands between the brackets of an object or an array.
    private func lines(within value: JSONValue, level: Int) -> [Substring] {
        Array(lines(value, level: level).dropFirst().dropLast())
    }
}
