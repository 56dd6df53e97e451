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

    /// - Parameter count: of the last lines, at least so many.
    func lines(_ profile: WidthProfile, last count: Int = .max) -> [StyledLine] {
        var lines: [StyledLine] = []
        let first = max(0, textLines - count)
        if first == 0, let blank = margin.blank {
            lines.append(
                StyledLine(margin: blank, stretches: [], range: start..<start, profile: profile))
        }
        let used = margin.columns(profile)
        for number in first..<textLines {
            let stretches = columns.flatMap { $0.stretches(number, at: used, profile) }
            let range = range(of: stretches)
            var line = StyledLine(
                margin: number == 0 ? margin.first : margin.others, ground: ground,
                stretches: stretches, range: range, profile: profile)
            line.number = number
            lines.append(line)
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
        var builder = StretchBuilder(self, span, margin + start + indent(of: span), profile)
        return text.bytes.withUnsafeBufferPointer { builder.build($0) }
    }

    private func indent(of span: LineSpan) -> Int {
        switch alignment {
        case .none, .left: 0
        case .center: max(0, width - span.width) / 2
        case .right: max(0, width - span.width)
        }
    }
}

/// A line part by part: what has one face is copied in one go, and only what stands before a gap is
/// measured.
private struct StretchBuilder {
    private let text: InlineText
    private let span: LineSpan
    private let profile: WidthProfile
    private let base: Int
    private let first: Int
    private var stretches: [StyledLine.Stretch] = []
    private var place: Int
    /// How far the line is measured, and the column there.
    private var measured: Int
    private var column: Int

    init(_ column: LeafBlock.Column, _ span: LineSpan, _ first: Int, _ profile: WidthProfile) {
        (text, base, self.profile) = (column.text, column.place, profile)
        (self.span, place, measured) = (span, span.start, span.start)
        (self.first, self.column) = (first, first)
    }

    mutating func build(_ bytes: UTF8Bytes) -> [StyledLine.Stretch] {
        var number = text.part(at: place)
        while place < span.textEnd {
            let next = number + 1
            let partEnd = next < text.parts.count ? text.parts[next].start : span.textEnd
            let end =
                partEnd >= span.textEnd ? span.textEnd : clusterEnd(atLeast: partEnd, in: bytes)
            add(place..<end, of: text.parts[number], in: bytes)
            place = end
            while number + 1 < text.parts.count, text.parts[number + 1].start <= place {
                number += 1
            }
        }
        return stretches
    }

    /// A cluster has the face of its first byte.
    private func clusterEnd(atLeast end: Int, in bytes: UTF8Bytes) -> Int {
        var place = place
        while place < end { place = Cluster.next(in: bytes, at: place).range.upperBound }
        return min(place, span.textEnd)
    }

    private mutating func add(_ range: Range<Int>, of part: InlineText.Part, in bytes: UTF8Bytes) {
        let source = part.source + range.lowerBound - part.start
        if stretches.last?.range.upperBound != source {
            measure(to: range.lowerBound, in: bytes)
            stretches.append(
                .init(
                    column: column, start: source, place: base + range.lowerBound, bytes: [],
                    faces: []))
        }
        stretches[stretches.count - 1].append(bytes[range], part.face)
    }

    private mutating func measure(to end: Int, in bytes: UTF8Bytes) {
        while measured < end {
            let cluster = Cluster.next(in: bytes, at: measured)
            column += Width.of(cluster, in: bytes, at: column - first, profile)
            measured = cluster.range.upperBound
        }
    }
}

extension StyledLine.Stretch {
    fileprivate mutating func append(_ more: Slice<UTF8Bytes>, _ face: Face) {
        bytes.append(contentsOf: more)
        if faces.last?.face == face { faces.removeLast() }
        faces.append(Segment(end: bytes.count, face: face))
    }
}
