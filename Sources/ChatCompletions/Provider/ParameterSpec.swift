public import Words

/// What a dialect says about one parameter.
public struct ParameterSpec: Sendable, Hashable, Identifiable {
    /// What kind of value it takes.
    public enum Kind: Sendable, Hashable {
        case number
        case integer
        case boolean
        /// One of these strings. `response_format` is one too: the body builder wraps it.
        case choice([String])
        case text
        /// One string or several; how many at most, `nil` where that is not said.
        case strings(max: Int?)
        /// Anything else: free JSON.
        case json
    }

    /// What the service takes when nothing is sent.
    public enum Default: Sendable, Hashable {
        case unstated
        /// The document's `inf`: no bound. Never sent.
        case infinite
        case value(JSONValue)
    }

    /// An end of a range; `isClosed` is `nil` where the document does not say.
    public struct Bound: Sendable, Hashable {
        /// The number at this end.
        public var value: Double
        /// Whether the number itself is allowed.
        public var isClosed: Bool?
        /// An end of a range.
        public init(_ value: Double, closed: Bool? = nil) {
            self.value = value
            isClosed = closed
        }
    }

    /// An interval as the document prints it.
    public struct Interval: Sendable, Hashable {
        /// The lower end; `nil` where none is printed.
        public var lower: Bound?
        /// The upper end; `nil` where none is printed.
        public var upper: Bound?
        /// An interval between two ends.
        public init(_ lower: Bound?, _ upper: Bound?) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// The wire name.
    public var id: String { name }
    /// The wire name.
    public var name: String
    /// What kind of value it takes.
    public var kind: Kind
    /// What the service takes when it is not sent.
    public var defaultValue = Default.unstated
    /// For `logit_bias`: the range of each of its values.
    public var range: Interval?
    /// What is accepted without a warning where the document contradicts itself; else `range`.
    public var accepted: Interval?
    /// Whether the provider's document has it.
    public var isDocumented = true
    /// Sent even when it is not set, so that a surprising default does not surprise.
    public var sentByDefault: JSONValue?
    /// What a slider moves between, and its smallest and its larger step.
    public var slider: Slider?
    /// One sentence: what it does.
    public var hint = Phrase.empty
    /// An empty string is certain to be answered with an error (NeoLink's `stop`).
    public var refusesEmpty = false
    /// One text is sent as an array of one too, since the service takes nothing else.
    public var isArrayOnly = false
    /// For `stop`: whether the text that ended the answer is part of it; `nil` where not said.
    public var staysInAnswer: Bool?
    /// For `stop`: how many bytes each text may have; `nil` where not said.
    public var longestText: Int?
    /// Whether the choices are only usual: other texts and numbers are taken too, by model.
    public var takesOthers = false
    /// Whether `null` may be sent for it.
    public var takesNull = false

    /// How a slider for the parameter moves.
    public struct Slider: Sendable, Hashable {
        /// The numbers at its two ends; both may be sent.
        public var bounds: ClosedRange<Double>
        /// The smallest step.
        public var step: Double
        /// The larger step.
        public var largeStep: Double
        /// Decimals shown: 2 for `0.70`, 0 for whole numbers.
        public var decimals: Int
        /// A slider with its steps.
        public init(_ bounds: ClosedRange<Double>, step: Double, largeStep: Double, decimals: Int) {
            self.bounds = bounds
            self.step = step
            self.largeStep = largeStep
            self.decimals = decimals
        }
    }

    /// A parameter of a kind; all else is unstated.
    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
