/// What a paragraph's text is made of, in order; what is opened is closed again.
enum InlineToken: Hashable, Sendable {
    case text(Range<Int>)
    /// Stands for something else.
    case replaced(Range<Int>, String)
    case code(Range<Int>)
    case html(Range<Int>)
    /// A line end, with what makes it one.
    case lineBreak(Range<Int>, isHard: Bool)
    case open(InlineSpan)
    case close(InlineSpan)
}

/// What a part of a text is.
enum InlineSpan: Hashable, Sendable {
    case emphasis, strong, strike
    case link(LinkTarget)
    case image(LinkTarget)
    /// An address in the text that nothing but its beginning makes a link.
    case address(LinkTarget)
}

/// Text that is parsed on its own, and where each part of it stands in the source.
struct InlineSource: Sendable {
    private(set) var bytes: [UInt8] = []
    private var pieces: [(at: Int, source: Int)] = []

    /// Lines of a paragraph or a heading, without the white space around it.
    init(_ lines: SourceLines, of source: [UInt8]) {
        for (number, line) in lines.all.enumerated() {
            append(number == lines.count - 1 ? trimmed(line, of: source) : line, of: source)
            guard number < lines.count - 1 else { continue }
            pieces.append((bytes.count, line.upperBound))
            bytes.append(0x0a)
        }
    }

    /// A cell of a table: a bar behind a backslash is a bar.
    init(cell: Range<Int>, of source: [UInt8]) {
        var start = cell.lowerBound
        for place in cell
        where source[place] == UInt8(ascii: "\\") && place + 1 < cell.upperBound
            && source[place + 1] == UInt8(ascii: "|")
        {
            append(start..<place, of: source)
            start = place + 1
        }
        append(start..<cell.upperBound, of: source)
    }

    private func trimmed(_ line: Range<Int>, of source: [UInt8]) -> Range<Int> {
        source.withUnsafeBufferPointer { BlockStart.trimmed(line, in: $0) }
    }

    private mutating func append(_ range: Range<Int>, of source: [UInt8]) {
        pieces.append((bytes.count, range.lowerBound))
        bytes.append(contentsOf: source[range])
    }

    /// The pieces of a part of the text, each with its place in the source.
    func pieces(in range: Range<Int>) -> [(Range<Int>, source: Int)] {
        var (found, start): ([(Range<Int>, source: Int)], Int) = ([], range.lowerBound)
        var next = pieces.place { $0.at > start }
        while start < range.upperBound {
            let end =
                next < pieces.count ? min(pieces[next].at, range.upperBound) : range.upperBound
            found.append((start..<end, source(of: start)))
            (start, next) = (end, next + 1)
        }
        return found
    }

    /// Where in the source a place of the text is.
    func source(of place: Int) -> Int {
        let piece = max(0, pieces.place { $0.at > place } - 1)
        guard piece < pieces.count else { return place }
        return pieces[piece].source + place - pieces[piece].at
    }
}
