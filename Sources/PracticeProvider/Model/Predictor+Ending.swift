/// Where the text may end.
extension Predictor {
    /// Whether the text may end here: with a sentence, or as a passage of the corpus ends, and
    /// nothing in it is open.
    var mayEnd: Bool {
        wholeness.isClosed && mayBreak && (isAtSentenceEnd || endsInCorpus || wholeness.isWholeRow)
    }

    /// Whether a new paragraph may begin: not within code, nor within a row or a name in backticks.
    var mayBreak: Bool { !wholeness.isInCode && !wholeness.isNameOpen }

    /// Those that go on with what was begun; all of them where none does.
    func fitting(_ candidates: [Candidate]) -> [Candidate] {
        let demand = wholeness.demand(isLate: length > 110)
        let fitting = candidates.filter {
            switch $0.token {
            case .end: mayEnd && length > 0
            case .start: mayBreak && (length > 0 || goesOnWithWhole)
            default: !goesOnWithWhole && demand.isMet(by: conversation.vocabulary[$0.token])
            }
        }
        return fitting.isEmpty ? candidates : fitting
    }

    /// Whether nothing is said yet of what follows a text that is whole: who asks for more of it wants
    /// another paragraph.
    var goesOnWithWhole: Bool { length == 0 && mayEnd && !conversation.begun.isEmpty }

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
