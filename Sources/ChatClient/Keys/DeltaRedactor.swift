internal import ChatCompletions

/// Takes out of an answer's texts what several deltas spell together, where they are not events of a
/// stream with bytes of their own (see `SpelledKeys`): what is one for a read, and a document.
///
/// An end that may be the beginning of a key is held back until more of the same text comes.
struct DeltaRedactor: Sendable {
    private let redactor: Redactor
    private var held: [TextPlace: [UInt8]] = [:]

    init(_ redactor: Redactor) { self.redactor = redactor }

    mutating func redact(_ events: inout [StreamEvent]) {
        guard redactor.knowsKeys else { return }
        for place in events.indices {
            if var delta = events[place].delta {
                for choice in delta.choices.indices { redact(&delta.choices[choice]) }
                events[place].delta = delta
            }
            if events[place].kind == .done, let rest = rest() { events[place].delta = rest }
        }
    }

    /// What is still held back, when nothing more will come.
    mutating func rest() -> Delta? {
        guard !held.isEmpty else { return nil }
        var delta = Delta()
        for index in Set(held.keys.map(\.choice)).sorted() {
            var choice = ChoiceDelta(index: index)
            release(into: &choice) { _ in true }
            delta.choices.append(choice)
        }
        return delta
    }

    private mutating func redact(_ choice: inout ChoiceDelta) {
        var seen: Set<TextPlace.Part> = []
        take(&choice.reasoning, .reasoning, of: choice.index, &seen)
        take(&choice.content, .content, of: choice.index, &seen)
        take(&choice.refusal, .refusal, of: choice.index, &seen)
        for call in choice.toolCalls.indices {
            let part = TextPlace.Part.arguments(call: choice.toolCalls[call].index)
            take(&choice.toolCalls[call].arguments, part, of: choice.index, &seen)
        }
        // A text that another one follows goes on no more, or may wait no longer.
        if choice.finishReason != nil { seen = [] }
        if choice.finishReason != nil || !seen.isEmpty {
            release(into: &choice) { !seen.contains($0) }
        }
    }

    private mutating func take(
        _ text: inout String, _ part: TextPlace.Part, of choice: Int,
        _ seen: inout Set<TextPlace.Part>
    ) {
        if text.isEmpty { return }
        seen.insert(part)
        let place = TextPlace(choice: choice, part: part)
        let (clear, rest) = redactor.certain(of: (held[place] ?? []) + text.utf8)
        text = String(decoding: clear, as: UTF8.self)
        held[place] = rest.isEmpty ? nil : rest
    }

    private mutating func release(into choice: inout ChoiceDelta, _ isDue: (TextPlace.Part) -> Bool)
    {
        for (place, bytes) in held where place.choice == choice.index && isDue(place.part) {
            held[place] = nil
            let text = String(decoding: redactor.redacted(bytes), as: UTF8.self)
            switch place.part {
            case .reasoning: choice.reasoning += text
            case .content: choice.content += text
            case .refusal: choice.refusal += text
            case .arguments(let call): choice.add(text, toCall: call)
            }
        }
    }
}

extension ChoiceDelta {
    fileprivate mutating func add(_ arguments: String, toCall index: Int) {
        if let place = toolCalls.lastIndex(where: { $0.index == index }) {
            toolCalls[place].arguments += arguments
        } else {
            var call = ToolCallDelta(index: index)
            call.arguments = arguments
            toolCalls.append(call)
        }
    }
}
