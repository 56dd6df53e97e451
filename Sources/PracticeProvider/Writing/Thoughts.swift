/// What the thinking mode shows: which language and topics the model saw, and how it weighed the
/// first words. Every figure is the model's own.
package struct Thoughts: Sendable {
    package let pieces: [String]

    package init(model: PracticeModel, conversation: Conversation, options: AnswerOptions) {
        let isChinese = conversation.language == .chinese
        var lines = [Thoughts.beginning(conversation, isChinese)]
        var predictor = Predictor(model: model, conversation: conversation)
        predictor.longestContext = options.longestContext
        let sampler = Sampler(settings: options.sampler, seed: 0)
        var context = ""
        for _ in 0..<6 {
            var candidates = predictor.candidates()
            candidates.removeAll { $0.token == .start && context.isEmpty }
            let best = sampler.remaining(of: sampler.adjusted(candidates))
                .sorted { ($0.probability, $1.token) > ($1.probability, $0.token) }.prefix(3)
            guard let first = best.first?.token, first != .end else { break }
            let list = best.map { Thoughts.line($0, conversation.vocabulary, isChinese) }
            lines.append(
                Thoughts.lead(context, isChinese) + list.joined(separator: isChinese ? "，" : ", "))
            context += conversation.vocabulary[first]
            predictor.advance(first)
        }
        pieces = model.tokenizer.pieces(of: lines.joined(separator: "\n"))
    }

    private static func beginning(_ conversation: Conversation, _ isChinese: Bool) -> String {
        let topics = conversation.topics.phrases.prefix(4)
        if isChinese {
            let list = topics.map { "「\($0)」" }.joined()
            return "提示词是中文的。" + (topics.isEmpty ? "没有特别的话题。" : "话题：\(list)。")
        }
        let list = topics.map { "“\($0)”" }.joined(separator: ", ")
        return "The prompt is in English. "
            + (topics.isEmpty ? "It names no topic." : "Its topics: \(list).")
    }

    private static func lead(_ context: String, _ isChinese: Bool) -> String {
        if context.isEmpty { return isChinese ? "第一个词：" : "First word: " }
        let tail = String(context.suffix(24))
        return isChinese ? "「\(tail)」之后：" : "After “\(tail)”: "
    }

    private static func line(
        _ word: (token: Token, probability: Double),
        _ vocabulary: Vocabulary, _ isChinese: Bool
    ) -> String {
        let text = word.token == .end ? "■" : vocabulary[word.token]
        let shown = text == "\n\n" || text == "\n" ? "¶" : text
        let quoted = isChinese ? "「\(shown)」" : "“\(shown)”"
        return "\(quoted) \(Int((word.probability * 100).rounded())) %"
    }
}
