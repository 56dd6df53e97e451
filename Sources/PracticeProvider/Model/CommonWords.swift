/// The words that may always come: the most frequent ones of the relevant text.
struct CommonWords {
    var shares: [(token: Token, share: Double)]

    init(model: PracticeModel, conversation: Conversation) {
        var counts = [Float](repeating: 0, count: model.vocabulary.sharedCount)
        for (token, passage) in zip(model.tokens, model.passageOfPosition) {
            counts[Int(token.id)] += conversation.weights[Int(passage)]
        }
        counts[Int(Token.start.id)] = 0
        counts[Int(Token.end.id)] = 0
        counts[Int(Token.topic.id)] = 0
        for id in counts.indices where model.beginsLine(Token(UInt16(id))) { counts[id] = 0 }
        let best = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }.prefix(300)
        let total = best.reduce(0) { $0 + Double(counts[$1]) }
        shares = best.lazy.filter { counts[$0] > 0 }.map {
            (Token(UInt16($0)), Double(counts[$0]) / total)
        }
    }
}

extension PracticeModel {
    /// A word without a space before it, in a script that has spaces.
    fileprivate func beginsLine(_ token: Token) -> Bool {
        guard let first = vocabulary[token].unicodeScalars.first else { return false }
        return first.properties.isAlphabetic && !first.isIdeograph
    }
}
