public import Words

/// A service and its dialect, as data: where to send, what it takes, what to expect back.
public struct Provider: Sendable, Hashable, Identifiable {
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
    /// What was not looked up in the service's own documents or source; empty when all was.
    public var uncheckedFacts = Phrase.empty
    /// Whether every fact was checked against the service's own documents or source.
    public var isChecked: Bool { uncheckedFacts.isEmpty }
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
    /// How an answer is continued; `nil` where no way is known.
    public var continuation: Continuation?
    /// The base address that alone continues answers; `nil` where all do.
    public var continuationAddress: String?
    /// Where thinking comes back, as far as a document says so. Reading depends on none of it.
    public var thinkingPlaces: [ThinkingPlace] = []
    /// Whether a schema may stand beside the type: `{"type": "json_object", "schema": …}`. The
    /// other way, `{"type": "json_schema", "json_schema": …}`, is a choice of `response_format`.
    public var takesSchemaBesideType = false
    /// Names that the service answers with an error.
    public var rejects: [String] = []
    /// Names that the service takes and does nothing with.
    public var ignores: [String] = []
    /// What tokens cost, where a source or the user says so.
    public var prices: Prices?
    /// Lanrui's table says `message` where its example says `messages`.
    public var messagesName = "messages"
    /// The header that carries the key, and what stands before it.
    public var keyHeader: Header? = Header("Authorization", "Bearer ")
    /// Headers that the service wants besides; they go to its own addresses only, as the key does.
    public var headers: [HeaderTemplate] = []
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
