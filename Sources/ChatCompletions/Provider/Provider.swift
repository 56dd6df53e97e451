/// A service and its dialect, as data: where to send, what it takes, what to expect back.
public struct Provider: Sendable, Hashable, Identifiable {
    /// A place where the service listens: the part before `/chat/completions`.
    public struct Endpoint: Sendable, Hashable {
        public var baseURL: String
        public var note: String
        public init(_ baseURL: String, note: String = "") {
            self.baseURL = baseURL
            self.note = note
        }
    }

    public enum Offer: Sendable, Hashable { case documented, undocumented, refused }
    public enum StreamUsage: Sendable, Hashable {
        /// With `stream_options: {"include_usage": true}`.
        case onRequest
        case always
        case never
    }
    public enum ReasoningHistory: Sendable, Hashable { case stripped, sentBack }

    /// What `reasoning: true` and `reasoning: false` put into the body (`nil`: nothing can be asked).
    public struct ReasoningControl: Sendable, Hashable {
        public var on: [JSONValue.Member]
        public var off: [JSONValue.Member]
        public init(on: [JSONValue.Member], off: [JSONValue.Member]) {
            self.on = on
            self.off = off
        }
    }

    /// `neolink`, `ppio`, …: what `--provider` takes.
    public var id: String
    public var title: String
    /// The first one is the default; empty: the user must give one.
    public var endpoints: [Endpoint]
    /// The first one is the default.
    public var paths: [String] = ["/chat/completions"]
    /// `nil` where the service documents no list.
    public var modelsPath: String? = "/models"
    /// The environment variable that usually holds the key.
    public var keyVariable: String?
    public var needsKey = true
    public var documentation: String = ""
    /// Whether the facts were checked against the service's document.
    public var isChecked = true
    /// Models to offer when the service has not been asked.
    public var models: [String] = []
    /// In the order in which they are shown.
    public var parameters: [ParameterSpec] = []
    public var streaming = Offer.documented
    public var streamUsage = StreamUsage.onRequest
    public var reasoning: ReasoningControl?
    public var reasoningHistory = ReasoningHistory.stripped
    /// Lanrui's table says `message` where its example says `messages`.
    public var messagesName = "messages"
    /// The header that carries the key, and what stands before it.
    public var keyHeader: Header? = Header("Authorization", "Bearer ")
    /// Whether `json_object` works only when a message asks for JSON too.
    public var wantsJSONAskedFor = false
    /// What a model's name looks like, when the name must have a certain form.
    public var modelForm: String?

    public init(id: String, title: String, endpoints: [Endpoint]) {
        self.id = id
        self.title = title
        self.endpoints = endpoints
    }

    public func parameter(_ name: String) -> ParameterSpec? {
        parameters.first { $0.name == name }
    }
}

/// What a dialect says about one parameter.
public struct ParameterSpec: Sendable, Hashable, Identifiable {
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

    public enum Default: Sendable, Hashable {
        case unstated
        /// The document's `inf`: no bound. Never sent.
        case infinite
        case value(JSONValue)
    }

    /// An end of a range; `isClosed` is `nil` where the document does not say.
    public struct Bound: Sendable, Hashable {
        public var value: Double
        public var isClosed: Bool?
        public init(_ value: Double, closed: Bool? = nil) {
            self.value = value
            isClosed = closed
        }
    }

    /// An interval as the document prints it.
    public struct Interval: Sendable, Hashable {
        public var lower: Bound?
        public var upper: Bound?
        public init(_ lower: Bound?, _ upper: Bound?) {
            self.lower = lower
            self.upper = upper
        }
    }

    public var id: String { name }
    /// The wire name.
    public var name: String
    public var kind: Kind
    public var defaultValue = Default.unstated
    /// For `logit_bias`: the range of each of its values.
    public var range: Interval?
    /// What is accepted without a warning where the document contradicts itself; else `range`.
    public var accepted: Interval?
    public var isDocumented = true
    /// Sent even when it is not set, so that a surprising default does not surprise.
    public var sentByDefault: JSONValue?
    /// What a slider moves between, and its smallest and its larger step.
    public var slider: Slider?
    /// One sentence: what it does.
    public var hint = ""
    /// An empty string is certain to be answered with an error (NeoLink's `stop`).
    public var refusesEmpty = false

    public struct Slider: Sendable, Hashable {
        public var bounds: ClosedRange<Double>
        public var step: Double
        public var largeStep: Double
        /// Decimals shown: 2 for `0.70`, 0 for whole numbers.
        public var decimals: Int
        public init(_ bounds: ClosedRange<Double>, step: Double, largeStep: Double, decimals: Int) {
            self.bounds = bounds
            self.step = step
            self.largeStep = largeStep
            self.decimals = decimals
        }
    }

    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
