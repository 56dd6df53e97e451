/// Markdown that arrives, in lines of a width. What is not looked at is not laid out; what is appended
/// costs its own length.
///
/// ```swift
/// var page = MarkdownPage(width: 40)
/// page.append("**重点：**请先")
/// page.append("看表格。\n")
/// page.end()
/// for line in page.lastLines(20) { … }
/// ```
///
/// What was shown stays as it is, but for the last paragraph, and the first rows of a table while they
/// come. At the end the lines are the same however the text was cut.
package struct MarkdownPage: Sendable {
    package private(set) var width: Int
    package let profile: WidthProfile
    private let face: Face
    private(set) var markdown = Markdown()
    /// How much of the source was said elsewhere, and from where on it is shown here.
    private let beginning: Int
    private var seam: MarkdownSeam?
    /// Where the lines of the first leaves begin.
    private var starts: [Int]
    /// The last lines, where they were made for a frame.
    private var tail = MarkdownTail()

    /// - Parameters:
    ///   - face: of plain text.
    ///   - beginning: what the text goes on with. It is read, and not shown: where it ended within
    ///     a block of code, the text is code.
    package init(
        width: Int, profile: WidthProfile = .conservative, face: Face = .text,
        after beginning: String = "", _ text: String = ""
    ) {
        (self.width, self.profile, self.face) = (max(1, width), profile, face)
        self.beginning = beginning.utf8.count
        markdown.append(beginning)
        seam = beginning.isEmpty ? nil : MarkdownSeam(after: markdown)
        starts = Self.starts(seam)
        append(text)
    }

    private static func starts(_ seam: MarkdownSeam?) -> [Int] {
        Array(repeating: 0, count: 1 + (seam?.firstLeaf ?? 0))
    }

    private var firstLeaf: Int { seam?.firstLeaf ?? 0 }

    /// The source, as it came.
    package var source: String {
        String(decoding: markdown.source.dropFirst(beginning), as: UTF8.self)
    }

    package var isEmpty: Bool { markdown.source.count == beginning }

    package mutating func append(_ text: String) {
        seam?.pass(text, from: markdown.source.count)
        markdown.append(text)
    }

    /// Says that nothing more will come.
    package mutating func end() { markdown.end() }

    package mutating func setWidth(_ width: Int) {
        guard max(1, width) != self.width else { return }
        self.width = max(1, width)
        starts = Self.starts(seam)
        tail = MarkdownTail()
    }

    // MARK: Lines

    /// Counts the lines that nothing appended can change, once.
    package mutating func countLines() {
        markdown.readOpenLine()
        let end = countableLeaves
        guard starts.count <= end else { return }
        var layout = layout
        while starts.count <= end {
            starts.append(starts[starts.count - 1] + layout.lineCount(of: starts.count - 1))
        }
    }

    /// Lines that nothing appended can change, as far as they are counted.
    var countedLines: Int { starts[starts.count - 1] }

    /// All lines.
    package var lineCount: Int {
        var layout = layout
        let rest = starts.count - 1..<layout.markdown.leaves.count
        return rest.reduce(starts[starts.count - 1]) { $0 + layout.lineCount(of: $1) }
    }

    /// Makes the last lines once, so that counting and showing them costs nothing; of those that were
    /// made before, only what may have changed is made again.
    package mutating func layOut(last count: Int) {
        markdown.readOpenLine()
        var (layout, new) = (
            layout, MarkdownTail(of: markdown, from: firstLeaf, settled: countableLeaves)
        )
        layout.knownShape = tail.shape
        while new.wants(count) {
            let place = new.first - 1
            let isSettled = place < countableLeaves
            new.insert(
                tail.settledLines(of: place)
                    ?? layout.lines(of: place, last: isSettled ? .max : count - new.lineCount))
        }
        new.shape = layout.settledShape ?? tail.shape
        tail = new
    }

    /// How many lines there are, or that there are at least so many.
    package func lineCount(atMost limit: Int) -> Int {
        if let count = tail.lineCount(atMost: limit, of: markdown) { return count }
        var (layout, count) = (layout, 0)
        var place = layout.markdown.leaves.count
        while place > firstLeaf, count < limit {
            place -= 1
            count += layout.lineCount(of: place)
        }
        return min(count, limit)
    }

    package func lines(in range: Range<Int>) -> [StyledLine] {
        guard !range.isEmpty else { return [] }
        var layout = layout
        var place = max(0, min(starts.place { $0 > range.lowerBound }, starts.count) - 1)
        var (start, lines) = (starts[place], [StyledLine]())
        while place < layout.markdown.leaves.count, start < range.upperBound {
            let leaf = layout.lines(of: place)
            let seen = range.clamped(to: start..<start + leaf.count)
            lines += leaf[seen.lowerBound - start..<seen.upperBound - start]
            start += leaf.count
            place += 1
        }
        return lines
    }

    /// The last lines, at most so many, without a look at those before them.
    package func lastLines(_ count: Int) -> [StyledLine] {
        if let lines = tail.lines(count, of: markdown) { return lines }
        var layout = layout
        return lastLines(count, &layout)
    }

    func lastLines(_ count: Int, _ layout: inout MarkdownLayout) -> [StyledLine] {
        var (leaves, found, place) = ([[StyledLine]](), 0, layout.markdown.leaves.count)
        while place > firstLeaf, found < count {
            place -= 1
            leaves.append(layout.lines(of: place))
            found += leaves[leaves.count - 1].count
        }
        return Array(leaves.reversed().joined().suffix(count))
    }

    var layout: MarkdownLayout {
        MarkdownLayout(markdown.whole, width: width, profile, face: face, after: seam)
    }

    /// Leaves whose lines stay as they are: not those of a table whose columns are not settled.
    private var countableLeaves: Int {
        guard let table = markdown.openTable,
            markdown.settledCount <= table.head + MarkdownLayout.rowsThatCount
        else { return markdown.settledCount }
        return min(markdown.settledCount, table.head)
    }
}
