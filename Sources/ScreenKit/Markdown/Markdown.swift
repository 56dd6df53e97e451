/// Markdown that arrives: what is appended costs its own length, however long the text before it is.
///
/// Whole lines settle what stands before them. The last line, as far as it has come, is read when it is
/// looked at, as if the text ended there, and read again when more has come.
struct Markdown: Sendable {
    private(set) var source: [UInt8] = []
    private var reader = MarkdownReader()

    var leaves: [MarkdownLeaf] { reader.parser.leaves }
    var nodes: [MarkdownNode] { reader.parser.nodes }
    var tables: [MarkdownTable] { reader.parser.tables }
    var definitions: LinkDefinitions { reader.parser.definitions }
    /// Bytes of lines that were looked at so far, for those who count what a chunk costs.
    var bytesRead: Int { reader.parser.bytesRead }
    /// Leaves that nothing appended can change.
    var settledCount: Int { reader.settledCount }
    /// The table whose next settled leaf may be a row of it.
    var openTable: MarkdownTable? { reader.openTable }
    var isEnded: Bool { reader.isEnded }
    /// Another one when something has changed.
    private(set) var version = 0

    mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        version += 1
        let known = source.count
        source.append(contentsOf: text.utf8)
        source.withUnsafeBufferPointer { reader.readLines($0, from: known) }
    }

    /// Reads what has come of the last line.
    mutating func readOpenLine() {
        guard !reader.hasOpenLine else { return }
        source.withUnsafeBufferPointer { reader.readOpenLine($0) }
    }

    /// With what has come of the last line.
    var whole: Markdown {
        var whole = self
        whole.readOpenLine()
        return whole
    }

    /// Where what is shown ends: of a line that says too little yet nothing is.
    var shownEnd: Int {
        source.withUnsafeBufferPointer { reader.waitsForLine($0) } ?? source.count
    }

    /// Says that nothing more will come.
    mutating func end() {
        version += 1
        source.withUnsafeBufferPointer { reader.end($0) }
    }
}

/// Divides what arrives into lines, and gives those to the parser.
private struct MarkdownReader: Sendable {
    private(set) var parser = BlockParser()
    private(set) var settledCount = 0
    private(set) var openTable: MarkdownTable?
    private(set) var isEnded = false
    private var settled: BlockParser.Moment
    /// What has come of a line that has not ended yet is read.
    private(set) var hasOpenLine = true
    /// Where that line begins, and whether it is the rest of a longer one.
    private var lineStart = 0
    private var isRest = false
    private var longLine = LongLine()

    init() { settled = parser.moment }

    /// Costs what has come, however long the line before it is.
    mutating func readLines(_ bytes: UTF8Bytes, from known: Int) {
        takeBackOpenLine()
        let start = lineStart
        takeLines(from: known, in: bytes)
        if lineStart > start { settle() }
        hasOpenLine = false
    }

    mutating func readOpenLine(_ bytes: UTF8Bytes) {
        if lineStart < bytes.count, waitsForLine(bytes) == nil {
            takeLine(to: bytes.count, in: bytes)
        }
        parser.finish()
        hasOpenLine = true
    }

    /// Where the last line begins, if too little of it has come to be shown. Asked before it is read.
    func waitsForLine(_ bytes: UTF8Bytes) -> Int? {
        let line = lineStart..<bytes.count
        let waits = !line.isEmpty && !isRest && parser.waits(for: line, in: bytes)
        return waits ? lineStart : nil
    }

    mutating func end(_ bytes: UTF8Bytes) {
        guard !isEnded else { return }
        isEnded = true
        takeBackOpenLine()
        if lineStart < bytes.count { takeLine(to: bytes.count, in: bytes) }
        parser.finish()
        hasOpenLine = true
        settle()
    }

    private mutating func takeBackOpenLine() {
        if hasOpenLine { parser.goBack(to: settled) }
    }

    private mutating func settle() {
        settled = parser.moment
        settledCount = parser.leaves.count
        openTable = parser.openTable
    }

    private mutating func takeLines(from known: Int, in bytes: UTF8Bytes) {
        var newline = bytes[max(known, lineStart)...].firstIndex(of: 0x0a)
        while true {
            if let cut = longLine.cut(lineStart..<(newline ?? bytes.count), in: bytes) {
                takeLine(to: cut, in: bytes)
                (lineStart, isRest) = (cut, true)
            } else if let end = newline {
                takeLine(to: end, in: bytes)
                (lineStart, isRest) = (end + 1, false)
                newline = bytes[lineStart...].firstIndex(of: 0x0a)
            } else {
                return
            }
        }
    }

    private mutating func takeLine(to end: Int, in bytes: UTF8Bytes) {
        let hasReturn = end > lineStart && bytes[end - 1] == 0x0d
        let line = lineStart..<(hasReturn ? end - 1 : end)
        if isRest { parser.addMore(line, in: bytes) } else { parser.addLine(line, in: bytes) }
    }
}

/// Where a line that is too long to be read again with each chunk is taken as two.
private struct LongLine: Sendable {
    private static let long = 4096
    private static let longer = 8192
    private static let longest = 12_288

    /// No cut was found before this place.
    private var searched = 0

    /// The end of a sentence, else a space, else anywhere.
    mutating func cut(_ line: Range<Int>, in bytes: UTF8Bytes) -> Int? {
        guard line.count > Self.long else { return nil }
        let cut =
            sentenceEnd(line, in: bytes) ?? spaceEnd(line, in: bytes) ?? anywhere(line, in: bytes)
        searched = cut == nil ? line.upperBound : 0
        return cut
    }

    private func sentenceEnd(_ line: Range<Int>, in bytes: UTF8Bytes) -> Int? {
        let start = max(searched, line.lowerBound + Self.long)
        let end = min(line.upperBound, line.lowerBound + Self.longer)
        guard start < end else { return nil }
        return (start..<end).first { Self.endsSentence($0, in: bytes) }
    }

    private func spaceEnd(_ line: Range<Int>, in bytes: UTF8Bytes) -> Int? {
        let first = line.lowerBound + Self.longer
        let start = searched > first ? searched : line.lowerBound + Self.long
        let end = min(line.upperBound, line.lowerBound + Self.longest)
        guard line.upperBound > first, start < end else { return nil }
        return bytes[start..<end].firstIndex(of: 0x20).map { $0 + 1 }
    }

    private func anywhere(_ line: Range<Int>, in bytes: UTF8Bytes) -> Int? {
        guard line.count > Self.longest else { return nil }
        var place = line.lowerBound + Self.longest
        while bytes[place] & 0xc0 == 0x80 { place -= 1 }
        return place
    }

    /// Whether what ends before a place is `. `, `。` or the like.
    private static func endsSentence(_ place: Int, in bytes: UTF8Bytes) -> Bool {
        let (first, second) = (bytes[place - 3], bytes[place - 2])
        switch bytes[place - 1] {
        case 0x20: return second == 0x2e || second == 0x21 || second == 0x3f
        case 0x82: return first == 0xe3 && second == 0x80
        case 0x81, 0x9f: return first == 0xef && second == 0xbc
        default: return false
        }
    }
}
