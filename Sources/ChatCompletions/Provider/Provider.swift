/// A service and its dialect, as data: where to send, what it takes, what to expect back.
public struct Provider: Sendable, Hashable, Identifiable {
    /// A place where the service listens: the part before `/chat/completions`.
    public struct Endpoint: Sendable, Hashable {
        /// Scheme, host and path, without a slash at its end.
        public var baseURL: String
        /// Where the address is from; empty when there is nothing to say.
        public var note: String
        /// An address with a word about it.
        public init(_ baseURL: String, note: String = "") {
            self.baseURL = baseURL
            self.note = note
        }
    }

    /// Whether something may be asked for.
    public enum Offer: Sendable, Hashable { case documented, undocumented, refused }
    /// How usage comes with a stream.
    public enum StreamUsage: Sendable, Hashable {
        /// With `stream_options: {"include_usage": true}`.
        case onRequest
        case always
        case never
    }
    /// Whether thinking goes back with the history.
    public enum ReasoningHistory: Sendable, Hashable { case stripped, sentBack }

    /// What `reasoning: true` and `reasoning: false` put into the body (`nil`: nothing can be asked).
    public struct ReasoningControl: Sendable, Hashable {
        /// The members that ask for thinking.
        public var on: [JSONValue.Member]
        /// The members that ask for none.
        public var off: [JSONValue.Member]
        /// A switch with its two positions.
        public init(on: [JSONValue.Member], off: [JSONValue.Member]) {
            self.on = on
            self.off = off
        }
    }

    /// `neolink`, `ppio`, …: what `--provider` takes.
    public var id: String
    /// The name that people know it by.
    public var title: String
    /// The first one is the default; empty: the user must give one.
    public var endpoints: [Endpoint]
    /// The first one is the default.
    public var paths: [String] = ["/chat/completions"]
    /// `nil` where the service documents no list.
    public var modelsPath: String? = "/models"
    /// The environment variable that usually holds the key.
    public var keyVariable: String?
    /// Whether a request without a key is certain to be refused.
    public var needsKey = true
    /// The address of its document; empty when there is none.
    public var documentation: String = ""
    /// Whether the facts were checked against the service's document.
    public var isChecked = true
    /// Models to offer when the service has not been asked.
    public var models: [String] = []
    /// In the order in which they are shown.
    public var parameters: [ParameterSpec] = []
    /// Whether answers can be streamed.
    public var streaming = Offer.documented
    /// How usage comes with a stream.
    public var streamUsage = StreamUsage.onRequest
    /// How thinking is asked for.
    public var reasoning: ReasoningControl?
    /// Whether thinking goes back with the history.
    public var reasoningHistory = ReasoningHistory.stripped
    /// Lanrui's table says `message` where its example says `messages`.
    public var messagesName = "messages"
    /// The header that carries the key, and what stands before it.
    public var keyHeader: Header? = Header("Authorization", "Bearer ")
    /// Whether `json_object` works only when a message asks for JSON too.
    public var wantsJSONAskedFor = false
    /// What a model's name looks like, when the name must have a certain form.
    public var modelForm: String?

    /// A provider with its addresses; all else as most services have it.
    public init(id: String, title: String, endpoints: [Endpoint]) {
        self.id = id
        self.title = title
        self.endpoints = endpoints
    }

    /// What the dialect says about a wire name; `nil` when it does not know it.
    public func parameter(_ name: String) -> ParameterSpec? {
        parameters.first { $0.name == name }
    }
}

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
        /// One string or several; how many at most.
        case strings(max: Int)
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
    public var hint = ""
    /// An empty string is certain to be answered with an error (NeoLink's `stop`).
    public var refusesEmpty = false

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
