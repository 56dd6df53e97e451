/// A usage and a failure, apart: what has room for both, an event or a turn, mostly has neither, and
/// is copied often.
package indirect enum Seldom: Sendable, Hashable {
    case of(Usage?, Failure?)

    /// `nil` when there is neither.
    package init?(_ usage: Usage?, _ failure: Failure?) {
        if usage == nil, failure == nil { return nil }
        self = .of(usage, failure)
    }

    package var usage: Usage? { if case .of(let usage, _) = self { usage } else { nil } }
    package var failure: Failure? { if case .of(_, let failure) = self { failure } else { nil } }
}
