/// Cuts Chinese text, which has no spaces, into its words: the likeliest row of words of a list, each
/// taken for as likely as it is often met.
///
/// An ideograph of no word of the list is a word of its own, as those of traditional script often are.
///
/// ```swift
/// ChineseWords.ends(in: Array("提示词很重要".utf8))  // [9, 12, 18]
/// ```
package enum ChineseWords {
    /// The longest words of the list, in ideographs.
    private static let longest = 4
    /// What a word that is not listed counts, as a logarithm to base 2.
    private static let unknown = -2
    /// How many words the list was counted in, as a logarithm to base 2: what each further word costs.
    private static let total = 26

    /// Where the words of a run of ideographs end, as offsets in its UTF-8.
    package static func ends(in run: [UInt8]) -> [Int] {
        run.withUnsafeBufferPointer { run in
            let starts = starts(in: run)
            let lengths = lengths(in: run, starts)
            var (ends, place) = ([Int](), 0)
            while place < lengths.count {
                place += lengths[place]
                ends.append(starts[place])
            }
            return ends
        }
    }

    /// Where each ideograph begins, and the end.
    private static func starts(in run: UTF8Bytes) -> [Int] {
        var (starts, offset) = ([0], 0)
        while offset < run.count {
            offset += run.scalar(at: offset).length
            starts.append(offset)
        }
        return starts
    }

    /// How many ideographs the best word has that begins at each.
    private static func lengths(in run: UTF8Bytes, _ starts: [Int]) -> [Int] {
        let count = starts.count - 1
        var scores = [Int](repeating: 0, count: count + 1)
        var lengths = [Int](repeating: 1, count: count)
        for place in (0..<count).reversed() {
            let words = Line(beginningWith: run[starts[place]..<starts[place + 1]])
            var best = Int.min
            for length in 1...min(longest, count - place) {
                let rest = run[starts[place + 1]..<starts[place + length]]
                let listed = words?.weight(of: rest)
                guard let weight = listed ?? (length == 1 ? unknown : nil) else { continue }
                let score = weight - total + scores[place + length]
                // Of two that are as likely the longer word wins.
                if score >= best { (best, lengths[place]) = (score, length) }
            }
            scores[place] = best
        }
        return lengths
    }
}

extension ChineseWords {
    /// The words of the list that begin with one ideograph.
    private struct Line {
        let bytes: Slice<UTF8Bytes>

        private static let newline = UInt8(ascii: "\n")

        init?(beginningWith first: Slice<UTF8Bytes>) {
            let list = UTF8Bytes(
                start: chineseWordList.utf8Start, count: chineseWordList.utf8CodeUnitCount)
            var (low, high) = (0, list.count)
            while low < high {
                let middle = low + (high - low) / 2
                let start = list[..<middle].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
                let end = list[middle...].firstIndex(of: Self.newline) ?? list.count
                let found = list[start..<end].prefix { $0 >= 0x80 }
                if found.elementsEqual(first) {
                    bytes = list[start + first.count..<end]
                    return
                }
                if found.lexicographicallyPrecedes(first) { low = end + 1 } else { high = start }
            }
            return nil
        }

        /// What the word with this rest counts; `nil` when it is not listed.
        func weight(of rest: Slice<UTF8Bytes>) -> Int? {
            var place = bytes.startIndex
            while place < bytes.endIndex {
                let end = bytes[place...].firstIndex { $0 < 0x80 } ?? bytes.endIndex
                guard end < bytes.endIndex else { return nil }
                if bytes[place..<end].elementsEqual(rest) {
                    return Int(bytes[end]) - Int(UInt8(ascii: "a"))
                }
                place = end + 1
            }
            return nil
        }
    }
}
