/// What a request asks of an answer, beside the sampler's settings.
package struct AnswerOptions: Sendable, Hashable {
    package var sampler = SamplerSettings()
    package var maxTokens = 256
    package var stops: [String] = []
    /// `json_object`: the answer is one JSON object, whatever happens.
    package var isJSON = false
    /// Never comes to an end by itself; for load tests.
    package var ignoresEnd = false
    /// How many alternatives each word shows.
    package var topLogprobs = 0
    /// The longest context in words; 1 makes a model of pairs.
    package var longestContext = NGramIndex.longestContext

    package init() {}
}
