/// A text of an answer.
struct TextPlace: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case reasoning, content, refusal
        case arguments(call: Int)
    }

    var choice: Int
    var part: Part
}
