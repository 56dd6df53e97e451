/// The text that the model learns from, in passages.
package struct Corpus: Sendable {
    package enum Language: Sendable, Hashable { case english, chinese }

    package struct Passage: Sendable {
        package var text: String
        package var language: Language
        /// Says what the model is; the first answer of a conversation begins with one.
        package var isOpening: Bool
        /// Names a word that the conversation gives.
        package var hasSlot: Bool { text.contains("{topic}") }
    }

    package var passages: [Passage] = []

    /// Reads pages: a line `=== name` begins a page, an empty line ends a passage.
    package init(_ text: String) {
        var isOpening = false
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix("=== ") {
                add(lines, isOpening: isOpening)
                lines = []
            } else {
                lines.append(line)
            }
            if line.hasPrefix("=== ") { isOpening = line.hasPrefix("=== opening") }
        }
        add(lines, isOpening: isOpening)
    }

    private mutating func add(_ lines: [Substring], isOpening: Bool) {
        guard !lines.isEmpty else { return }
        let text = lines.joined(separator: "\n")
        let passage = Passage(text: text, language: Language(of: text), isOpening: isOpening)
        passages.append(passage)
    }
}

extension Corpus.Language {
    /// Chinese as soon as one ideograph stands for every four other letters.
    package init(of text: String) {
        var (ideographs, letters) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar.isIdeograph {
                ideographs += 1
            } else if scalar.properties.isAlphabetic {
                letters += 1
            }
        }
        self = ideographs > 0 && ideographs * 4 >= letters ? .chinese : .english
    }
}
