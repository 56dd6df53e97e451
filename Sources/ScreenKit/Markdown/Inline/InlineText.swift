/// A block's text as it is shown: what means something is a face, and each part knows where in the
/// source it stands.
struct InlineText: Sendable {
    struct Part: Hashable, Sendable {
        /// Where it begins in the text, and where that is in the source.
        let start: Int
        let source: Int
        let face: Face
    }

    /// A part of the text that leads somewhere.
    struct Link: Hashable, Sendable {
        let range: Range<Int>
        let address: String
    }

    private(set) var bytes: [UInt8] = []
    private(set) var parts: [Part] = []
    private(set) var links: [Link] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ text: some Sequence<UInt8>, from source: Int, _ face: Face) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        guard bytes.count > start else { return }
        if let last = parts.last, last.face == face, last.source + start - last.start == source {
            return
        }
        parts.append(Part(start: start, source: source, face: face))
    }

    /// Tabs and line ends from there on are blanks.
    fileprivate mutating func blank(from start: Int) {
        for place in start..<bytes.count where bytes[place] == 0x09 || bytes[place] == 0x0a {
            bytes[place] = 0x20
        }
    }

    fileprivate mutating func addLink(from start: Int, to address: String) {
        if start < bytes.count { links.append(Link(range: start..<bytes.count, address: address)) }
    }

    mutating func append(_ other: InlineText) {
        let start = bytes.count
        bytes += other.bytes
        parts += other.parts.map {
            Part(start: start + $0.start, source: $0.source, face: $0.face)
        }
        links += other.links.map {
            Link(
                range: start + $0.range.lowerBound..<start + $0.range.upperBound,
                address: $0.address)
        }
    }

    func dropFirst(_ count: Int) -> InlineText {
        var rest = InlineText()
        rest.bytes = Array(bytes.dropFirst(count))
        for (number, part) in parts.enumerated() {
            let end = number + 1 < parts.count ? parts[number + 1].start : bytes.count
            guard end > count else { continue }
            let gone = max(0, count - part.start)
            rest.parts.append(
                Part(
                    start: max(0, part.start - count), source: part.source + gone, face: part.face))
        }
        rest.links = links.filter { $0.range.upperBound > count }.map {
            Link(
                range: max(0, $0.range.lowerBound - count)..<$0.range.upperBound - count,
                address: $0.address)
        }
        return rest
    }

    /// The part in which a place of the text stands.
    func part(at place: Int) -> Int { max(0, parts.place { $0.start > place } - 1) }
}

extension InlineText {
    /// - Parameter face: of what is nothing special.
    init(
        _ text: InlineSource, _ face: Face, isArriving: Bool = false,
        target: (String) -> LinkTarget?
    ) {
        self.init()
        let tokens = text.bytes.withUnsafeBufferPointer {
            InlineParser.tokens(of: $0, isArriving: isArriving, target: target)
        }
        var writer = Writer(text, face)
        for token in tokens { writer.write(token) }
        self = writer.shown
    }

    private struct Writer {
        let text: InlineSource
        let face: Face
        var shown = InlineText()
        private var open: [(span: InlineSpan, start: Int)] = []

        init(_ text: InlineSource, _ face: Face) { (self.text, self.face) = (text, face) }

        mutating func write(_ token: InlineToken) {
            switch token {
            case .text(let range): append(range, faceHere)
            case .replaced(let range, let character):
                shown.append(character.utf8, from: text.source(of: range.lowerBound), faceHere)
            case .code(let range): append(range, .markdownCode)
            case .html(let range):
                if isLineBreak(range) {
                    shown.append([0x0a], from: text.source(of: range.lowerBound), faceHere)
                } else {
                    append(range, .markdownSource)
                }
            case .lineBreak(let range, _):
                shown.append([0x0a], from: text.source(of: range.upperBound - 1), faceHere)
            case .open(let span): open.append((span, shown.bytes.count))
            case .close: close()
            }
        }

        /// The lines of a paragraph, and the cells' bars, stand apart in the source.
        private mutating func append(_ range: Range<Int>, _ face: Face) {
            for (piece, source) in text.pieces(in: range) {
                shown.append(text.bytes[piece], from: source, face)
            }
            shown.blank(from: shown.bytes.count - range.count)
        }

        private mutating func close() {
            guard let (span, start) = open.popLast() else { return }
            switch span {
            case .emphasis, .strong, .strike: break
            case .link(let target), .image(let target), .address(let target):
                if start == shown.bytes.count {
                    let source = target.source.map { text.source(of: $0.lowerBound) }
                    shown.append(target.address.utf8, from: source ?? 0, .markdownLink)
                }
                shown.addLink(from: start, to: target.address)
            }
        }

        private var faceHere: Face {
            var (isStrong, isEmphasis, isStruck) = (false, false, false)
            for (span, _) in open {
                switch span {
                case .strong: isStrong = true
                case .emphasis: isEmphasis = true
                case .strike: isStruck = true
                case .link, .image, .address: return .markdownLink
                }
            }
            if isStruck { return .markdownStruck }
            if isStrong { return isEmphasis ? .markdownStrongEmphasis : .markdownStrong }
            return isEmphasis && face != .markdownHeading ? .markdownEmphasis : face
        }

        private func isLineBreak(_ range: Range<Int>) -> Bool {
            let tag = String(decoding: text.bytes[range], as: UTF8.self).lowercased()
            return tag.filter { $0 != " " } == "<br>" || tag.filter { $0 != " " } == "<br/>"
        }
    }
}
