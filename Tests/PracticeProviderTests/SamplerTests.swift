import PracticeProvider
import Testing

@Suite struct SamplerTests {
    private static let words = [0.5, 0.25, 0.125, 0.0625, 0.0625].enumerated().map {
        Candidate(Token(UInt16(10 + $0)), logit: $1.logarithm)
    }

    /// How often each word is taken in many independent draws.
    private func shares(_ settings: SamplerSettings, draws: Int = 4_000) -> [Token: Double] {
        var sampler = Sampler(settings: settings, seed: 1)
        var counts: [Token: Double] = [:]
        for draw in 0..<draws {
            sampler = Sampler(settings: settings, seed: UInt64(draw))
            if let choice = sampler.choose(from: Self.words) {
                counts[choice.chosen.token, default: 0] += 1 / Double(draws)
            }
        }
        return counts
    }

    private func settings(_ change: (inout SamplerSettings) -> Void) -> SamplerSettings {
        var settings = SamplerSettings()
        settings.temperature = 1
        change(&settings)
        return settings
    }

    private func probabilities(
        _ settings: SamplerSettings,
        after words: [Token] = []
    ) -> [Token: Double] {
        var sampler = Sampler(settings: settings, seed: 5)
        for word in words { _ = sampler.choose(from: [Candidate(word, logit: 0)]) }
        let remaining = sampler.remaining(of: sampler.adjusted(Self.words))
        return Dictionary(uniqueKeysWithValues: remaining.map { ($0.token, $0.probability) })
    }

    private let best = Token(10)
    private let second = Token(11)

    @Test func temperatureOneDrawsWordsAsOftenAsTheModelSays() {
        let shares = shares(settings { _ in })
        for word in Self.words {
            #expect(abs((shares[word.token] ?? 0) - word.logit.exponential) < 0.03)
        }
    }

    @Test func temperatureZeroIsGreedy() {
        #expect(shares(settings { $0.temperature = 0 }, draws: 200).keys.sorted() == [best])
    }

    @Test func aLowTemperatureSharpensAndAHighOneFlattens() {
        let low = probabilities(settings { $0.temperature = 0.5 })[best] ?? 0
        let plain = probabilities(settings { _ in })[best] ?? 0
        let high = probabilities(settings { $0.temperature = 2 })[best] ?? 0
        #expect(low > plain + 0.1)
        #expect(high < plain - 0.1)
    }

    @Test func topKOneIsGreedyAndTopKTwoLeavesTwo() {
        #expect(shares(settings { $0.topK = 1 }, draws: 200).keys.sorted() == [best])
        let two = probabilities(settings { $0.topK = 2 })
        #expect(two.keys.sorted() == [best, second])
        #expect(abs((two[best] ?? 0) - 2 / 3) < 1e-9)
    }

    @Test func topPKeepsTheWordsThatReachIt() {
        #expect(probabilities(settings { $0.topP = 0.7 }).count == 2)
        #expect(probabilities(settings { $0.topP = 0.76 }).count == 3)
        #expect(probabilities(settings { $0.topP = 0 }).keys.sorted() == [best])
        #expect(probabilities(settings { $0.topP = 1 }).count == 5)
    }

    @Test func minPAsksForAShareOfTheBestWord() {
        #expect(probabilities(settings { $0.minP = 0.2 }).count == 3)
        #expect(probabilities(settings { $0.minP = 1 }).keys.sorted() == [best])
        #expect(probabilities(settings { $0.minP = 0 }).count == 5)
    }

    @Test func aPresencePenaltyCountsOnceAndAFrequencyPenaltyEachTime() {
        let plain = probabilities(settings { _ in })[best] ?? 0
        let presence = settings { $0.presencePenalty = 1 }
        let once = probabilities(presence, after: [best])[best] ?? 0
        #expect(once < plain)
        #expect(probabilities(presence, after: [best, best])[best] == once)
        let frequency = settings { $0.frequencyPenalty = 1 }
        let twice = probabilities(frequency, after: [best, best])[best] ?? 0
        #expect(probabilities(frequency, after: [best])[best] == once)
        #expect(twice < once)
    }

    @Test func aNegativePenaltyRaisesWhatWasSaid() {
        let settings = settings { $0.presencePenalty = -1 }
        let after = probabilities(settings, after: [second])[second] ?? 0
        #expect(after > (probabilities(settings)[second] ?? 1))
    }

    @Test func aRepetitionPenaltyLowersWordsOfThePromptAndOfTheAnswer() {
        let settings = settings { $0.repetitionPenalty = 1.5 }
        let plain = probabilities(settings)[best] ?? 0
        #expect((probabilities(settings, after: [best])[best] ?? 1) < plain)
        let sampler = Sampler(settings: settings, seed: 1, promptTokens: [second])
        let adjusted = sampler.adjusted(Self.words)
        #expect(adjusted[1].logit < Self.words[1].logit)
        #expect(adjusted[0] == Self.words[0])
    }

    @Test func aBiasOfMinusOneHundredRemovesAndOneHundredForces() {
        #expect(shares(settings { $0.bias = [best: -100] })[best] == nil)
        #expect(shares(settings { $0.bias = [second: 100] }, draws: 200).keys.sorted() == [second])
        let stranger = Token(99)
        #expect(
            shares(settings { $0.bias = [stranger: 100] }, draws: 200).keys.sorted() == [stranger])
    }

    @Test func aSmallBiasLeans() {
        let plain = probabilities(settings { _ in })[second] ?? 0
        let leaning = probabilities(settings { $0.bias = [second: 1] })[second] ?? 0
        #expect(leaning > plain)
        #expect(leaning < 1)
    }

    @Test func logprobsAreThoseBeforeTheTemperature() throws {
        var sampler = Sampler(settings: settings { $0.temperature = 0 }, seed: 1)
        let taken = sampler.choose(from: Self.words, showing: 5)
        let choice = try #require(taken)
        #expect(choice.top.map(\.token) == Self.words.map(\.token))
        #expect(abs(choice.chosen.logprob - 0.5.logarithm) < 1e-9)
        let sum = choice.top.reduce(0) { $0 + $1.logprob.exponential }
        #expect(abs(sum - 1) < 1e-9)
    }

    @Test func everyCutLeavesProbabilitiesThatAddUpToOne() {
        let all = settings {
            $0.topK = 4
            $0.topP = 0.9
            $0.minP = 0.05
            $0.temperature = 1.3
        }
        let sum = probabilities(all).values.reduce(0, +)
        #expect(abs(sum - 1) < 1e-9)
    }
}
