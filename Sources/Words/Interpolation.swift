extension Phrase {
    /// The English of a phrase, as a literal with values in it.
    public struct English: Sendable, ExpressibleByStringInterpolation {
        let text: String
        public init(stringLiteral text: String) { self.text = text }
        public init(stringInterpolation pieces: Pieces) { text = pieces.text }

        /// What a literal's values are added to. Those that nearly all are have functions of their
        /// own: a generic one looks its type up anew each time.
        public struct Pieces: Sendable, StringInterpolationProtocol {
            var text = ""
            public init(literalCapacity: Int, interpolationCount: Int) {
                text.reserveCapacity(literalCapacity + 8 * interpolationCount)
            }
            public mutating func appendLiteral(_ literal: String) { text += literal }
            public mutating func appendInterpolation(_ phrase: Phrase) { text += phrase.english }
            public mutating func appendInterpolation(_ value: String) { text += value }
            public mutating func appendInterpolation(_ value: some StringProtocol) {
                text += String(value)
            }
            public mutating func appendInterpolation(_ number: Int) { text += String(number) }
            public mutating func appendInterpolation(_ number: some BinaryInteger) {
                text += String(number)
            }

            /// A count with its noun: `\(3, "event", "events")` gives `3 events`.
            public mutating func appendInterpolation(
                _ count: some BinaryInteger, _ one: String, _ many: String
            ) {
                text += "\(count) \(count == 1 ? one : many)"
            }
        }
    }

    /// The Chinese of a phrase, as a literal with values in it. A count needs no plural: the
    /// measure word stands in the literal, `\(count) 个事件`.
    public struct Chinese: Sendable, ExpressibleByStringInterpolation {
        let text: String
        public init(stringLiteral text: String) { self.text = text }
        public init(stringInterpolation pieces: Pieces) { text = pieces.text }

        /// What a literal's values are added to.
        public struct Pieces: Sendable, StringInterpolationProtocol {
            var text = ""
            public init(literalCapacity: Int, interpolationCount: Int) {
                text.reserveCapacity(literalCapacity + 8 * interpolationCount)
            }
            public mutating func appendLiteral(_ literal: String) { text += literal }
            public mutating func appendInterpolation(_ phrase: Phrase) { text += phrase.chinese }
            public mutating func appendInterpolation(_ value: String) { text += value }
            public mutating func appendInterpolation(_ value: some StringProtocol) {
                text += String(value)
            }
            public mutating func appendInterpolation(_ number: Int) { text += String(number) }
            public mutating func appendInterpolation(_ number: some BinaryInteger) {
                text += String(number)
            }
        }
    }
}

extension DefaultStringInterpolation {
    /// A phrase is no text before a language is chosen.
    @available(*, unavailable, message: "choose the language: phrase.text(in: language)")
    public mutating func appendInterpolation(_ phrase: Phrase) {}
}
