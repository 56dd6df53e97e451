/// A text that can be selected by itself, as it reads: a paragraph, a row of a table, a whole answer.
package struct Passage: Hashable, Sendable {
    /// UTF-8. What it is written with, as the signs of Markdown, is none of it.
    package var bytes: [UInt8]
    /// A blank line is before it.
    package var standsApart = false
    /// What stands before it where more than it is taken: `- `, `3. `.
    package var marker = ""
    /// It is only there to be looked at: a line across the screen, the name above a block of code.
    package var isDecoration = false
    /// It is said beside a text that goes on below it: what is taken from before to behind it is taken
    /// without it.
    package var isAside = false
    /// It goes on in the line of the text before it, with this between them.
    package var joint: String?

    package init(_ text: String, standsApart: Bool = false) {
        (bytes, self.standsApart) = (Array(text.utf8), standsApart)
    }

    package init(
        bytes: [UInt8], standsApart: Bool = false, marker: String = "", isDecoration: Bool = false,
        joint: String? = nil
    ) {
        (self.bytes, self.standsApart) = (bytes, standsApart)
        (self.marker, self.isDecoration, self.joint) = (marker, isDecoration, joint)
    }
}

extension Passage {
    /// A part of it as it is seen: what could drive a terminal or deceive is named (`^[`, `<U+202E>`),
    /// line ends and tabs stay, and so does a character for which the screen has a stand-in.
    package func seen(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<bytes.count)
        var (seen, offset) = ("", range.lowerBound)
        seen.reserveCapacity(range.count)
        bytes.withUnsafeBufferPointer { bytes in
            while offset < range.upperBound {
                let cluster = Cluster.next(in: bytes, at: offset)
                offset = cluster.range.upperBound
                let isSafe = cluster.kind != .forbidden || cluster.first == 0x09
                if cluster.isNewline {
                    seen += "\n"
                } else {
                    seen += isSafe ? bytes.string(cluster.range) : Escape.visible(cluster.first)
                }
            }
        }
        return seen
    }
}
