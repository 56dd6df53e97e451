public import Words

/// Where advice is read, and on what: so that it can name the key to press, the option to give, the
/// setting to write.
///
/// ```swift
/// let scene = AdviceScene(.commandLine, baseURL: "https://here:8000/v1", provider: provider)
/// print(failure.advice(in: scene).text(in: .english))
/// ```
public struct AdviceScene: Sendable {
    /// Where it is read.
    public enum Place: Sendable {
        case anywhere, commandLine
        case workbench(Keys)
    }

    /// The workbench's keys as people call them.
    public struct Keys: Sendable {
        /// Runs the last prompt again.
        public var again = Phrase(verbatim: "ctrl-r")
        /// Waits for another try.
        public var waitOn = Phrase(verbatim: "alt-w")
        /// Chooses a model.
        public var model = Phrase(verbatim: "ctrl-g")
        /// Begins a new session.
        public var newSession = Phrase(verbatim: "ctrl-n")
        /// Opens the system prompt.
        public var system = Phrase(verbatim: "alt-y")
        /// Goes to the conversation.
        public var conversation = Phrase(verbatim: "alt-2")
        /// Leaves the last prompt out, in the conversation.
        public var leaveOut = Phrase(verbatim: "x")
        /// Goes to the parameters.
        public var parameters = Phrase(verbatim: "alt-3")
        /// Does not send a parameter, in the parameters.
        public var clear = Phrase(verbatim: "x")
        /// Goes to the traffic.
        public var traffic = Phrase(verbatim: "alt-4")

        /// The keys as they are without a configuration.
        public init() {}
    }

    /// Where it is read.
    public var place: Place
    /// Where requests go, with or without the path of the completions.
    public var baseURL: String?
    /// Whom it was asked of.
    public var provider: Provider?
    /// What was set for the request.
    public var parameters: Parameters
    /// Whether the command has an option `--retries` that was not given: not where it was sent again
    /// already, as often as was asked for.
    public var offersRetries = false

    /// A place, and what is known of the request.
    public init(
        _ place: Place = .anywhere,
        baseURL: String? = nil,
        provider: Provider? = nil,
        parameters: Parameters = Parameters()
    ) {
        self.place = place
        self.baseURL = baseURL
        self.provider = provider
        self.parameters = parameters
    }

    var isOwnMachine: Bool { baseURL.map(Provider.isLoopback) ?? false }
}
