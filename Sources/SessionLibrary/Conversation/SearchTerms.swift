/// The words of a query, as they are looked for in what a list shows of a session: bytes in lower
/// case.
///
/// Texts are compared where SQLite has them. Only one with letters outside ASCII that may have
/// capitals becomes a text.
struct SearchTerms: Sendable {
    private let words: [[UInt8]]

    init(_ query: String) {
        words = query.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    }

    private init(_ words: [[UInt8]]) { self.words = words }

    var isEmpty: Bool { words.isEmpty }

    /// Whether one of them may stand in a time: `2026-11-21`, `07:47`.
    var mayNameTimes: Bool { words.contains { $0.allSatisfy(\.standsInTimes) } }

    /// Those that do not stand in a text.
    func missing(in text: UnsafeBufferPointer<UInt8>) -> SearchTerms {
        guard text.allSatisfy(\.isOfPlainCase) else {
            let folded = Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
            return folded.withUnsafeBufferPointer { folded in
                missing { folded.contains($0, byte: { $0 }) }
            }
        }
        return missing { text.contains($0, byte: \.lowercased) }
    }

    /// Those that do not stand in a text.
    func missing(in text: String) -> SearchTerms {
        var text = text
        return text.withUTF8 { missing(in: $0) }
    }

    private func missing(_ isThere: ([UInt8]) -> Bool) -> SearchTerms {
        SearchTerms(words.filter { !isThere($0) })
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func contains(_ word: [UInt8], byte: (UInt8) -> UInt8) -> Bool {
        guard word.count <= count else { return false }
        return (0...count - word.count).contains { start in
            word.indices.allSatisfy { byte(self[start + $0]) == word[$0] }
        }
    }
}

extension UInt8 {
    /// Of an ASCII character, or of one without capitals: those below U+00C0, and Chinese ones.
    fileprivate var isOfPlainCase: Bool { self < 0xC3 || (0xE3...0xE9).contains(self) }
    fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
    /// A digit, a colon or a hyphen.
    fileprivate var standsInTimes: Bool { (0x30...0x3A).contains(self) || self == 0x2D }
}
