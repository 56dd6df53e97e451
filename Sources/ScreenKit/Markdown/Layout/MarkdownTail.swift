/// The lines of the last leaves of a text, as they are at one moment.
struct MarkdownTail: Sendable {
    /// The first leaf whose lines are there.
    private(set) var first = 0
    private(set) var lineCount = 0
    /// The columns of a table that stay.
    var shape: MarkdownLayout.KnownShape?
    /// From the last leaf on.
    private var leaves: [[StyledLine]] = []
    private let version: Int
    /// Leaves before this one have no lines.
    private let start: Int
    /// Leaves before this one stay as they are.
    private let settled: Int

    init() { (version, start, settled) = (-1, 0, 0) }

    init(of markdown: Markdown, from start: Int, settled: Int) {
        (version, first) = (markdown.version, markdown.leaves.count)
        (self.start, self.settled) = (start, settled)
    }

    func wants(_ count: Int) -> Bool { first > start && lineCount < count }

    mutating func insert(_ lines: [StyledLine]) {
        leaves.append(lines)
        first -= 1
        lineCount += lines.count
    }

    func settledLines(of place: Int) -> [StyledLine]? {
        let end = first + leaves.count
        return place >= first && place < min(settled, end) ? leaves[end - 1 - place] : nil
    }

    func lineCount(atMost limit: Int, of markdown: Markdown) -> Int? {
        has(limit, of: markdown) ? min(lineCount, limit) : nil
    }

    /// The last lines; `nil` where they are others by now, or not all there.
    func lines(_ count: Int, of markdown: Markdown) -> [StyledLine]? {
        has(count, of: markdown) ? Array(leaves.reversed().joined().suffix(count)) : nil
    }

    private func has(_ count: Int, of markdown: Markdown) -> Bool {
        version == markdown.version && (lineCount >= count || first <= start)
    }
}
