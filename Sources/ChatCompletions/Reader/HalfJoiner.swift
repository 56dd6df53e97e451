/// Where in a delta a text begins or ends with half a character.
struct HalfPlace {
    enum Field: Hashable {
        case content, reasoning, refusal
        /// Of the tool call at this place in the delta's list.
        case arguments(Int)

        /// For an order: texts before tool calls.
        var rank: (Int, Int) {
            switch self {
            case .content: (0, 0)
            case .reasoning: (0, 1)
            case .refusal: (0, 2)
            case .arguments(let index): (1, index)
            }
        }
    }

    /// The place in the delta's list of choices.
    var choice: Int
    var field: Field
    var halves: Halves
}

/// Joins the two halves of a surrogate pair that came in two chunks.
///
/// A tokenizer may cut a character outside the first plane in two, and a server that writes each
/// half as an escape of its own sends two chunks of which neither holds a character.
struct HalfJoiner: Sendable {
    private struct Key: Hashable, Comparable {
        var choice: Int
        var field: HalfPlace.Field

        static func < (one: Key, other: Key) -> Bool { one.field.rank < other.field.rank }
    }

    /// High halves that wait for the next text of their place.
    private var waiting: [Key: UInt16] = [:]

    /// Whether the next text may change.
    var isWaiting: Bool { !waiting.isEmpty }

    /// Completes the delta's texts. What cannot become a character becomes U+FFFD.
    mutating func join(_ delta: inout Delta, _ halves: [HalfPlace]) {
        if halves.isEmpty, waiting.isEmpty { return }
        var found: [Int: [HalfPlace.Field: Halves]] = [:]
        for half in halves { found[half.choice, default: [:]][half.field] = half.halves }
        for place in delta.choices.indices {
            join(&delta.choices[place], found[place] ?? [:])
        }
    }

    /// Gives up waiting: what is left, as a delta.
    mutating func flush() -> Delta? {
        if waiting.isEmpty { return nil }
        var delta = Delta()
        for index in Set(waiting.keys.map(\.choice)).sorted() {
            var choice = ChoiceDelta(index: index)
            give(up: &choice)
            delta.choices.append(choice)
        }
        return delta
    }

    private mutating func join(_ choice: inout ChoiceDelta, _ found: [HalfPlace.Field: Halves]) {
        let index = choice.index
        join(&choice.content, Key(choice: index, field: .content), found[.content])
        join(&choice.reasoning, Key(choice: index, field: .reasoning), found[.reasoning])
        join(&choice.refusal, Key(choice: index, field: .refusal), found[.refusal])
        for place in choice.toolCalls.indices {
            let key = Key(choice: index, field: .arguments(choice.toolCalls[place].index))
            join(&choice.toolCalls[place].arguments, key, found[.arguments(place)])
        }
        if choice.finishReason != nil { give(up: &choice) }
    }

    private mutating func join(_ text: inout String, _ key: Key, _ halves: Halves?) {
        let halves = halves ?? Halves()
        if text.isEmpty, halves.isEmpty { return }
        let high = waiting.removeValue(forKey: key)
        if let low = halves.head {
            let scalar = high.flatMap { Unicode.Scalar(joining: $0, low) } ?? "\u{FFFD}"
            text = String(Character(scalar)) + text
        } else if high != nil {
            text = "\u{FFFD}" + text
        }
        guard let tail = halves.tail else { return }
        if waiting.count < Answer.most { waiting[key] = tail } else { text += "\u{FFFD}" }
    }

    private mutating func give(up choice: inout ChoiceDelta) {
        // In one order, so that an answer comes out the same each time it is read.
        for key in waiting.keys.filter({ $0.choice == choice.index }).sorted() {
            waiting[key] = nil
            switch key.field {
            case .content: choice.content += "\u{FFFD}"
            case .reasoning: choice.reasoning += "\u{FFFD}"
            case .refusal: choice.refusal += "\u{FFFD}"
            case .arguments(let index):
                var call = ToolCallDelta(index: index)
                call.arguments = "\u{FFFD}"
                choice.toolCalls.append(call)
            }
        }
    }
}
