/// How finely an answer is told while it arrives.
public enum AnswerGrain: Sendable, Hashable {
    /// Each event by itself, with its data and its own delta: for looking at, and for keeping.
    case event
    /// What a read added to the answer as one event without data, however many came in it: for
    /// who only wants the text. It costs a fraction, and folds to the same answer.
    ///
    /// Comments, errors and what is unreadable are still events of their own, without data too.
    case read
}
