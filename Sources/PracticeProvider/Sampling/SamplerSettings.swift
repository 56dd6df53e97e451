/// What a request can ask of the sampler. The defaults change nothing, save the temperature.
package struct SamplerSettings: Sendable, Hashable {
    /// 0 to 2; 0 takes the likeliest word always.
    package var temperature = 0.8
    /// The likeliest words that stay; 0 keeps all.
    package var topK = 0
    /// The likeliest words stay until their probabilities reach this sum.
    package var topP = 1.0
    /// A word stays if it has at least this share of the likeliest one's probability.
    package var minP = 0.0
    /// Subtracted from a word that the answer has.
    package var presencePenalty = 0.0
    /// Subtracted from a word for each time that the answer has it.
    package var frequencyPenalty = 0.0
    /// Divides what speaks for a word of the prompt or the answer; 1 changes nothing.
    package var repetitionPenalty = 1.0
    /// Added to a word; −100 removes it.
    package var bias: [Token: Double] = [:]

    package init() {}
}
