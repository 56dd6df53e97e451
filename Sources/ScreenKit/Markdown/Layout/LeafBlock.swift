/// A leaf in lines: one text, or the cells of a row side by side.
struct LeafBlock {
    struct Column {
        let text: InlineText
        /// Where in the leaf's text it begins.
        let place: Int
        let spans: [LineSpan]
        /// From the margin on.
        let start: Int
        let width: Int
        let alignment: MarkdownTable.Alignment
    }

    let margin: LeafMargin
    /// Where in the source it begins.
    let start: Int
    var ground: Face?
    /// Blank ones below its text where that has fewer.
    var leastLines = 0
    /// A line below it of so many columns, or one below each column.
    var rule: Int?
    var rules: [Int] = []
    /// Where in the source it goes on, if its beginning is shown elsewhere.
    var seam: Int?
    /// What stands between that beginning and the text; `nil`: nothing of it does.
    private(set) var joint: String?
    private(set) var columns: [Column] = []

    init(margin: LeafMargin, start: Int) { (self.margin, self.start) = (margin, start) }

    mutating func add(
        _ text: InlineText, _ width: Int, _ profile: WidthProfile, indent: Int = 0
    ) {
        var text = text
        if let seam { (text, joint) = text.rest(from: seam, keepsBlanks: ground != nil) }
        let spans = text.wrapped(max(1, width), profile)
        columns.append(
            Column(
                text: text, place: nextPlace, spans: spans, start: indent, width: width,
                alignment: .none))
    }

    mutating func add(
        _ cells: [InlineText], _ widths: [Int], _ alignments: [MarkdownTable.Alignment],
        _ profile: WidthProfile
    ) {
        var column = 0
        for (place, cell) in cells.enumerated() {
            let cell = seam.map { cell.rest(from: $0, keepsBlanks: false).text } ?? cell
            columns.append(
                Column(
                    text: cell, place: nextPlace, spans: cell.wrapped(widths[place], profile),
                    start: column, width: widths[place], alignment: alignments[place]))
            column += widths[place] + TableShape.gap
        }
        leastLines = 1
    }

    /// A tab is between two columns' texts.
    private var nextPlace: Int { columns.last.map { $0.place + $0.text.bytes.count + 1 } ?? 0 }

    /// What it says, as it can be selected.
    var bytes: [UInt8] { Array(columns.map(\.text.bytes).joined(separator: [0x09])) }

    private var textLines: Int { max(leastLines, columns.map(\.spans.count).max() ?? 0) }

    private var hasRule: Bool { rule != nil || !rules.isEmpty }

    var lineCount: Int { (margin.blank == nil ? 0 : 1) + textLines + (hasRule ? 1 : 0) }

    // MARK: Lines

    func lines(_ profile: WidthProfile) -> [StyledLine] {
        var lines: [StyledLine] = []
        if let blank = margin.blank {
            lines.append(
                StyledLine(margin: blank, stretches: [], range: start..<start, profile: profile))
        }
        let used = margin.columns(profile)
        for number in 0..<textLines {
            let stretches = columns.flatMap { $0.stretches(number, at: used, profile) }
            let range = range(of: stretches)
            lines.append(
                StyledLine(
                    margin: number == 0 ? margin.first : margin.others, ground: ground,
                    stretches: stretches, range: range, profile: profile))
        }
        if hasRule { lines.append(ruleLine(profile)) }
        return lines
    }

    private func range(of stretches: [StyledLine.Stretch]) -> Range<Int> {
        let first = stretches.map(\.start).min() ?? start
        return first..<max(first, stretches.map(\.range.upperBound).max() ?? start)
    }

    /// It is none of the text.
    private func ruleLine(_ profile: WidthProfile) -> StyledLine {
        let symbols = Symbols.of(profile)
        let gap = String(repeating: " ", count: TableShape.gap)
        let text = rule.map(symbols.rule) ?? rules.map(symbols.rule).joined(separator: gap)
        let before = textLines == 0 ? margin.first : margin.others
        return StyledLine(
            margin: before + [.init(text, .markdownRule)], stretches: [], range: start..<start,
            profile: profile)
    }
}

extension LeafBlock.Column {
    /// A line of the column: what stands together in the source and on the screen in one go.
    func stretches(
        _ number: Int, at margin: Int, _ profile: WidthProfile
    ) -> [StyledLine.Stretch] {
        guard spans.indices.contains(number), !spans[number].text.isEmpty else { return [] }
        let span = spans[number]
        var builder = StretchBuilder(self, column: margin + start + indent(of: span), profile)
        text.bytes.withUnsafeBufferPointer { bytes in
            var place = span.start
            while place < span.textEnd {
                let cluster = Cluster.next(in: bytes, at: place)
                builder.add(cluster, in: bytes)
                place = cluster.range.upperBound
            }
        }
        return builder.stretches
    }

    private func indent(of span: LineSpan) -> Int {
        switch alignment {
        case .none, .left: 0
        case .center: max(0, width - span.width) / 2
        case .right: max(0, width - span.width)
        }
    }
}

private struct StretchBuilder {
    let text: InlineText
    let profile: WidthProfile
    var stretches: [StyledLine.Stretch] = []
    private let first: Int
    private let base: Int
    private var column = 0
    private var part: Int?

    init(_ text: LeafBlock.Column, column: Int, _ profile: WidthProfile) {
        (self.text, base, first, self.profile) = (text.text, text.place, column, profile)
    }

    mutating func add(_ cluster: Cluster, in bytes: UTF8Bytes) {
        let place = cluster.range.lowerBound
        var part = part ?? text.part(at: place)
        while part + 1 < text.parts.count, text.parts[part + 1].start <= place { part += 1 }
        self.part = part
        let source = text.parts[part].source + place - text.parts[part].start
        let face = text.parts[part].face
        if stretches.last?.range.upperBound != source {
            stretches.append(
                .init(
                    column: first + column, start: source, place: base + place, bytes: [],
                    faces: []))
        }
        let last = stretches.count - 1
        stretches[last].bytes.append(contentsOf: bytes[cluster.range])
        let end = stretches[last].bytes.count
        if stretches[last].faces.last?.face == face {
            stretches[last].faces[stretches[last].faces.count - 1].end = end
        } else {
            stretches[last].faces.append(.init(end: end, face: face))
        }
        column += Width.of(cluster, in: bytes, at: column, profile)
    }
}
