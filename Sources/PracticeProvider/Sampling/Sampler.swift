import Glibc

/// Chooses the next word from what the model offers, as the settings say.
///
/// In this order: penalties and bias change the logits, the temperature divides them, `top_k`,
/// `top_p` and `min_p` cut the tail, and chance takes one of what is left.
package struct Sampler: Sendable {
    package var settings: SamplerSettings
    private var random: RandomNumbers
    private var counts: [Token: Int] = [:]
    private let promptTokens: Set<Token>

    package init(settings: SamplerSettings, seed: UInt64, promptTokens: Set<Token> = []) {
        self.settings = settings
        self.promptTokens = promptTokens
        random = RandomNumbers(seed: seed)
    }

    /// A word with the logarithm of its probability.
    package struct Weighed: Sendable, Hashable {
        package var token: Token
        package var logprob: Double
    }

    package struct Choice: Sendable, Hashable {
        package var chosen: Weighed
        /// The likeliest words, the best first, as many as were asked for.
        package var top: [Weighed]
    }

    /// Takes a word; `nil` when there is none to take.
    package mutating func choose(from candidates: [Candidate], showing count: Int = 0) -> Choice? {
        let adjusted = adjusted(candidates)
        guard let best = adjusted.max(by: { Sampler.isLess($0, $1) }) else { return nil }
        let chosen = settings.temperature == 0 ? best : draw(from: remaining(of: adjusted))
        counts[chosen.token, default: 0] += 1
        return choice(chosen, among: adjusted, best: best, showing: count)
    }

    /// After penalties and bias; nothing is cut yet.
    package func adjusted(_ candidates: [Candidate]) -> [Candidate] {
        let missing = settings.bias.keys.filter { biased in
            settings.bias[biased, default: 0] > 0 && !candidates.contains { $0.token == biased }
        }
        // A word that the model does not offer at all can still be forced.
        let unlikely = missing.sorted().map { Candidate($0, logit: -20) }
        return (candidates + unlikely).compactMap(adjusted)
    }

    private func adjusted(_ candidate: Candidate) -> Candidate? {
        var result = candidate
        let count = counts[candidate.token] ?? 0
        if settings.repetitionPenalty != 1, count > 0 || promptTokens.contains(candidate.token) {
            // Logits are logarithms of probabilities, never above 0: a penalty multiplies.
            result.logit *= settings.repetitionPenalty
        }
        if count > 0 {
            result.logit -= settings.presencePenalty + settings.frequencyPenalty * Double(count)
        }
        guard let bias = settings.bias[candidate.token] else { return result }
        result.logit += bias
        return bias <= -100 ? nil : result
    }

    /// What temperature and cuts leave: probabilities that add up to one.
    package func remaining(of candidates: [Candidate]) -> [(token: Token, probability: Double)] {
        guard let best = candidates.max(by: { Sampler.isLess($0, $1) }) else { return [] }
        guard settings.temperature > 0 else { return [(best.token, 1)] }
        let weights = candidates.map { exp(($0.logit - best.logit) / settings.temperature) }
        let total = weights.reduce(0, +)
        var remaining = zip(candidates, weights).map { (token: $0.token, probability: $1 / total) }
        let cuts = settings.topK > 0 || settings.topP < 1 || settings.minP > 0
        guard cuts else { return remaining }
        remaining.sort { ($0.probability, $1.token) > ($1.probability, $0.token) }
        return cut(remaining)
    }

    private func cut(
        _ sorted: [(token: Token, probability: Double)]
    ) -> [(token: Token, probability: Double)] {
        var kept = sorted[...]
        if settings.topK > 0 { kept = kept.prefix(settings.topK) }
        let reach = settings.topP * kept.reduce(0) { $0 + $1.probability }
        var sum = 0.0
        kept = kept.prefix { word in
            defer { sum += word.probability }
            return sum < reach || sum == 0
        }
        let least = settings.minP * (kept.first?.probability ?? 0)
        kept = kept.prefix { $0.probability >= least }
        let total = kept.reduce(0) { $0 + $1.probability }
        return kept.map { ($0.token, $0.probability / total) }
    }

    private mutating func draw(from words: [(token: Token, probability: Double)]) -> Candidate {
        var rest = random.fraction()
        for word in words {
            rest -= word.probability
            if rest < 0 { return Candidate(word.token, logit: log(word.probability)) }
        }
        return Candidate(words.last?.token ?? .end, logit: 0)
    }

    private func choice(
        _ chosen: Candidate,
        among candidates: [Candidate],
        best: Candidate,
        showing count: Int
    ) -> Choice {
        let total = candidates.reduce(0) { $0 + exp($1.logit - best.logit) }
        let shift = best.logit + log(total)
        let logit = candidates.first { $0.token == chosen.token }?.logit ?? best.logit
        let weighed = Weighed(token: chosen.token, logprob: min(0, logit - shift))
        guard count > 0 else { return Choice(chosen: weighed, top: []) }
        let top = candidates.sorted { Sampler.isLess($1, $0) }.prefix(count)
            .map { Weighed(token: $0.token, logprob: min(0, $0.logit - shift)) }
        return Choice(chosen: weighed, top: top)
    }

    /// Among equals the word with the smaller number is the better one, so that 0 is one answer.
    private static func isLess(_ one: Candidate, _ other: Candidate) -> Bool {
        (one.logit, other.token) < (other.logit, one.token)
    }
}
