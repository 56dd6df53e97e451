import ChatCompletions
import PracticeProvider
import Testing

@Suite struct AnswerTests {
    @Test func theFirstAnswerSaysPlainlyWhatItIs() {
        for seed in 1...10 as ClosedRange<UInt64> {
            #expect(Written("What is a lane?", seed: seed).text.contains("no assistant"))
            #expect(Written("Hello!", seed: seed).text.contains("no assistant"))
            #expect(Written("你好", seed: seed).text.contains("不是真的大模型"))
        }
    }

    @Test func aLaterAnswerDoesNotIntroduceItselfAgain() {
        let later = Written([
            .init(role: "user", content: "Hello"), .init(role: "assistant", content: "Hello."),
            .init(role: "user", content: "What is streaming?"),
        ]) { $0.sampler.temperature = 0 }
        #expect(!later.text.contains("assistant"))
        #expect(later.text.contains("treaming"))
    }

    @Test func aChinesePromptHasAChineseAnswer() {
        for seed in 1...8 as ClosedRange<UInt64> {
            let answer = Written("用一句话解释温度", seed: seed)
            #expect(Corpus.Language(of: answer.text) == .chinese)
            #expect(Corpus.Language(of: Written("What is top_p?", seed: seed).text) == .english)
        }
    }

    @Test(arguments: [
        ("Explain streaming", "tream"), ("什么是种子？", "种子"), ("What is Kubernetes?", "Kubernetes"),
    ])
    func theAnswerHasToDoWithThePrompt(prompt: String, word: String) {
        let related = (1...8 as ClosedRange<UInt64>).filter {
            Written(prompt, seed: $0).text.contains(word)
        }
        #expect(related.count >= 6)
    }

    @Test func theSameSeedGivesTheSameAnswer() {
        #expect(
            Written("Tell me a story", seed: 7).text == Written("Tell me a story", seed: 7).text)
        let answers = Set((1...5 as ClosedRange<UInt64>).map { Written("A story", seed: $0).text })
        #expect(answers.count > 1)
    }

    @Test(arguments: ["What is temperature?", "hello", "你好", "讲个故事", "Tell me about the sea"])
    func aGreedyAnswerIsAlwaysTheSameAndComesToAnEnd(prompt: String) {
        let greedy = Written(prompt, seed: 1) { $0.sampler.temperature = 0 }
        #expect(Written(prompt, seed: 2) { $0.sampler.temperature = 0 }.text == greedy.text)
        #expect(Written(prompt, seed: 3) { $0.sampler.topK = 1 }.text == greedy.text)
        #expect(greedy.finishReason == .stop)
    }

    @Test(arguments: ["What is a token?", "什么是词元？", "Tell me a joke", "讲一个笑话"])
    func aGreedyAnswerDoesNotGoInCircles(prompt: String) {
        let greedy = Written(prompt) {
            $0.sampler.temperature = 0
            $0.ignoresEnd = true
            $0.maxTokens = 300
        }
        let runs = (0...292).map { greedy.steps[$0..<($0 + 8)].map(\.token) }
        let counts = Dictionary(grouping: runs, by: \.self).values.map(\.count)
        #expect(counts.allSatisfy { $0 <= 3 })
    }

    @Test func aHigherTemperatureTakesLessLikelyWords() {
        func surprise(_ temperature: Double) -> Double {
            let steps = (1...6 as ClosedRange<UInt64>).flatMap { seed in
                Written("Explain tokens", seed: seed) { $0.sampler.temperature = temperature }.steps
            }
            return -steps.reduce(0) { $0 + $1.choice.chosen.logprob } / Double(steps.count)
        }
        #expect(surprise(0.3) < surprise(1))
        #expect(surprise(1) * 2 < surprise(2))
    }

    @Test func maxTokensCutsTheAnswerThere() {
        let cut = Written("What is a token?") { $0.maxTokens = 5 }
        #expect(cut.steps.count == 5)
        #expect(cut.finishReason == .length)
    }

    @Test func ignoringTheEndFillsTheLimit() {
        let long = Written("What is a token?") {
            $0.ignoresEnd = true
            $0.maxTokens = 1_000
        }
        #expect(long.steps.count == 1_000)
    }

    @Test func aFrequencyPenaltyLowersRepeats() {
        func repeats(_ penalty: Double) -> Int {
            (1...4 as ClosedRange<UInt64>).reduce(0) { sum, seed in
                let answer = Written("Explain the penalties", seed: seed) {
                    $0.sampler.frequencyPenalty = penalty
                    $0.ignoresEnd = true
                }
                return sum + answer.steps.count - Set(answer.steps.map(\.token)).count
            }
        }
        #expect(repeats(2) < repeats(0))
        #expect(repeats(0) < repeats(-2))
    }

    @Test func aForbiddenWordNeverComes() throws {
        let the = try #require(PracticeModel.shared.vocabulary.token(" the"))
        for seed in 1...5 as ClosedRange<UInt64> {
            #expect(Written("Explain streaming", seed: seed).text.contains(" the "))
            let without = Written("Explain streaming", seed: seed) { $0.sampler.bias[the] = -100 }
            #expect(!without.steps.contains { $0.token == the })
        }
    }

    @Test func aStopSequenceIsFoundAcrossWordsAndNotShown() throws {
        let whole = Written("Explain streaming", seed: 4).text
        #expect(whole.contains("n-gram model, no assistant"))
        for stop in ["practice provider", "e", ", no ass", "assistant", "n-gram m"] {
            let place = try #require(whole.firstRange(of: stop))
            let cut = Written("Explain streaming", seed: 4) { $0.stops = ["not in it", stop] }
            #expect(cut.text == String(whole[..<place.lowerBound]))
            #expect(cut.finishReason == .stop)
        }
        let kept = Written("Explain streaming", seed: 4) {
            $0.stops = ["provider of nothing", "助手"]
        }
        #expect(kept.text == whole)
    }

    @Test func aChineseStopSequenceCutsAtItsFirstIdeograph() throws {
        let whole = Written("什么是温度？", seed: 4).text
        let place = try #require(whole.firstRange(of: "语法模型"))
        #expect(
            Written("什么是温度？", seed: 4) { $0.stops = ["语法模型"] }.text == whole[..<place.lowerBound])
    }

    @Test func logprobsOfAnAnswerAreProbabilities() {
        let answer = Written("What is a token?") {
            $0.topLogprobs = 20
            $0.sampler.temperature = 1
        }
        for step in answer.steps {
            let sum = step.choice.top.reduce(0) { $0 + $1.logprob.exponential }
            #expect(sum > 0 && sum < 1 + 1e-9)
            #expect(step.choice.top.count <= 20)
            #expect(step.choice.top.map(\.logprob) == step.choice.top.map(\.logprob).sorted(by: >))
            #expect(step.choice.chosen.logprob <= step.choice.top[0].logprob)
        }
    }

    @Test func jsonIsValidForEverySeedAndEveryLimit() throws {
        for seed in 1...80 as ClosedRange<UInt64> {
            let prompt =
                seed.isMultiple(of: 2) ? "JSON with \"name\" and a\\b\tage" : "用 JSON 回答：名字和年龄"
            let answer = Written(prompt, seed: seed) {
                $0.isJSON = true
                $0.sampler.temperature = Double(seed % 5) / 2
                $0.maxTokens = seed < 60 ? Int(seed) : 90
                $0.stops = ["\""]
                $0.sampler.presencePenalty = seed.isMultiple(of: 3) ? 2 : 0
            }
            let value = try JSONValue(parsing: answer.text)
            #expect(value.members != nil, "seed \(seed): \(answer.text)")
        }
    }

    @Test func jsonNamesWhatThePromptNames() throws {
        let named = try (1...20 as ClosedRange<UInt64>).filter { seed in
            let text = Written("JSON about a volcano", seed: seed) { $0.isJSON = true }.text
            return try JSONValue(parsing: text)["volcano"] != nil
        }
        #expect(named.count >= 5)
    }

    /// Nothing cuts them.
    @Test(arguments: ["What is a lane?", "Hello!", "什么是温度？", "你好", "Show me a table", "写一个列表"])
    func answersEndInWholeSentences(prompt: String) {
        for seed in 1...6 as ClosedRange<UInt64> {
            let answer = Written(prompt, seed: seed) {
                $0.sampler.temperature = Double(seed % 3) * 0.4
            }
            #expect(answer.finishReason == .stop, "\(seed): \(answer.text)")
            let last = answer.text.split(separator: "\n").last ?? ""
            let isSentence = last.last.map { ".!?。！？…」”|`".contains($0) } ?? false
            #expect(isSentence || Self.corpusEnds.contains(last.suffix(6)), "\(seed): \(last)")
            #expect(answer.text.ranges(of: "\n```").count.isMultiple(of: 2), "\(answer.text)")
            let rows = answer.text.split(separator: "\n").filter { $0.hasPrefix("|") }
            #expect(rows.allSatisfy { $0.count { $0 == "|" } == 3 }, "\(answer.text)")
        }
    }

    private static let corpusEnds = Set(
        Corpus(PracticeModel.corpusSource).passages.filter { !$0.isOpening }.map {
            $0.text.suffix(6)
        })

    @Test func theFirstAnswersShowWhatTheDeskCanDo() {
        for (prompt, strong) in [("What is a lane?", "**"), ("什么是温度？", "**")] {
            let answers = (1...20 as ClosedRange<UInt64>).map { Written(prompt, seed: $0).text }
            #expect(answers.contains { $0.contains("\n|---|:--|\n") })
            #expect(answers.contains { $0.contains("\n```python\n") })
            #expect(answers.contains { $0.contains("\n- `temperature`") })
            #expect(answers.contains { $0.contains("\n1. ") })
            #expect(answers.filter { $0.contains(strong) }.count > 10)
        }
    }

    /// As a model does that goes on with what it is given as its own beginning.
    @Test(arguments: ["What is a token?", "什么是词元？"])
    func anAnswerThatWasBegunIsContinued(prompt: String) {
        let user = Conversation.Message(role: "user", content: prompt)
        let whole = Written([user]) { $0.sampler.temperature = 0 }
        for share in [4, 3, 2] {
            let begun = whole.steps.prefix(whole.steps.count / share).map(\.text).joined()
            let rest = Written([user, .init(role: "assistant", content: begun)]) {
                $0.sampler.temperature = 0
                $0.maxTokens = 12
            }
            #expect(whole.text.hasPrefix(begun + rest.text), "\(begun)|\(rest.text)")
        }
    }

    /// More is asked for, and more is said.
    @Test func aWholeAnswerGoesOnWithAnotherParagraph() {
        let user = Conversation.Message(role: "user", content: "What is a token?")
        let whole = Written([user]) { $0.sampler.temperature = 0 }
        let more = Written([user, .init(role: "assistant", content: whole.text)]) {
            $0.sampler.temperature = 0
        }
        #expect(more.text.count > 20)
        #expect(more.finishReason == .stop)
        for seed: UInt64 in 1...5 {
            let system = Conversation.Message(role: "system", content: "You teach. Be terse.")
            let more = Written(
                [system, user, .init(role: "assistant", content: whole.text)], seed: seed
            ) {
                $0.sampler.temperature = 1
            }
            #expect(more.text.hasPrefix("\n\n"), "\(more.text.debugDescription)")
        }
    }

    @Test func theConversationsOwnPhrasesComeBack() {
        let prompt = "The captain of the blue submarine waits. Where is the captain of the blue?"
        let echoing = (1...40 as ClosedRange<UInt64>).filter {
            Written(prompt, seed: $0) { $0.sampler.temperature = 1.5 }.text.contains("submarine")
        }
        #expect(!echoing.isEmpty)
    }
}
