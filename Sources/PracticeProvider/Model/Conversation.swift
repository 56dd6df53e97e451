/// What a conversation does to the model: its language, its topics, its own n-grams.
package struct Conversation: Sendable {
    package struct Message: Sendable, Hashable {
        package var role: String
        package var content: String

        package init(role: String, content: String) {
            self.role = role
            self.content = content
        }
    }

    package let language: Corpus.Language
    package let vocabulary: Vocabulary
    package let promptTokenCount: Int
    /// The words of the prompt, for the repetition penalty.
    package let promptTokens: Set<Token>
    let topics: Topics
    /// The topics' tokens, the best first.
    let topicTokens: [Token]
    let tokens: [Token]
    let index: NGramIndex
    /// How much a passage counts, by number: at the opening, and after it.
    let openingWeights: [Float]
    let weights: [Float]
    /// The words of an answer that is to be continued: the last message, when it is one.
    let begun: [Token]
    /// Whether nothing has been answered yet.
    let isFirst: Bool

    package init(_ messages: [Message], model: PracticeModel) {
        let asked = messages.last { $0.role == "user" }?.content ?? ""
        language = Corpus.Language(of: asked)
        let isBegun = messages.last?.role == "assistant"
        isFirst = !messages.dropLast(isBegun ? 1 : 0).contains { $0.role == "assistant" }
        var vocabulary = model.vocabulary
        topics = Topics(prompt: asked, model: model)
        topicTokens = topics.phrases.prefix(4).compactMap { vocabulary.add($0) }
        let texts = messages.map { (role: $0.role, pieces: model.tokenizer.pieces(of: $0.content)) }
        promptTokenCount = texts.reduce(0) { $0 + $1.pieces.count + 1 }
        tokens = Conversation.row(texts, &vocabulary)
        begun = Conversation.withParagraphs(isBegun ? texts.last?.pieces ?? [] : [])
            .compactMap { vocabulary.add($0) }
        self.vocabulary = vocabulary
        promptTokens = Set(tokens)
        index = NGramIndex(tokens)
        openingWeights = model.passages.map { [language, topics] in
            let fits = $0.isOpening && $0.hasSlot != topics.phrases.isEmpty
            return (fits ? 1 : $0.isOpening ? 0 : 0.0002) * ($0.language == language ? 1 : 0.001)
        }
        weights = Relevance(model: model, topics: topics, language: language).weights
    }

    /// Two line ends are one word: that between paragraphs.
    private static func withParagraphs(_ pieces: [String]) -> [String] {
        pieces.reduce(into: []) { words, piece in
            if piece == "\n", words.last == "\n" {
                words[words.count - 1] = "\n\n"
            } else {
                words.append(piece)
            }
        }
    }

    /// What was said to the model, not by it: else it would talk itself into a circle.
    private static func row(
        _ texts: [(role: String, pieces: [String])],
        _ vocabulary: inout Vocabulary
    ) -> [Token] {
        var row: [Token] = []
        for text in texts where text.role != "assistant" {
            row.append(.start)
            row += text.pieces.compactMap { vocabulary.add($0) }
        }
        return row
    }
}
