/// Text in faces, in paragraphs that say how they are set. It grows at its end and nowhere else.
///
/// ```swift
/// var text = StyledText()
/// text.begin(label: "\"model\": ", Face(.jsonName))
/// text.append("\"deepseek-v3\"\n", Face(.jsonString))
/// ```
///
/// What it holds is what marks, searching and copying go by: offsets count its UTF-8 bytes. What a
/// paragraph puts beside its lines is none of it.
package struct StyledText: Hashable, Sendable {
    /// From here on a face holds.
    struct Run: Hashable, Sendable {
        var start: Int
        var face: Face
    }

    /// From here on lines are set so; a label stands before the first of them.
    struct Beginning: Hashable, Sendable {
        var start: Int
        var label: Int
        var style: ParagraphStyle
    }

    private(set) var bytes: [UInt8] = []
    private(set) var runs: [Run] = []
    private(set) var beginnings: [Beginning] = []

    package init(_ text: String = "", _ face: Face = .text) { append(text, face) }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The length of the text in UTF-8.
    package var count: Int { bytes.count }
    package var isEmpty: Bool { bytes.isEmpty }

    package func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<count)], as: UTF8.self)
    }

    package mutating func append(_ text: String, _ face: Face = .text) {
        guard !text.isEmpty else { return }
        if runs.last?.face != face { runs.append(Run(start: count, face: face)) }
        bytes.append(contentsOf: text.utf8)
    }

    /// Begins a paragraph, on a line of its own; its style holds until another begins. All lines
    /// stand to the right of a label.
    package mutating func begin(
        _ style: ParagraphStyle = .plain, label: String = "", _ face: Face = .text
    ) {
        endLine()
        beginnings.append(Beginning(start: count, label: label.utf8.count, style: style))
        append(label, face)
    }

    /// A whole paragraph.
    package mutating func line(
        _ text: String, _ face: Face = .text, _ style: ParagraphStyle = .plain
    ) {
        begin(style)
        append(text, face)
        append("\n", face)
    }

    private mutating func endLine() {
        guard let last = bytes.last, last != 0x0a else { return }
        append("\n", runs.last?.face ?? .text)
    }

    /// The parts of a range in their faces, in order.
    func faces(in range: Range<Int>) -> [(range: Range<Int>, face: Face)] {
        var parts: [(range: Range<Int>, face: Face)] = []
        var place = max(0, runs.place { $0.start > range.lowerBound } - 1)
        while place < runs.count, runs[place].start < range.upperBound {
            let end = place + 1 < runs.count ? runs[place + 1].start : count
            let part = (runs[place].start..<end).clamped(to: range)
            if !part.isEmpty { parts.append((part, runs[place].face)) }
            place += 1
        }
        return parts
    }
}

/// How the lines of a paragraph are set.
package struct ParagraphStyle: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        package var text: String
        package var face: Face

        package init(_ text: String, _ face: Face = .text) { (self.text, self.face) = (text, face) }
    }

    /// What stands before the first line.
    package var margin: [Piece]
    /// What stands before all others; blanks where that is not said.
    package var hanging: [Piece]?
    /// The text is given so many columns at least, however narrow the screen.
    package var leastColumns: Int
    /// Lines that do not are cut at the edge of the screen.
    package var wraps: Bool

    package init(
        margin: [Piece] = [], hanging: [Piece]? = nil, leastColumns: Int = 1, wraps: Bool = true
    ) {
        (self.margin, self.hanging) = (margin, hanging)
        (self.leastColumns, self.wraps) = (leastColumns, wraps)
    }

    package static let plain = ParagraphStyle()
    package static let unwrapped = ParagraphStyle(wraps: false)

    func marginColumns(_ profile: WidthProfile) -> Int {
        max(Self.columns(margin, profile), Self.columns(hanging ?? [], profile))
    }

    private static func columns(_ pieces: [Piece], _ profile: WidthProfile) -> Int {
        pieces.reduce(0) { $0 + Width.of($1.text, profile) }
    }
}
