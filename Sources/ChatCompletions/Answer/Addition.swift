/// Where in an answer that stands which a delta added: with an event's span and its delta it links
/// bytes, events and words.
///
/// ```swift
/// var additions: [Addition] = []
/// answer.add(delta, noting: &additions)    // at first: choice 0, content, 0..<6
/// ```
public struct Addition: Sendable, Hashable {
    /// What of a choice grew.
    public enum Part: Sendable, Hashable {
        case content, reasoning, refusal
        /// The name of the call at this place in the choice's list.
        case toolName(call: Int)
        /// The arguments of the call at this place in the choice's list.
        case arguments(call: Int)
        /// The list of the tokens' probabilities.
        case logprobs
    }

    /// The choice's index.
    public var choice: Int
    /// What of it grew.
    public var part: Part
    /// Where: in bytes of the part's text as UTF-8; of log probabilities in places of their list.
    public var range: Range<Int>

    /// A place in an answer.
    public init(choice: Int, part: Part, range: Range<Int>) {
        self.choice = choice
        self.part = part
        self.range = range
    }
}

/// Notes what an answer grows by, if anybody asks.
struct AdditionLog {
    private let isWanted: Bool
    private(set) var additions: [Addition] = []

    init(isWanted: Bool) { self.isWanted = isWanted }

    /// - Parameters:
    ///   - count: how long the part is now.
    ///   - growth: how much of it is new.
    @inline(__always)
    mutating func note(
        _ part: @autoclosure () -> Addition.Part, of choice: Int,
        count: @autoclosure () -> Int, growth: @autoclosure () -> Int
    ) {
        if isWanted { add(part(), choice, end: count(), growth()) }
    }

    private mutating func add(_ part: Addition.Part, _ choice: Int, end: Int, _ growth: Int) {
        if growth == 0 { return }
        additions.append(Addition(choice: choice, part: part, range: (end - growth)..<end))
    }
}
