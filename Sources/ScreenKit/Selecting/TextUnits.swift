/// Characters, words and lines of a text, as an editor's motions find them.
package enum TextUnits {
    /// The line around a place, without its end.
    package static func line(around offset: Int, in text: [UInt8]) -> Range<Int> {
        let offset = min(max(0, offset), text.count)
        let start = text[..<offset].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
        return start..<(text[offset...].firstIndex(of: 0x0a) ?? text.count)
    }

    /// The word around a place, or the blanks between two words; empty where the line ends.
    package static func word(around offset: Int, in text: [UInt8]) -> Range<Int> {
        let line = line(around: offset, in: text)
        guard offset < line.upperBound else { return line.upperBound..<line.upperBound }
        if isBlank(at: offset, in: text) { return blanks(around: offset, in: text, line) }
        var words = WordMotions(text[line])
        let here = offset - line.lowerBound
        let end = words.end(after: here)
        return line.lowerBound + words.start(before: end)..<line.lowerBound + end
    }

    /// The beginning of the word behind the one at a place; `nil`: there is none.
    package static func nextWord(after offset: Int, in text: [UInt8]) -> Int? {
        guard offset < text.count else { return nil }
        var start = offset
        if !isBlank(at: offset, in: text) {
            let line = line(around: offset, in: text)
            var words = WordMotions(text[line])
            start = line.lowerBound + words.end(after: offset - line.lowerBound)
        }
        while start < text.count, isBlank(at: start, in: text) {
            start = cluster(at: start, in: text)?.upperBound ?? text.count
        }
        return start < text.count ? start : nil
    }

    /// The beginning of the word before a place; `nil`: there is none.
    package static func wordBefore(_ offset: Int, in text: [UInt8]) -> Int? {
        var offset = min(offset, text.count)
        while offset > 0 {
            let line = line(around: offset, in: text)
            let end = startOfBlanks(before: offset, in: text, from: line.lowerBound)
            if end > line.lowerBound {
                var words = WordMotions(text[line])
                return line.lowerBound + words.start(before: end - line.lowerBound)
            }
            offset = line.lowerBound - 1
        }
        return nil
    }

    /// The cluster that begins at a place; `nil` at the end.
    package static func cluster(at offset: Int, in text: [UInt8]) -> Range<Int>? {
        guard offset < text.count else { return nil }
        return text.withUnsafeBufferPointer { Cluster.next(in: $0, at: offset).range }
    }

    /// The cluster that ends at a place; `nil` at the beginning.
    package static func cluster(before offset: Int, in text: [UInt8]) -> Range<Int>? {
        guard offset > 0 else { return nil }
        let line = line(around: offset - 1, in: text)
        guard offset > line.lowerBound else { return offset - 1..<offset }
        let words = WordMotions(text[line.lowerBound..<offset])
        return line.lowerBound + words.clusterStart(before: offset - line.lowerBound)..<offset
    }

    private static func isBlank(at offset: Int, in text: [UInt8]) -> Bool {
        switch text[offset] {
        case 0x20, 0x09, 0x0a, 0x0d: true
        case 0xe3: text[offset...].starts(with: wideBlank)
        default: false
        }
    }

    private static func blanks(around offset: Int, in text: [UInt8], _ line: Range<Int>)
        -> Range<Int>
    {
        let start = startOfBlanks(before: offset, in: text, from: line.lowerBound)
        var end = offset
        while end < line.upperBound, isBlank(at: end, in: text) {
            end = cluster(at: end, in: text)?.upperBound ?? line.upperBound
        }
        return start..<min(end, line.upperBound)
    }

    /// Where the blanks before a place begin, at the earliest at another place.
    private static func startOfBlanks(before offset: Int, in text: [UInt8], from first: Int) -> Int
    {
        var start = offset
        while start > first {
            let isWide = start - first >= 3 && text[start - 3..<start].elementsEqual(wideBlank)
            guard isWide || isBlank(at: start - 1, in: text) else { break }
            start -= isWide ? wideBlank.count : 1
        }
        return start
    }

    /// U+3000.
    private static let wideBlank: [UInt8] = [0xe3, 0x80, 0x80]
}

/// An editor's words. What it makes of other line ends would move the places: they are blanks here.
private struct WordMotions {
    private var buffer: TextBuffer

    init(_ bytes: ArraySlice<UInt8>) {
        let text = bytes.map { $0 == 0x0d ? 0x20 : $0 }
        buffer = TextBuffer(String(decoding: text, as: UTF8.self))
    }

    mutating func start(before offset: Int) -> Int {
        buffer.moveCursor(to: offset)
        return buffer.target(of: .wordLeft)
    }

    mutating func end(after offset: Int) -> Int {
        buffer.moveCursor(to: offset)
        return buffer.target(of: .wordRight)
    }

    func clusterStart(before offset: Int) -> Int { buffer.clusterStart(before: offset) }
}
