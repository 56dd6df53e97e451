public import Words

/// What a dialect is made of beside its parameters.
extension Provider {
    /// A place where the service listens: the part before `/chat/completions`.
    public struct Endpoint: Sendable, Hashable {
        /// Scheme, host and path, without a slash at its end.
        public var baseURL: String
        /// Where the address is from; empty when there is nothing to say.
        public var note: Phrase
        /// An address with a word about it.
        public init(_ baseURL: String, note: Phrase = .empty) {
            self.baseURL = baseURL
            self.note = note
        }
    }

    /// Whether something may be asked for.
    public enum Offer: String, Sendable, Hashable, CaseIterable {
        case documented, undocumented, refused
    }

    /// How usage comes with a stream.
    public enum StreamUsage: String, Sendable, Hashable, CaseIterable {
        /// With `stream_options: {"include_usage": true}`.
        case onRequest = "on_request"
        case always
        case never
    }
    /// Whether thinking goes back with the history.
    public enum ReasoningHistory: String, Sendable, Hashable, CaseIterable {
        /// Never: not wanted, or answered with an error (CoresHub).
        case stripped
        /// All of it, once the conversation has tool calls; none of it before. DeepSeek answers
        /// tool calls without their thinking with an error, and old models any other thinking.
        case withToolCalls = "with_tool_calls"
        /// Always.
        case sentBack = "sent_back"
    }

    /// How an answer is gone on with that stands at the end of the messages.
    public enum Continuation: String, Sendable, Hashable, CaseIterable {
        /// It stands there, and that is all.
        case trailing
        /// Its message has `"partial": true`.
        case partial
        /// Its message has `"prefix": true`.
        case prefix
        /// Beside the messages stand `"continue_final_message": true` and
        /// `"add_generation_prompt": false`.
        case finalMessage = "final_message"
        /// Its text stands beside the messages instead, as `prefix`.
        case besideMessages = "beside_messages"
    }

    /// Where an answer's thinking comes back.
    public enum ThinkingPlace: String, Sendable, Hashable, CaseIterable {
        /// The member `reasoning_content` of a message or a delta.
        case reasoningContent = "reasoning_content"
        /// The member `reasoning`.
        case reasoning = "reasoning"
        /// Elements of the list `reasoning_details`.
        case reasoningDetails = "reasoning_details"
        /// Parts of the content with the type `thinking`.
        case parts = "parts"
        /// Within the content, between `<think>` and `</think>`.
        case thinkTags = "think_tags"
    }

    /// What tokens cost.
    public struct Prices: Sendable, Hashable {
        /// What a million tokens of one model cost; `nil` where that is not known.
        public struct PerMillion: Sendable, Hashable {
            /// The model's name as requests carry it.
            public var model: String
            /// For the prompt.
            public var input: Double?
            /// For the part of the prompt that the service had in its cache.
            public var cachedInput: Double?
            /// For the answer, its thinking included.
            public var output: Double?
            /// The prices of a model.
            public init(
                model: String,
                input: Double?,
                cachedInput: Double? = nil,
                output: Double?
            ) {
                self.model = model
                self.input = input
                self.cachedInput = cachedInput
                self.output = output
            }
        }

        /// The provider's currency: `CNY`, `USD`.
        public var currency: String
        /// Model by model.
        public var perMillion: [PerMillion]
        /// Prices in a currency.
        public init(currency: String, perMillion: [PerMillion]) {
            self.currency = currency
            self.perMillion = perMillion
        }
    }

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
}
