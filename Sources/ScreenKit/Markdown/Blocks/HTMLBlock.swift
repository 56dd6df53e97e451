/// A block of HTML by how it ends: the seven kinds of CommonMark (4.6).
enum HTMLBlock: Hashable, Sendable {
    /// `<pre>`, `<script>`, `<style>`, `<textarea>`
    case verbatim
    case comment, instruction, declaration, data
    /// A tag that is known to be a block, and any tag on a line of its own.
    case block, tag

    var endsAtBlank: Bool { self == .block || self == .tag }

    /// - Parameter inParagraph: the block would interrupt one, which any tag may not.
    init?(at text: Range<Int>, in bytes: UTF8Bytes, inParagraph: Bool) {
        let line = bytes[text]
        guard line.first == UInt8(ascii: "<"), line.count > 1 else { return nil }
        if let kind = Self.bySign(line) { self = kind; return }
        let isClosing = line[line.startIndex + 1] == UInt8(ascii: "/")
        let name = line.dropFirst(isClosing ? 2 : 1).prefix(while: BlockStart.isLetterOrDigit)
        let behind = line[name.endIndex...].first ?? 0x20
        let isSpace = BlockStart.isSpace(behind)
        let word = String(decoding: name, as: UTF8.self).lowercased()
        let isEnd = isSpace || behind == UInt8(ascii: ">")
        if isEnd, !isClosing, Self.verbatimNames.contains(word) { self = .verbatim; return }
        let isSelfClosing = line[name.endIndex...].starts(with: "/>".utf8)
        if isEnd || isSelfClosing, Self.blockNames.contains(word) { self = .block; return }
        guard !inParagraph,
            let end = HTMLTag.end(at: text.lowerBound, in: bytes, to: text.upperBound),
            bytes[end..<text.upperBound].allSatisfy(BlockStart.isSpace)
        else { return nil }
        self = .tag
    }

    private static func bySign(_ line: Slice<UTF8Bytes>) -> HTMLBlock? {
        if line.starts(with: "<!--".utf8) { return .comment }
        if line.starts(with: "<?".utf8) { return .instruction }
        if line.starts(with: "<![CDATA[".utf8) { return .data }
        let third = line.dropFirst(2).first ?? 0
        return line.starts(with: "<!".utf8) && BlockStart.isLetter(third) ? .declaration : nil
    }

    func ends(in line: Slice<UTF8Bytes>) -> Bool {
        switch self {
        case .verbatim:
            let text = String(decoding: line, as: UTF8.self).lowercased()
            return Self.verbatimNames.contains { text.contains("</\($0)>") }
        case .comment: return line.contains("-->")
        case .instruction: return line.contains("?>")
        case .declaration: return line.contains(">")
        case .data: return line.contains("]]>")
        case .block, .tag: return false
        }
    }

    private static let verbatimNames: Set = ["pre", "script", "style", "textarea"]
    private static let blockNames = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd details \
        dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
        head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option \
        p param search section summary table tbody td tfoot th thead title tr track ul
        """.split(separator: " ").map(String.init))
}

extension Slice<UTF8Bytes> {
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
