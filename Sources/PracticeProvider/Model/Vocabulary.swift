/// A word of the model: its number in the vocabulary.
package struct Token: Sendable, Hashable, Comparable {
    package let id: UInt16

    package init(_ id: UInt16) { self.id = id }

    /// Where a passage begins. In the middle of an answer it is a new paragraph.
    package static let start = Token(0)
    /// Where the text ends.
    package static let end = Token(1)
    /// The class of all words that the conversation is about.
    package static let topic = Token(2)

    package static func < (one: Token, other: Token) -> Bool { one.id < other.id }
}

/// The words that have a number: those of the corpus, shared by all, and those of one conversation.
package struct Vocabulary: Sendable {
    private final class Base: Sendable {
        let texts: [String]
        let tokens: [String: Token]

        init(texts: [String], tokens: [String: Token]) {
            self.texts = texts
            self.tokens = tokens
        }
    }

    private let base: Base
    private var texts: [String] = []
    private var tokens: [String: Token] = [:]

    package init() {
        base = Base(texts: [], tokens: [:])
        for text in ["\n\n", "", "{topic}"] { add(text) }
    }

    private init(base: Base) { self.base = base }

    /// The same words, now shared; what is added from here on belongs to the copy.
    package func sealed() -> Vocabulary {
        Vocabulary(
            base: Base(texts: base.texts + texts, tokens: base.tokens.merging(tokens) { $1 }))
    }

    package var count: Int { base.texts.count + texts.count }
    /// How many words the corpus has.
    package var sharedCount: Int { base.texts.count }

    package subscript(token: Token) -> String {
        let id = Int(token.id)
        if id < base.texts.count { return base.texts[id] }
        let place = id - base.texts.count
        return place < texts.count ? texts[place] : ""
    }

    package func token(_ text: String) -> Token? { base.tokens[text] ?? tokens[text] }

    /// The word's token, a new one if need be; `nil` when all numbers are taken.
    @discardableResult
    package mutating func add(_ text: String) -> Token? {
        if let known = token(text) { return known }
        guard let id = UInt16(exactly: count) else { return nil }
        texts.append(text)
        tokens[text] = Token(id)
        return Token(id)
    }
}
