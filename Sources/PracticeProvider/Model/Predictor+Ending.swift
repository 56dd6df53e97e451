/// Where the text may end.
extension Predictor {
    /// Whether the text may end here: with a sentence, or as a passage of the corpus ends, and
    /// nothing in it is open.
    var mayEnd: Bool { wholeness.isClosed && (isAtSentenceEnd || endsInCorpus) }

    /// Whether a new paragraph may begin: not within code.
    var mayBreak: Bool { !wholeness.isInCode }

    private var endsInCorpus: Bool {
        model.index.positions(after: history, length: min(3, history.count))
            .contains { model.tokens[Int($0)] == .end }
    }
}

extension PracticeModel {
    func endsSentence(_ token: Token) -> Bool {
        [".", "!", "?", "。", "！", "？", "……"].contains(vocabulary[token])
    }
}
