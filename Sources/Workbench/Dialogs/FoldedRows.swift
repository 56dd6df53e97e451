/// The texts of a list's rows in lower case, in one run of bytes that is made once: to narrow the
/// list is to read bytes, and makes no text.
struct FoldedRows: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [(title: Int, detail: Int)] = []

    var count: Int { ends.count }

    mutating func append(title: String, detail: String) {
        append(title)
        let end = bytes.count
        // No word of a query holds a blank: none is found across it.
        bytes.append(UInt8(ascii: " "))
        append(detail)
        ends.append((title: end, detail: bytes.count))
    }

    private mutating func append(_ text: String) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        for place in start..<bytes.count {
            guard bytes[place].isOfPlainCase else {
                bytes.replaceSubrange(start..., with: text.lowercased().utf8)
                return
            }
            bytes[place] = bytes[place].lowercased
        }
    }

    /// The words of a query, as the rows are written.
    static func words(of query: String) -> [[UInt8]] {
        query.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    }

    /// Those of some rows that hold every word: in their title, and else in all of their text.
    func split(_ rows: some Sequence<Int>, by words: [[UInt8]]) -> Found {
        var found = Found()
        bytes.withUnsafeBufferPointer { bytes in
            for row in rows {
                let start = start(of: row)
                let end = ends[row]
                if words.allSatisfy({ bytes.holds($0, in: start..<end.title) }) {
                    found.named.append(row)
                    found.all.append(row)
                } else if end.detail > end.title + 1,
                    words.allSatisfy({ bytes.holds($0, in: start..<end.detail) })
                {
                    found.others.append(row)
                    found.all.append(row)
                }
            }
        }
        return found
    }

    /// Those that are called as the words say come first, then those whose title begins so.
    func beginningsFirst(_ rows: [Int], _ words: [[UInt8]]) -> [Int] {
        let wanted = Array(words.joined(separator: [UInt8(ascii: " ")]))
        let titles = rows.map { bytes[start(of: $0)..<ends[$0].title] }
        let ranks = titles.map { $0.elementsEqual(wanted) ? 0 : $0.starts(with: wanted) ? 1 : 2 }
        return (0...2).flatMap { rank in zip(rows, ranks).filter { $1 == rank }.map(\.0) }
    }

    /// What holds every word of a query, in the rows' own order.
    struct Found {
        var all: [Int] = []
        /// In the title alone.
        var named: [Int] = []
        var others: [Int] = []
    }

    private func start(of row: Int) -> Int { row == 0 ? 0 : ends[row - 1].detail }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ word: [UInt8], in range: Range<Int>) -> Bool {
        guard let first = word.first else { return true }
        var place = range.lowerBound
        let last = range.upperBound - word.count
        while place <= last {
            if self[place] == first, holds(word, at: place) { return true }
            place += 1
        }
        return false
    }

    private func holds(_ word: [UInt8], at place: Int) -> Bool {
        for offset in 1..<Swift.max(1, word.count) where self[place + offset] != word[offset] {
            return false
        }
        return true
    }
}

extension UInt8 {
    /// Whether it is of an ASCII character, or of one that has no upper case: those below U+00C0,
    /// those from U+3000 to U+9FFF.
    fileprivate var isOfPlainCase: Bool { self < 0xC3 || (0xE3...0xE9).contains(self) }

    /// Of an ASCII character; another one's byte stays.
    fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
