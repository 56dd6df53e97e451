internal import Words

/// Words to write a dialect down with.
extension ParameterSpec {
    /// The same with a default that the document states.
    func byDefault(_ value: JSONValue) -> Self { with { $0.defaultValue = .value(value) } }

    /// The same with the document's `inf` as its default.
    func unboundedByDefault() -> Self { with { $0.defaultValue = .infinite } }

    /// The same with a range as the document prints it.
    func within(_ interval: Interval) -> Self { with { $0.range = interval } }

    /// The same, taking more than the document prints, where it contradicts itself.
    func accepting(_ interval: Interval) -> Self { with { $0.accepted = interval } }

    /// The same for a name that the document does not have.
    func undocumented() -> Self { with { $0.isDocumented = false } }

    /// The same, sent even when it is not set.
    func alwaysSent(_ value: JSONValue) -> Self { with { $0.sentByDefault = value } }

    /// The same with another sentence about it.
    func hinted(_ hint: Phrase) -> Self { with { $0.hint = hint } }

    /// The same, taking other kinds of values.
    func kind(_ kind: Kind) -> Self { with { $0.kind = kind } }

    /// The same with a slider.
    func slid(_ bounds: ClosedRange<Double>, by step: Double, _ large: Double, decimals: Int = 0)
        -> Self
    {
        with { $0.slider = Slider(bounds, step: step, largeStep: large, decimals: decimals) }
    }

    /// The same, an empty text being refused.
    func neverEmpty() -> Self { with { $0.refusesEmpty = true } }

    /// The same, taking so many texts, each of so many bytes.
    func atMost(_ count: Int, bytes: Int? = nil) -> Self {
        with {
            $0.kind = .strings(max: count)
            $0.longestText = bytes
        }
    }

    /// The same, one text being sent as an array of one.
    func asArray() -> Self { with { $0.isArrayOnly = true } }

    /// The same, the text that ended the answer being part of it or not.
    func stayingInAnswer(_ stays: Bool) -> Self { with { $0.staysInAnswer = stays } }

    /// The same, its choices being usual and not all that there are.
    func amongOthers() -> Self { with { $0.takesOthers = true } }

    /// The same, `null` being taken too.
    func orNull() -> Self { with { $0.takesNull = true } }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

extension ParameterSpec.Interval {
    /// Both ends belong to it: `[0, 2]`.
    static func closed(_ lower: Double, _ upper: Double) -> Self {
        Self(.init(lower, closed: true), .init(upper, closed: true))
    }

    /// Neither end belongs to it: `(0, 2)`.
    static func open(_ lower: Double, _ upper: Double) -> Self {
        Self(.init(lower, closed: false), .init(upper, closed: false))
    }

    /// `(0, 1]`.
    static func above(_ lower: Double, to upper: Double) -> Self {
        Self(.init(lower, closed: false), .init(upper, closed: true))
    }

    /// `[0, 2)`.
    static func from(_ lower: Double, below upper: Double) -> Self {
        Self(.init(lower, closed: true), .init(upper, closed: false))
    }

    /// The document gives the ends and does not say whether they belong to it.
    static func between(_ lower: Double, _ upper: Double) -> Self {
        Self(.init(lower), .init(upper))
    }

    static func atLeast(_ lower: Double) -> Self { Self(.init(lower, closed: true), nil) }
    static func atMost(_ upper: Double) -> Self { Self(nil, .init(upper, closed: true)) }
}

extension Provider {
    /// The same after a change: how a dialect's file sets what is its own.
    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}
