/// Says what may come next: n-grams of the corpus with back-off, mixed with the conversation's own.
///
/// Each order is interpolated with the shorter one as Witten and Bell do: the more different words
/// followed a context, the more weight goes to the shorter context.
struct Predictor {
    let model: PracticeModel
    let conversation: Conversation
    /// The longest context that is looked up.
    var longestContext = NGramIndex.longestContext

    private(set) var history: [Token] = [.start]
    private var isOpening: Bool
    private(set) var wholeness = Wholeness()
    private(set) var length = 0
    private var hadSlot = false
    private var scores: Scores
    private var fatigue: Fatigue
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
        scores = Scores(count: conversation.vocabulary.count)
        fatigue = Fatigue(count: model.tokens.count)
        common = CommonWords(model: model, conversation: conversation).shares
        for token in conversation.begun { advance(token) }
        length = 0
    }

    /// Whether the last word closed a sentence.
    var isAtSentenceEnd: Bool { history.last.map(model.endsSentence) ?? false }

    /// The answer goes on with this word.
    mutating func advance(_ token: Token) {
        length += 1
        wholeness.add(conversation.vocabulary[token])
        tire(by: token)
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

    /// What has just been said is not said again so soon, or the likeliest road would be a circle.
    private mutating func tire(by token: Token) {
        for length in (1...min(3, history.count)).reversed() {
            let places = model.index.positions(after: history, length: length)
                .filter { model.tokens[Int($0)] == token }
            places.forEach { fatigue.mark($0) }
            if !places.isEmpty { return }
        }
    }

    /// Begins a new passage without a word of it: for a text inside another form, such as JSON.
    mutating func restart() {
        history = [.start]
        isOpening = false
    }

    /// What may come next; the probabilities add up to one.
    ///
    /// - Parameter endless: where the text would end, a new paragraph begins instead.
    mutating func candidates(endless: Bool = false) -> [Candidate] {
        scores.clear()
        if wholeness.place == .prose {
            for (token, share) in common { scores.add(share, to: token) }
        }
        for order in 1...longestContext where order <= history.count {
            mix(order: order)
        }
        for order in 1...longestContext where order <= history.count {
            echo(order: order)
        }
        fillSlot()
        if endless || goesOnWithWhole {
            scores.add(scores.remove(.end), to: .start)
        } else {
            inclineToEnd()
        }
        return scores.candidates
    }

    private mutating func mix(order: Int) {
        let positions = model.index.positions(after: history, length: order)
        let place = wholeness.place
        var (rested, total) = (0.0, 0.0)
        for position in positions where model.placeOfPosition[Int(position)] == place {
            rested += weight(of: position)
            total += weight(of: position) * fatigue.vigour(of: position)
        }
        guard total > 0 else { return }
        let openness = openness(of: positions) * Predictor.generosity[order] * looseness
        // What tiredness takes away goes to shorter contexts; the shortest has none below it.
        let freshness = order == 1 ? 1 : total / rested
        let share = freshness / (1 + openness)
        scores.scale(by: 1 - share)
        for position in positions where model.placeOfPosition[Int(position)] == place {
            let part = weight(of: position) * fatigue.vigour(of: position) / total
            if part > 0 { scores.add(share * part, to: model.tokens[Int(position)]) }
        }
    }

    /// Code and rows of tables are said nearly as they stand.
    private var looseness: Double { wholeness.place == .prose ? 1 : 0.1 }

    private func weight(of position: UInt32) -> Double {
        let weights = isOpening ? conversation.openingWeights : conversation.weights
        return Double(weights[Int(model.passageOfPosition[Int(position)])])
    }

    /// How many different words follow, for each time that the context comes.
    private func openness(of positions: ArraySlice<UInt32>) -> Double {
        var seen = Set<Token>()
        for position in positions where seen.count < 64 {
            seen.insert(model.tokens[Int(position)])
        }
        return Double(seen.count) / Double(positions.count)
    }

    private mutating func echo(order: Int) {
        let positions = conversation.index.positions(after: history, length: order)
        let share = Predictor.echo[order]
        guard !positions.isEmpty, share > 0, history.last != .start else { return }
        scores.scale(by: 1 - share)
        for position in positions {
            scores.add(share / Double(positions.count), to: conversation.tokens[Int(position)])
        }
    }

    /// Gives the share of the class to its words.
    private mutating func fillSlot() {
        let share = scores.remove(.topic)
        hadSlot = share > 0
        guard hadSlot else { return }
        guard let last = conversation.topicTokens.last else {
            return scores.scale(by: 1 / max(1e-9, 1 - share))
        }
        var rest = share
        for token in conversation.topicTokens.dropLast() {
            scores.add(rest * 0.6, to: token)
            rest *= 0.4
        }
        scores.add(rest, to: last)
    }

    /// After a long answer a sentence's end, or a row's, is more and more the answer's end.
    private mutating func inclineToEnd() {
        guard isAtSentenceEnd || wholeness.isWholeRow, !isOpening else { return }
        let share = min(0.97, max(0, Double(length - 90) / 70))
        guard share > 0 else { return }
        scores.scale(by: 1 - share)
        scores.add(share, to: .end)
    }
}
