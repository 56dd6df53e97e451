/// The words of a prompt that it is about: rare ones, in the corpus or not.
struct Topics: Sendable {
    /// Stems of the corpus with their rarity.
    private(set) var stems: [Token: Float] = [:]
    /// What may be quoted, the best first.
    private(set) var phrases: [String] = []

    init(prompt: String, model: PracticeModel) {
        let pieces = model.tokenizer.pieces(of: Topics.withoutCommonPhrases(prompt))
        stems = Topics.stems(of: pieces.filter { !Topics.isCommon($0) }, model)
        // A greeting is made of common words only; then these have to do.
        if stems.isEmpty { stems = Topics.stems(of: model.tokenizer.pieces(of: prompt), model) }
        phrases = Topics.phrases(of: pieces) { piece in
            model.stems.token(of: piece).map { model.stems.rarity(of: $0) } ?? 5
        }
    }

    private static func stems(of pieces: [String], _ model: PracticeModel) -> [Token: Float] {
        pieces.reduce(into: [:]) { stems, piece in
            let isWord = piece.unicodeScalars.contains { $0.properties.isAlphabetic }
            guard isWord, let stem = model.stems.token(of: piece) else { return }
            let rarity = model.stems.rarity(of: stem)
            if rarity > 1 { stems[stem] = rarity }
        }
    }

    /// Neighbouring ideographs make one phrase; a word is a phrase by itself.
    private static func phrases(of pieces: [String], rarity: (String) -> Float) -> [String] {
        var candidates: [(phrase: String, worth: Float)] = []
        var run: (phrase: String, worth: Float) = ("", 0)
        for piece in pieces + ["\n"] {
            let isPart = piece.unicodeScalars.first?.isIdeograph == true && !isCommon(piece)
            if isPart && run.phrase.count + piece.count <= 6 {
                run = (run.phrase + piece, run.worth + rarity(piece))
                continue
            }
            if !run.phrase.isEmpty { candidates.append(run) }
            run = isPart ? (piece, rarity(piece)) : ("", 0)
            if let word = word(piece) { candidates.append((word, rarity(piece))) }
        }
        return candidates.sorted { $0.worth > $1.worth }.reduce(into: []) { phrases, candidate in
            if !phrases.contains(candidate.phrase) { phrases.append(candidate.phrase) }
        }
    }

    private static func word(_ piece: String) -> String? {
        let word = piece.first == " " ? String(piece.dropFirst()) : piece
        guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else {
            return nil
        }
        return word.utf8.count < 3 || first.isIdeograph || isCommon(word) ? nil : word
    }

    /// An ideograph of a common phrase is not common by itself, so that the phrase goes first.
    private static func withoutCommonPhrases(_ prompt: String) -> String {
        commonPhrases.reduce(prompt) { $0.contains($1) ? $0.replacing($1, with: "\n") : $0 }
    }

    private static let commonPhrases =
        common
        .filter { $0.count > 1 && $0.unicodeScalars.allSatisfy(\.isIdeograph) }
        .sorted { ($1.count, $0) < ($0.count, $1) }

    static func isCommon(_ piece: String) -> Bool {
        let word = piece.first == " " ? piece.dropFirst() : piece[...]
        return common.contains(word.lowercased())
    }

    /// Words that say how something is asked, not what about.
    private static let common = Set(
        """
        a about all also am an and any are as at be been but by can could describe did do does each
        explain for from get give go had has have hello help here hi how i if in into is it its just
        let like list make many may me more most much my need new no not now of on one only or other
        our out please say see shall should show so some such tell than thank thanks that the their
        them then there these they thing this those to two up us use very want was we were what when
        where which who why will with word words would write you your
        关于 有关 的 了 是 我 你 他 她 它 们 我们 你们 他们 在 有 和 与 或 吗 呢 吧 啊 什 么 什么 怎 怎么 怎样 如何 请 用 给 把
        被 对 从 到 会 能 可 可以 要 想 说 写 讲 一 个 一个 这 那 这个 那个 些 一些 一下 很 也 都 就 不 没 没有 为 为什么 解释
        介绍 告诉 一句 句 话 一句话 首 一首 篇 一篇 段 一段 几 并 再 还 又 让 请问 你好 谢谢 吗 之 其 以 及 等
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
