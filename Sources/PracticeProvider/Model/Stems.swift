import Glibc

/// Which words are the same for a reader, and how much a word tells about a passage.
struct Stems: Sendable {
    /// The first token with the same stem, by token.
    private let stemOfToken: [Token]
    private let tokenOfStem: [String: Token]
    /// How rare a stem is: the logarithm of passages per passage that has it.
    private let rarity: [Float]

    init(vocabulary: Vocabulary, tokens: [Token], passageOfPosition: [UInt16]) {
        var tokenOfStem: [String: Token] = [:]
        var stems: [Token] = []
        for id in 0..<vocabulary.count {
            let token = Token(UInt16(id))
            let stem = Stems.stem(of: vocabulary[token])
            let first = tokenOfStem[stem] ?? token
            tokenOfStem[stem] = first
            stems.append(first)
        }
        self.tokenOfStem = tokenOfStem
        stemOfToken = stems
        rarity = Stems.rarity(tokens.map { stems[Int($0.id)] }, passageOfPosition, stems.count)
    }

    private static func rarity(_ stems: [Token], _ passages: [UInt16], _ count: Int) -> [Float] {
        var passagesWith = [Int](repeating: 0, count: count)
        var last = [UInt16](repeating: .max, count: count)
        for (stem, passage) in zip(stems, passages) where last[Int(stem.id)] != passage {
            last[Int(stem.id)] = passage
            passagesWith[Int(stem.id)] += 1
        }
        let all = Float(passages.last ?? 0) + 1
        return passagesWith.map { $0 == 0 ? 0 : logf(all / Float($0)) }
    }

    /// The stem's own token, if the corpus has a word of that stem.
    func token(of text: String) -> Token? { tokenOfStem[Stems.stem(of: text)] }

    func stem(of token: Token) -> Token { stemOfToken[Int(token.id)] }

    func rarity(of stem: Token) -> Float { rarity[Int(stem.id)] }

    /// The word without its space, in small letters, without the s of a plural.
    private static func stem(of text: String) -> String {
        var stem = text.lowercased()
        if stem.first == " " { stem.removeFirst() }
        let isPlural = stem.utf8.count > 3 && stem.hasSuffix("s") && !stem.hasSuffix("ss")
        if isPlural { stem.removeLast() }
        return stem
    }
}
