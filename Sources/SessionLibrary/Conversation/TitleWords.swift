/// The words of a query, as they are looked for in titles: bytes in lower case.
///
/// Titles are compared where SQLite has them. Only one with letters outside ASCII that may have
/// capitals becomes a text.
struct TitleWords: Sendable {
    private let words: [[UInt8]]

    init(_ query: String) {
        words = query.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    }

    var isEmpty: Bool { words.isEmpty }

    func areAll(in title: UnsafeBufferPointer<UInt8>) -> Bool {
        guard title.allSatisfy(\.isOfPlainCase) else {
            let folded = Array(String(decoding: title, as: UTF8.self).lowercased().utf8)
            return folded.withUnsafeBufferPointer { folded in
                words.allSatisfy { folded.contains($0, byte: { $0 }) }
            }
        }
        return words.allSatisfy { title.contains($0, byte: \.lowercased) }
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
}
