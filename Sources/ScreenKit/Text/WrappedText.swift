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
    /// The last line is there as soon as its first cluster is; an empty text has none, and a newline
    /// at the end of the text begins no other.
    package private(set) var lines: [WrappedLine] = []

    private var source: [UInt8] = []
    /// The state after the last cluster that nothing appended can change.
    private var breaker: LineBreaker
    private var settledLines = 0
    private var settledBytes = 0

    package init(
        width: Int,
        profile: WidthProfile = .conservative,
        _ text: String = ""
    ) {
        self.width = max(1, width)
        self.profile = profile
        breaker = LineBreaker(width: width, profile: profile)
        append(text)
    }

    /// The whole text that was appended.
    package var text: String { String(decoding: source, as: UTF8.self) }

    /// The length of the text in UTF-8.
    package var count: Int { source.count }

    package mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        source.append(contentsOf: text.utf8)
        wrap()
    }

    /// Wraps everything anew where the width differs.
    package mutating func setWidth(_ width: Int) {
        guard max(1, width) != self.width else { return }
        self.width = max(1, width)
        breaker = LineBreaker(width: width, profile: profile)
        (settledLines, settledBytes) = (0, 0)
        wrap()
    }

    /// The number of the line in which a place of the source stands; the last one for its end.
    package func line(at offset: Int) -> Int? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return lines.isEmpty ? nil : min(low, lines.count - 1)
    }

    private mutating func wrap() {
        lines.removeLast(lines.count - settledLines)
        source.withUnsafeBufferPointer { bytes in
            while settledBytes < bytes.count {
                let cluster = Cluster.next(in: bytes, at: settledBytes)
                // The last cluster may go on in what comes next.
                if cluster.range.upperBound == bytes.count { break }
                breaker.feed(cluster, in: bytes, into: &lines)
                settledBytes = cluster.range.upperBound
            }
            settledLines = lines.count
            wrapLast(of: bytes)
        }
    }

    private mutating func wrapLast(of bytes: UTF8Bytes) {
        guard settledBytes < bytes.count else { return }
        var breaker = breaker
        breaker.feed(Cluster.next(in: bytes, at: settledBytes), in: bytes, into: &lines)
        breaker.finish(in: bytes, into: &lines)
    }
}
