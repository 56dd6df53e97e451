import Glibc

/// Says what may come next: n-grams of the corpus with back-off, mixed with the conversation's own.
///
/// Each order is interpolated with the shorter one as Witten and Bell do: the more different words
/// followed a context, the more weight goes to the shorter context.
struct Predictor {
    let model: PracticeModel
    let conversation: Conversation
    /// The longest context that is looked up.
    var longestContext = NGramIndex.longestContext

    private var history: [Token] = [.start]
    private var isOpening: Bool
    private var length = 0
    private var hadSlot = false
    private var score: [Double]
    private var touched: [Token] = []
    private let common: [(token: Token, share: Double)]

    /// How much of a back-off's share is really given to the shorter context, by order: small, for
    /// a small corpus makes every context look open.
    private static let generosity = [0.01, 0.03, 0.12, 0.25, 0.4]
    /// How much the conversation's own n-grams count, by order.
    private static let echo = [0, 0.01, 0.06, 0.2, 0.3]

    init(model: PracticeModel, conversation: Conversation) {
        self.model = model
        self.conversation = conversation
        isOpening = conversation.isFirst
        score = [Double](repeating: 0, count: conversation.vocabulary.count)
        common = CommonWords(model: model, conversation: conversation).shares
    }

    /// Whether the last word closed a sentence.
    var isAtSentenceEnd: Bool { history.last.map(model.endsSentence) ?? false }

    /// The answer goes on with this word.
    mutating func advance(_ token: Token) {
        length += 1
        if token == .start {
            isOpening = false
            history = [.start]
            return
        }
        let isTopic = hadSlot && conversation.topicTokens.contains(token)
        let isUnknown = Int(token.id) >= model.vocabulary.sharedCount
        history.append(isTopic || isUnknown ? .topic : token)
        if history.count > NGramIndex.longestContext { history.removeFirst() }
    }

    /// Begins a new passage without a word of it: for a text inside another form, such as JSON.
    mutating func restart(after context: [Token] = [.start]) {
        history = Array(context.suffix(NGramIndex.longestContext))
        isOpening = false
    }

    /// What may come next; the probabilities add up to one.
    mutating func candidates() -> [Candidate] {
        defer { clear() }
        for (token, share) in common { add(share, to: token) }
        for order in 1...longestContext where order <= history.count {
            mix(order: order)
        }
        for order in 1...longestContext where order <= history.count {
            echo(order: order)
        }
        fillSlot()
        inclineToEnd()
        return touched.compactMap { token in
            let probability = score[Int(token.id)]
            return probability > 0 ? Candidate(token, logit: log(probability)) : nil
        }
    }

    private mutating func add(_ share: Double, to token: Token) {
        if score[Int(token.id)] == 0 { touched.append(token) }
        score[Int(token.id)] += share
    }

    private mutating func scaleAll(by factor: Double) {
        for token in touched { score[Int(token.id)] *= factor }
    }

    private mutating func clear() {
        for token in touched { score[Int(token.id)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func mix(order: Int) {
        let positions = model.index.positions(after: history, length: order)
        guard !positions.isEmpty else { return }
        let weights = isOpening ? conversation.openingWeights : conversation.weights
        var total = 0.0
        var seen = Set<Token>()
        for position in positions {
            total += Double(weights[Int(model.passageOfPosition[Int(position)])])
            if seen.count < 64 { seen.insert(model.tokens[Int(position)]) }
        }
        guard total > 0 else { return }
        let spread = Double(seen.count) / Double(positions.count) * Predictor.generosity[order]
        let handedDown = spread / (1 + spread)
        scaleAll(by: handedDown)
        for position in positions {
            let weight = Double(weights[Int(model.passageOfPosition[Int(position)])])
            if weight > 0 {
                add(weight / total * (1 - handedDown), to: model.tokens[Int(position)])
            }
        }
    }

    private mutating func echo(order: Int) {
        let positions = conversation.index.positions(after: history, length: order)
        let share = Predictor.echo[order]
        guard !positions.isEmpty, share > 0, history.last != .start else { return }
        scaleAll(by: 1 - share)
        for position in positions {
            add(share / Double(positions.count), to: conversation.tokens[Int(position)])
        }
    }

    /// Gives the share of the class to its words.
    private mutating func fillSlot() {
        let share = score[Int(Token.topic.id)]
        hadSlot = share > 0
        guard hadSlot else { return }
        score[Int(Token.topic.id)] = 0
        touched.removeAll { $0 == .topic }
        guard !conversation.topicTokens.isEmpty else {
            return scaleAll(by: 1 / max(1e-9, 1 - share))
        }
        var rest = share
        for token in conversation.topicTokens.dropLast() {
            add(rest * 0.6, to: token)
            rest *= 0.4
        }
        if let last = conversation.topicTokens.last { add(rest, to: last) }
    }

    /// After a long answer a sentence's end is more and more the answer's end.
    private mutating func inclineToEnd() {
        guard isAtSentenceEnd, !isOpening else { return }
        let share = min(0.95, max(0, Double(length - 160) / 160))
        guard share > 0 else { return }
        scaleAll(by: 1 - share)
        add(share, to: .end)
    }
}

extension PracticeModel {
    func endsSentence(_ token: Token) -> Bool {
        [".", "!", "?", "。", "！", "？", "……"].contains(vocabulary[token])
    }

    /// A word without a space before it, in a script that has spaces.
    fileprivate func beginsLine(_ token: Token) -> Bool {
        guard let first = vocabulary[token].unicodeScalars.first else { return false }
        return first.properties.isAlphabetic && !first.isIdeograph
    }
}

/// The words that may always come: the most frequent ones of the relevant text.
private struct CommonWords {
    var shares: [(token: Token, share: Double)]

    init(model: PracticeModel, conversation: Conversation) {
        var counts = [Float](repeating: 0, count: model.vocabulary.sharedCount)
        for (token, passage) in zip(model.tokens, model.passageOfPosition) {
            counts[Int(token.id)] += conversation.weights[Int(passage)]
        }
        counts[Int(Token.start.id)] = 0
        counts[Int(Token.topic.id)] = 0
        for id in counts.indices where model.beginsLine(Token(UInt16(id))) { counts[id] = 0 }
        let best = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }.prefix(300)
        let total = best.reduce(0) { $0 + Double(counts[$1]) }
        shares = best.lazy.filter { counts[$0] > 0 }.map {
            (Token(UInt16($0)), Double(counts[$0]) / total)
        }
    }
}
