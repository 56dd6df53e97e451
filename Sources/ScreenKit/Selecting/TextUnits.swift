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
            var words = WordMotions(text[...])
            start = words.end(after: offset)
        }
        while start < text.count, isBlank(at: start, in: text) {
            start = cluster(at: start, in: text)?.upperBound ?? text.count
        }
        return start < text.count ? start : nil
    }

    /// The beginning of the word before a place; `nil`: there is none.
    package static func wordBefore(_ offset: Int, in text: [UInt8]) -> Int? {
        var words = WordMotions(text[...])
        let start = words.start(before: offset)
        return start < offset && !isBlank(at: start, in: text) ? start : nil
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
        case 0xe3: text[offset...].starts(with: "\u{3000}".utf8)
        default: false
        }
    }

    private static func blanks(around offset: Int, in text: [UInt8], _ line: Range<Int>)
        -> Range<Int>
    {
        var (start, end) = (offset, offset)
        while end < line.upperBound, isBlank(at: end, in: text) {
            end = cluster(at: end, in: text)?.upperBound ?? line.upperBound
        }
        while let before = cluster(before: start, in: text), before.lowerBound >= line.lowerBound,
            isBlank(at: before.lowerBound, in: text)
        {
            start = before.lowerBound
        }
        return start..<end
    }
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
