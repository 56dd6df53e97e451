/// A language model of n-grams: it knows which words followed which in its corpus, nothing else.
///
/// ```swift
/// let model = PracticeModel(Corpus("The bench is long. The bench is old."))
/// ```
package final class PracticeModel: Sendable {
    /// The model of the text that is compiled in, learned at the first use.
    package static let shared = PracticeModel(Corpus(corpusSource))
    package static let corpusSource = corpusText

    package let vocabulary: Vocabulary
    package let tokenizer: Tokenizer
    let passages: [Corpus.Passage]
    let tokens: [Token]
    /// The passage in which a position lies.
    let passageOfPosition: [UInt16]
    let index: NGramIndex
    let stems: Stems

    package init(_ corpus: Corpus) {
        let reading = Reading(corpus)
        vocabulary = reading.vocabulary.sealed()
        tokenizer = reading.tokenizer
        passages = corpus.passages
        tokens = reading.tokens
        passageOfPosition = reading.passageOfPosition
        index = NGramIndex(tokens)
        stems = Stems(vocabulary: vocabulary, tokens: tokens, passageOfPosition: passageOfPosition)
    }
}

/// The corpus as one row of tokens: every passage begins with `start`, and ends with `end` unless
/// it is an opening, after which a new passage follows.
private struct Reading {
    var vocabulary = Vocabulary()
    var tokenizer = Tokenizer()
    var tokens: [Token] = []
    var passageOfPosition: [UInt16] = []

    init(_ corpus: Corpus) {
        let pieces = corpus.passages.map { Tokenizer().pieces(of: $0.text) }
        var finder = PairFinder()
        pieces.forEach { finder.read($0) }
        tokenizer = Tokenizer(pairs: finder.words)
        for (number, passage) in corpus.passages.enumerated() {
            read(passage, number: UInt16(number))
        }
        tokens.append(.start)
        passageOfPosition.append(UInt16(max(0, corpus.passages.count - 1)))
    }

    private mutating func read(_ passage: Corpus.Passage, number: UInt16) {
        tokens.append(.start)
        tokens += Reading.withSlots(tokenizer.pieces(of: passage.text))
            .compactMap { vocabulary.add($0) }
        if !passage.isOpening { tokens.append(.end) }
        passageOfPosition += Array(repeating: number, count: tokens.count - passageOfPosition.count)
    }

    /// Puts `{`, `topic`, `}` together again: the place of a word that the conversation gives.
    private static func withSlots(_ pieces: [String]) -> [String] {
        var result: [String] = []
        for piece in pieces {
            if piece == "}", result.suffix(2) == ["{", "topic"] {
                result.replaceSubrange((result.count - 2)..., with: ["{topic}"])
            } else {
                result.append(piece)
            }
        }
        return result
    }
}
