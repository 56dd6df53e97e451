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
    /// Whether a position lies in prose, in code or in a row of a table.
    let placeOfPosition: [Wholeness.Place]
    let index: NGramIndex
    let stems: Stems

    package init(_ corpus: Corpus) {
        let reading = Reading(corpus)
        vocabulary = reading.vocabulary.sealed()
        tokenizer = reading.tokenizer
        passages = corpus.passages
        tokens = reading.tokens
        passageOfPosition = reading.passageOfPosition
        placeOfPosition = reading.placeOfPosition
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
    var placeOfPosition: [Wholeness.Place] = []

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
        placeOfPosition.append(.prose)
    }

    private mutating func read(_ passage: Corpus.Passage, number: UInt16) {
        let pieces = Reading.withSlots(tokenizer.pieces(of: passage.text))
        tokens.append(.start)
        tokens += pieces.compactMap { vocabulary.add($0) }
        if !passage.isOpening { tokens.append(.end) }
        passageOfPosition += Array(repeating: number, count: tokens.count - passageOfPosition.count)
        placeOfPosition += Reading.places(of: pieces, in: passage.text)
        placeOfPosition += Array(repeating: .prose, count: tokens.count - placeOfPosition.count)
    }

    /// Of what stands before the first piece and of each; most passages are prose throughout.
    private static func places(of pieces: [String], in text: String) -> [Wholeness.Place] {
        guard text.contains("\n") else { return [] }
        var wholeness = Wholeness()
        return [.prose]
            + pieces.map { piece in
                defer { wholeness.add(piece) }
                return wholeness.place
            }
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
