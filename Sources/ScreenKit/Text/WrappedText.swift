/// A line of wrapped text.
package struct WrappedLine: Hashable, Sendable {
    /// What to write, with tabs as spaces and without the spaces and the newline at its end.
    package let text: String
    /// Columns of the text.
    package let width: Int
    /// The part of the source that the line stands for, in UTF-8 offsets; the lines' ranges follow
    /// each other without gaps.
    package let range: Range<Int>
    /// Where in the source the text ends, less the spaces and the newline behind it.
    package let textEnd: Int
    /// A newline ends the line, or the text does.
    package let endsParagraph: Bool
}

/// Text in lines of a width, for a text that grows: what is appended costs its own length, however
/// long the text before it is.
///
/// ```swift
/// var text = WrappedText(width: 40)
/// text.append("top_p 是把候选词")
/// text.append("按概率从高到低累加。")
/// for line in text.lines { … }
/// ```
///
/// The lines do not depend on how the text was cut when it was appended, even within a cluster.
package struct WrappedText: Sendable {
    package private(set) var width: Int
    package let profile: WidthProfile
    private var source: [UInt8] = []
    private var wrapper: LineWrapper

    package init(
        width: Int,
        profile: WidthProfile = .conservative,
        _ text: String = ""
    ) {
        self.width = max(1, width)
        self.profile = profile
        wrapper = LineWrapper(width: width, profile: profile)
        append(text)
    }

    /// The last line is there as soon as its first cluster is; an empty text has none, and a newline
    /// at the end of the text begins no other.
    package var lines: Lines { Lines(source: source, spans: wrapper.spans, profile: profile) }

    /// The whole text that was appended.
    package var text: String { String(decoding: source, as: UTF8.self) }

    /// The length of the text in UTF-8.
    package var count: Int { source.count }

    /// The text as it can be selected.
    package var passage: Passage { Passage(bytes: source) }

    package mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        source.append(contentsOf: text.utf8)
        wrap()
    }

    /// Wraps everything anew where the width differs.
    package mutating func setWidth(_ width: Int) {
        guard max(1, width) != self.width else { return }
        self.width = max(1, width)
        wrapper = LineWrapper(width: width, profile: profile)
        wrap()
    }

    /// The number of the line in which a place of the source stands; the last one for its end.
    package func line(at offset: Int) -> Int? {
        let spans = wrapper.spans
        return spans.isEmpty ? nil : min(spans.place { $0.end > offset }, spans.count - 1)
    }

    private mutating func wrap() {
        source.withUnsafeBufferPointer { wrapper.grow($0, to: $0.count) }
    }
}

extension WrappedText {
    /// The lines of a wrapped text; a line becomes a string when it is asked for.
    package struct Lines: RandomAccessCollection, Equatable, Sendable {
        fileprivate let source: [UInt8]
        fileprivate let spans: [LineSpan]
        fileprivate let profile: WidthProfile

        package var startIndex: Int { 0 }
        package var endIndex: Int { spans.count }

        package subscript(number: Int) -> WrappedLine {
            let span = spans[number]
            let text = source.withUnsafeBufferPointer { $0.line(span.text, profile) }
            return WrappedLine(
                text: text, width: span.width, range: span.range, textEnd: span.textEnd,
                endsParagraph: span.endsParagraph)
        }

        package static func == (one: Lines, other: Lines) -> Bool { one.elementsEqual(other) }
    }
}

extension UTF8Bytes {
    /// A line's text as it is written, with tabs as spaces.
    fileprivate func line(_ range: Range<Int>, _ profile: WidthProfile) -> String {
        guard self[range].contains(0x09) else { return string(range) }
        var (text, offset, column) = ("", range.lowerBound, 0)
        while offset < range.upperBound {
            let cluster = Cluster.next(in: self, at: offset)
            let columns = Width.of(cluster, in: self, at: column, profile)
            let isTab = cluster.first == 0x09
            text += isTab ? String(repeating: " ", count: columns) : string(cluster.range)
            column += columns
            offset = cluster.range.upperBound
        }
        return text
    }
}
