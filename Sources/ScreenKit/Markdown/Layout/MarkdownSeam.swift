/// Where a text goes on that was begun elsewhere: what stands before it has been shown already.
struct MarkdownSeam: Sendable {
    /// Where a leaf stands.
    enum Side: Sendable {
        case before, across, after
    }

    /// The first place that has not been shown.
    let place: Int
    /// Leaves before this one stand before it, whatever comes.
    let firstLeaf: Int
    /// The others that the beginning has, as long as nothing follows.
    private let lastKinds: [MarkdownLeaf.Kind]
    /// The end of the line in which it stands, once that has come.
    private var lineEnd: Int?

    init(after beginning: Markdown) {
        let whole = beginning.whole
        place = beginning.shownEnd
        firstLeaf = beginning.settledCount
        lastKinds = whole.leaves[firstLeaf...].map(\.kind)
        if place == 0 || whole.source[place - 1] == 0x0a { lineEnd = place - 1 }
    }

    /// Takes what follows in.
    mutating func pass(_ text: String, from start: Int) {
        guard lineEnd == nil else { return }
        lineEnd = text.utf8.enumerated().first { $1 == 0x0a }.map { start + $0.offset }
    }

    func side(of number: Int, _ kind: MarkdownLeaf.Kind) -> Side {
        guard number >= firstLeaf else { return .before }
        if let start = kind.range?.lowerBound, let lineEnd, start > lineEnd { return .after }
        switch kind {
        case .rule, .empty:
            let last = number - firstLeaf
            return lastKinds.indices.contains(last) && lastKinds[last] == kind ? .before : .after
        case .codeStart(let info, _): return info.lowerBound < place ? .before : .after
        default:
            guard let range = kind.range else { return .after }
            let isBefore = range.lowerBound < place && range.upperBound <= place
            return isBefore ? .before : .across
        }
    }
}

extension InlineText {
    /// What of it stands behind a place of the source, and the blank between that and what stands
    /// before it.
    func rest(from source: Int, keepsBlanks: Bool) -> (text: InlineText, blank: String) {
        var (start, end) = (place(of: source), place(of: source))
        guard !keepsBlanks else { return (dropFirst(start), "") }
        while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        let blank = bytes[start..<end]
        return (dropFirst(end), blank.isEmpty ? "" : blank.contains(0x0a) ? "\n" : " ")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a }

    /// The first place that stands for no earlier one of the source.
    private func place(of source: Int) -> Int {
        for (number, part) in parts.enumerated() {
            let end = number + 1 < parts.count ? parts[number + 1].start : bytes.count
            guard part.source + end - part.start > source else { continue }
            var place = part.start + max(0, source - part.source)
            // A character that stands for others has no middle.
            while place < end, bytes[place] & 0xc0 == 0x80 { place += 1 }
            return place
        }
        return bytes.count
    }
}
